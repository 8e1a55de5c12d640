import type { PortalReply } from '../support/push-down-law.js';
import { runSql, SqlError, type DatabaseRow } from './ckan-sql.js';

export interface CkanOptions {
  /** The columns of every table, in their order, and their types in the database. */
  readonly types: Readonly<Record<string, string>>;
  /** Rows given at once, whatever is asked for. */
  readonly most?: number;
  /** Whether `datastore_search_sql` is on, which it is not where nobody has switched it on. */
  readonly hasSql?: boolean;
}

const HELP = 'https://datos.example/api/3/action/help_show?name=datastore_search';

function reply(status: number, rest: object): PortalReply {
  return { status, body: JSON.stringify({ help: HELP, ...rest }) };
}

const success = (result: object): PortalReply => reply(200, { success: true, result });

function refusal(error: object): PortalReply {
  return reply(409, { success: false, error: { __type: 'Validation Error', ...error } });
}

/** `datastore_search`: equality only, a limit that is lowered without a word, and a link to a next page always. */
function search(given: URLSearchParams, table: readonly DatabaseRow[], options: CkanOptions): PortalReply {
  const { types, most = 32_000 } = options;
  const known = ['_id', ...Object.keys(types)];
  const names = given.get('fields')?.split(',') ?? known;
  const filters = JSON.parse(given.get('filters') ?? '{}') as Record<string, unknown>;
  const unknown = [...names, ...Object.keys(filters)].find((name) => !known.includes(name));
  if (unknown !== undefined) return refusal({ fields: [`field "${unknown}" not in table`] });
  const kept = table.filter((row) =>
    Object.entries(filters).every(([name, values]) =>
      [values].flat().some((value) => row[name] !== null && String(row[name]) === String(value)),
    ),
  );
  const limit = Math.min(Number(given.get('limit') ?? 100), most);
  const offset = Number(given.get('offset') ?? 0);
  const page = kept.slice(offset, offset + limit);
  const isLists = given.get('records_format') === 'lists';
  return success({
    include_total: true,
    resource_id: given.get('resource_id'),
    fields: names.map((id) => ({ id, type: types[id] ?? 'int' })),
    records_format: isLists ? 'lists' : 'objects',
    records: page.map((row) =>
      isLists ? names.map((name) => row[name]) : Object.fromEntries(names.map((name) => [name, row[name]])),
    ),
    limit,
    _links: { start: '/api/3/action/datastore_search', next: `/?offset=${offset + limit}` },
    total: kept.length,
  });
}

function searchSql(
  sql: string,
  table: readonly DatabaseRow[],
  options: CkanOptions,
  id: string,
): PortalReply {
  const most = options.most ?? 32_000;
  try {
    const { names, rows } = runSql(sql, new Map([[id, table]]), ['_id', ...Object.keys(options.types)]);
    const records = rows
      .slice(0, most)
      .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
    const fields = names.map((name) => ({ id: name, type: options.types[name] ?? 'numeric' }));
    return success({ sql, records, fields, ...(rows.length > most && { records_truncated: true }) });
  } catch (error) {
    if (error instanceof SqlError) return refusal({ query: [error.message] });
    throw error;
  }
}

/** A CKAN with one table, asked under any id. */
export function ckanServer(rows: readonly DatabaseRow[], options: CkanOptions): (url: URL) => PortalReply {
  const table = rows.map((row, index) => ({ _id: index + 1, ...row }));
  return ({ pathname, searchParams }) => {
    if (pathname.endsWith('/datastore_search')) return search(searchParams, table, options);
    const sql = searchParams.get('sql');
    if (!pathname.endsWith('_sql') || sql === null || options.hasSql === false)
      return { status: 400, body: '"Bad request - Action name not known: datastore_search_sql"' };
    return searchSql(sql, table, options, /FROM "([^"]*)"/.exec(sql)?.[1] ?? '');
  };
}
