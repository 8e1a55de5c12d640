import { DataError } from '../errors.js';
import { at, type NumberColumn, type PeriodColumn, type TextColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { columnsOf, type Table } from '../table/table.js';
import { asTextColumn } from './as-text.js';
import { besideOf, withBeside } from './beside.js';
import { gridOf, observationsOf, type Observation } from './observations.js';

/** Values of places through time. */
export interface PlaceValues {
  /** The column that names the places. */
  readonly column: TextColumn;
  readonly measure: NumberColumn;
  /** `[TIMELESS]` where the question has no time. */
  readonly periods: readonly Period[];
  /** The observations of each word of the column, one for each period; `undefined` for a word without rows. */
  readonly of: readonly (readonly Observation[] | undefined)[];
}

/** Stands for the time of what has none. */
export const TIMELESS: Period = {
  text: '',
  length: 'day',
  year: 0,
  part: 1,
  start: 0,
  end: 0,
};

function only<T>(found: readonly T[], attribute: string, value: string, example: string): T {
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new DataError('bad-attribute', { attribute, value, expected: [example] });
}

/**
 * The values of the places of an answer: one column of places, one measure, one row for each place and period. Fails
 * where the question asks for more, or for less.
 */
export function placeValues(
  table: Table,
  asked: { readonly by: string; readonly value: string },
): PlaceValues {
  const column = asTextColumn(only(columnsOf(table, 'dimension'), 'by', asked.by, 'departamento'));
  const numbers = columnsOf(table, 'measure').filter((each) => each.kind === 'number');
  const measure = only(numbers, 'value', asked.value, 'tasa');
  const beside = besideOf(table, measure);
  const [time] = columnsOf(table, 'time');
  const used: PeriodColumn =
    time?.kind === 'period'
      ? time
      : { kind: 'period', name: '', codes: new Int32Array(table.length), periods: [TIMELESS] };
  const periods = gridOf(used);
  const rows: number[][] = column.words.map(() => []);
  for (let row = 0; row < table.length; row++) rows[at(column.codes, row)]?.push(row);
  return {
    column,
    measure,
    periods,
    of: rows.map((each) =>
      each.length > 0
        ? withBeside(observationsOf(used, measure, each, periods), beside, used, each, periods)
        : undefined,
    ),
  };
}
