import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import { isObject, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';
import { Shapes } from './shapes.js';

/** The records of one reply, and the columns that are there whatever the records have. */
export interface Records {
  readonly host: string;
  readonly columns: readonly string[];
  readonly records: readonly unknown[];
}

/**
 * Adds all records of a reply, each as `rowOf` has it, and tells what was left out of them: shapes. What is no record
 * makes the reply `malformed`.
 */
export async function addRecords(
  builder: TableBuilder,
  { host, columns, records }: Records,
  rowOf: (record: JsonObject) => JsonObject,
): Promise<Notice[]> {
  const adder = new RecordAdder(builder);
  adder.columns(columns);
  const shapes = new Shapes();
  const pauses = new Pauses();
  for (const [index, record] of records.entries()) {
    if (!isObject(record)) throw new DataError('malformed', { host, line: index + 1 });
    adder.addObject(shapes.without(rowOf(record)));
    if (index % 500 === 0) await pauses.breathe();
  }
  return shapes.notices();
}
