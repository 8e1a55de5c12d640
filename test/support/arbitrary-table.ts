import fc from 'fast-check';
import type { Table } from '../../src/table/table.js';
import { numbers, periods, tableOf, texts, type NumberCell } from './make-table.js';

const YEARS = ['2021', '2022', '2023', '2024'];
const PLACES = ['Áncash', 'Lambayeque', 'Lima', '__proto__'];
const ABSENCES = ['missing', 'suppressed', 'notApplicable'];
const STATUSES = ['', 'provisional', 'estimated', 'break', 'revised provisional'];

/** Whole numbers, so that a sum does not depend on the order of its parts; with and without statuses. */
const cell: fc.Arbitrary<NumberCell> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
  { weight: 2, arbitrary: fc.constantFrom(...ABSENCES) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 0, max: 50 }), fc.constantFrom(...STATUSES)) },
);

/** One row of the arbitrary table. */
export interface Row {
  readonly anio: string | null;
  readonly lugar: string | null;
  readonly casos: NumberCell;
  readonly poblacion: NumberCell;
}

export const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    anio: fc.option(fc.constantFrom(...YEARS), { freq: 8 }),
    lugar: fc.option(fc.constantFrom(...PLACES), { freq: 8 }),
    casos: cell,
    poblacion: cell,
  }),
  { maxLength: 40 },
);

export function tableOfRows(all: readonly Row[]): Table {
  return tableOf(
    periods(
      'anio',
      all.map(({ anio }) => anio),
    ),
    texts(
      'lugar',
      all.map(({ lugar }) => lugar),
    ),
    numbers(
      'casos',
      all.map(({ casos }) => casos),
    ),
    numbers(
      'poblacion',
      all.map(({ poblacion }) => poblacion),
    ),
  );
}

export const tables: fc.Arbitrary<Table> = rows.map(tableOfRows);
