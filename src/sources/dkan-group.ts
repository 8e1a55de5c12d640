import { aliasOf, groupColumns, measuredColumns, partialsOf, ROWS, type Partial } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { isObject, own } from './json-text.js';
import { mayGroup, refuseInexact } from './mysql-groups.js';
import type { RecordAdder } from './records.js';
import type { Datastore } from './envelope.js';

/** The number that the portal gives each row: no row is without it. */
const ROW = 'feeds_flatstore_entry_id';
/** Other names are known to the portal under another spelling than readers see. */
export const PLAIN_NAME = /^\w+$/;
const HOW = ['sum', 'min', 'max', 'count'] as const;

/** Asks for groups, where the page can trust them. Gives whether it did. */
export function askGroups(query: Query, given: URLSearchParams): boolean {
  const groups = groupColumns(query);
  const names = [...groups, ...measuredColumns(query)];
  // Without a group the portal may as well give rows, each with a total beside it.
  if (groups.length === 0 || !mayGroup(query) || !names.every((name) => PLAIN_NAME.test(name))) return false;
  given.set('group_by', groups.join(','));
  for (const { how, column } of partialsOf(query)) given.append(`${how}[]`, column ?? ROW);
  return true;
}

/** Whether a request asked for groups, as `askGroups` does. */
export function asksGroups(given: URLSearchParams): boolean {
  return given.getAll('count[]')[0] === ROW;
}

/** Adds the groups, under the names of the parts of measures. */
export function addGroups(
  { fields = [], records }: Datastore,
  given: URLSearchParams,
  adder: RecordAdder,
  host: string,
): void {
  const groups = given.get('group_by')?.split(',') ?? [];
  const measured = given.getAll('count[]').slice(1);
  const types = new Map(fields.map(({ id, type }) => [id, String(type)]));
  const parts = HOW.flatMap((how): Partial[] =>
    given
      .getAll(`${how}[]`)
      .map((column) =>
        column === ROW
          ? { alias: ROWS, how, column }
          : { alias: aliasOf(how, measured.indexOf(column)), how, column },
      ),
  );
  const names = parts.map(({ how, column }) => `${how}_${column ?? ''}`);
  refuseInexact({ records, groups, measured, parts: names, types }, host);
  const columns = adder.columns([...groups, ...parts.map(({ alias }) => alias)]);
  for (const record of records) {
    if (!isObject(record)) continue;
    const values = [...groups, ...names].map((name) => own(record, name));
    adder.addArray(values, columns);
  }
}
