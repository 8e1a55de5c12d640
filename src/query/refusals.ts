import { DataError } from '../errors.js';
import { findColumn, type Table } from '../table/table.js';
import { AGGREGATES, CALL, LENGTHS } from './parse-options.js';
import type { Measure, Query } from './query.js';

/** How a value may be written. */
const MEASURES = AGGREGATES.map((name) => `${name}(columna)`);
/** How a time may be put together. */
const TIMES = LENGTHS.map((name) => `${name}(columna)`);

/** A bare column beside a sum would be neither a row's value nor a group's. */
export function besideSums({ column }: Measure): DataError {
  const value = column ?? '';
  const expected = CALL.test(value) ? MEASURES : [`sum(${value})`];
  return new DataError('bad-expression', { attribute: 'value', value, expected });
}

/** What reads like a call of an unknown verb may be the name of a column; where there is none, the verbs are told. */
export function refuseCalls(table: Table, { measures, time }: Query): void {
  const refuse = (attribute: string, value: string | null, expected: readonly string[]): void => {
    if (value !== null && CALL.test(value) && !findColumn(table, value))
      throw new DataError('bad-expression', { attribute, value, expected });
  };
  for (const { aggregate, column } of measures) if (aggregate === null) refuse('value', column, MEASURES);
  for (const name of time) refuse('time', name, TIMES);
}
