import {
  HEALTHY_ROWS,
  isJson,
  JSON_TYPE,
  reply,
  replyRows,
  type Fault,
  type FaultCall,
  type Row,
} from './fault.js';

/** Well-formed data that is not what it was, or cannot be true. `?format=json` gives the same as JSON. */
export const dataFaults: Readonly<Record<string, Fault>> = {
  '/renamed-column': (call) => replyRows(call, renamedColumn),
  '/changed-type': (call) => replyRows(call, rateAsText),
  '/extra-nesting': (call) => reply(call, { type: JSON_TYPE, body: JSON.stringify(nested) }),
  '/partial-rows': partialRows,
  '/duplicate-keys': (call) => replyRows(call, [...HEALTHY_ROWS, { anio: 2023, tasa: 9.9 }]),
  '/unsorted': (call) => replyRows(call, unsorted),
  '/future-dates': (call) => replyRows(call, [...HEALTHY_ROWS, { anio: 2099, tasa: 10.4 }]),
  '/negative-counts': (call) => replyRows(call, [...HEALTHY_ROWS, { anio: 2025, tasa: -4.2 }]),
  '/rate-times-1000': (call) => replyRows(call, thousandfold),
};

const renamedColumn: readonly Row[] = HEALTHY_ROWS.map(({ anio = null, tasa = null }) => ({
  anio,
  tasa_x_100mil: tasa,
}));

const rateAsText: readonly Row[] = HEALTHY_ROWS.map((row) => ({
  ...row,
  tasa: row['tasa'] === null ? 'sin dato' : `${row['tasa'] ?? ''} por 100 mil`,
}));

const nested = { data: { resultado: { filas: HEALTHY_ROWS.map((row) => ({ valores: row })) } } };

const unsorted: readonly Row[] = [...HEALTHY_ROWS.slice(2), ...HEALTHY_ROWS.slice(0, 2)].toReversed();

const thousandfold: readonly Row[] = HEALTHY_ROWS.map((row) => ({
  ...row,
  tasa: typeof row['tasa'] === 'number' ? row['tasa'] * 1_000 : null,
}));

/** Rows that are too short, too long or nothing at all. */
function partialRows(call: FaultCall): void {
  if (isJson(call)) {
    const rows = [
      { anio: 2021 },
      { anio: 2022, tasa: null },
      null,
      { tasa: 9.3 },
      { anio: 2024, tasa: 10.1 },
    ];
    reply(call, { type: JSON_TYPE, body: JSON.stringify(rows) });
  } else {
    reply(call, { body: 'anio,tasa\n2021\n2022,,\n,9.3\n2024,10.1\n' });
  }
}
