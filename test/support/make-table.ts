import type { Column, NumberColumn, PeriodColumn, TextColumn } from '../../src/table/column.js';
import { readIsoPeriod } from '../../src/table/period-iso.js';
import type { Period } from '../../src/table/period.js';
import { STATUS, type StatusName, type StatusSet } from '../../src/table/status.js';
import { makeTable, type Table } from '../../src/table/table.js';

type Extras<C extends Column> = Partial<Pick<C, 'label' | 'unit' | 'role'>>;
type TextExtras = Extras<TextColumn> & Partial<Pick<TextColumn, 'wordLabels'>>;

/** The bits of these names: `statuses('break provisional')`. */
export function statuses(names: string): StatusSet {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .reduce((set, name) => set | STATUS[name as StatusName], 0);
}

/** A cell of a column of numbers: a value, a value with its statuses, or only the statuses of what is not there. */
export type NumberCell = number | string | readonly [value: number, statuses: string];

export function numbers(
  name: string,
  cells: readonly NumberCell[],
  { decimals = 0, ...extras }: Extras<NumberColumn> & { decimals?: number } = {},
): NumberColumn {
  const read = cells.map((cell): [number, StatusSet] => {
    if (typeof cell === 'number') return [cell, Number.isNaN(cell) ? STATUS.missing : 0];
    return typeof cell === 'string' ? [NaN, statuses(cell)] : [cell[0], statuses(cell[1])];
  });
  return {
    kind: 'number',
    name,
    values: Float64Array.from(read, ([value]) => value),
    statuses: Uint16Array.from(read, ([, status]) => status),
    decimals,
    ...extras,
  };
}

/** Words of a text column; `null` is a cell without one. */
export function texts(name: string, cells: readonly (string | null)[], extras: TextExtras = {}): TextColumn {
  const words = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : words.indexOf(cell)));
  return { kind: 'text', name, codes, words, ...extras };
}

/** A period that the test knows to exist. */
export function period(text: string): Period {
  const found = readIsoPeriod(text);
  if (!found) throw new Error(`${text} is no period`);
  return found;
}

/** Periods as `2024`, `2024-Q3`, `2024-09`; `null` is a row without one. */
export function periods(
  name: string,
  cells: readonly (string | null)[],
  extras: Extras<PeriodColumn> = {},
): PeriodColumn {
  const distinct = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : distinct.indexOf(cell)));
  return { kind: 'period', name, codes, periods: distinct.map(period), ...extras };
}

export function tableOf(...columns: readonly Column[]): Table {
  const [first] = columns;
  const length = first === undefined ? 0 : first.kind === 'number' ? first.values.length : first.codes.length;
  return makeTable(length, columns);
}

/** One measure through time, as the answer to a question has it. */
export function seriesTable(
  cells: Readonly<Record<string, NumberCell>>,
  extras: Extras<NumberColumn> & { decimals?: number; name?: string } = {},
): Table {
  const { name = 'tasa', ...rest } = extras;
  return tableOf(
    periods('anio', Object.keys(cells), { role: 'time' }),
    numbers(name, Object.values(cells), { role: 'measure', ...rest }),
  );
}

/** The column of that name and kind. */
export function columnNamed<K extends Column['kind']>(
  { columns }: Table,
  name: string,
  kind: K,
): Extract<Column, { kind: K }> {
  const found = columns.find((column) => column.name === name);
  if (found?.kind === kind) return found as Extract<Column, { kind: K }>;
  throw new Error(`no column ${name} of kind ${kind} among ${columns.map((each) => each.name).join(', ')}`);
}
