import type { PortalReply } from '../support/push-down-law.js';
import { aggregateOf, asTexts, folded, grouped, type MysqlRow } from './mysql.js';

export interface DkanOptions {
  /** The columns of every table, in their order, and their types in the database. */
  readonly types: Readonly<Record<string, string>>;
  /** Whether the columns of the module that stores rows come with them. */
  readonly leaks?: boolean;
  /** A portal that does not heed where to start. */
  readonly ignoresOffset?: boolean;
}

const ROW = 'feeds_flatstore_entry_id';
const MOST = 100;
const HOW = ['sum', 'avg', 'min', 'max', 'count'];

const reply = (value: object): PortalReply => ({
  body: JSON.stringify({ help: 'Search a datastore table.', ...value }),
});
const shrug = reply({ error: { message: 'Exception Caught, please check logs for more information' } });

/** `sum=cantidad` and `sum[]=cantidad&sum[]=monto`. */
const listOf = (given: URLSearchParams, name: string): string[] =>
  [...given.getAll(name), ...given.getAll(`${name}[]`)].filter(Boolean);

/** DKAN 7's search: a hundred rows at most, equality by MySQL's rules, everything a text. */
export function dkanServer(rows: readonly MysqlRow[], options: DkanOptions): (url: URL) => PortalReply {
  const { types } = options;
  const table = rows.map((row, index): MysqlRow => ({ ...row, [ROW]: index + 1 }));
  return ({ searchParams: given }) => {
    const fields = given.get('fields')?.split(',') ?? Object.keys(types);
    const filters = [...given].flatMap(([name, value]) => {
      const column = /^filters\[(.*)\]$/.exec(name)?.[1];
      return column === undefined ? [] : [{ column, values: value.split(',').map(folded) }];
    });
    const by = given.get('group_by')?.split(',') ?? [];
    const measures = HOW.flatMap((how) => listOf(given, how).map((column) => ({ how, column })));
    const known = new Set([...Object.keys(types), ROW]);
    const named = [...fields, ...filters, ...by, ...measures].map((each) =>
      typeof each === 'string' ? each : each.column,
    );
    if (!named.every((name) => known.has(name))) return shrug;
    const kept = table.filter((row) =>
      filters.every(
        ({ column, values }) => row[column] !== null && values.includes(folded(row[column] ?? null)),
      ),
    );
    const isGrouped = by.length + measures.length > 0;
    // Without a strict mode MySQL gives any row's values beside a group's.
    const all = isGrouped
      ? grouped(kept, by).map((group): MysqlRow => {
          const parts = measures.map(({ how, column }) => [
            `${how}_${column}`,
            aggregateOf(
              how,
              group.map((row) => row[column] ?? null),
            ),
          ]);
          const any = Object.fromEntries(fields.map((name) => [name, group.at(-1)?.[name] ?? null]));
          return { ...any, ...(Object.fromEntries(parts) as MysqlRow) };
        })
      : kept.map((row): MysqlRow => {
          const shown = Object.fromEntries(fields.map((name) => [name, row[name] ?? null]));
          const leaked =
            options.leaks && !given.has('fields') ? { [ROW]: row[ROW] ?? null, timestamp: 1456474962 } : {};
          return { ...shown, ...leaked };
        });
    const offset = options.ignoresOffset ? 0 : Number(given.get('offset') ?? 0);
    const records = all.slice(offset, offset + Math.min(Number(given.get('limit') ?? 10), MOST)).map(asTexts);
    return reply({
      success: records.length > 0,
      result: {
        fields: fields.map((id) => ({ id, type: types[id] })),
        resource_id: [given.get('resource_id')],
        limit: Number(given.get('limit') ?? 10),
        total: String(all.length),
        records,
      },
    });
  };
}
