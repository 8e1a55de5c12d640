import type { SqlValue } from 'sql.js';
import type { CkanCall } from './ckan-call.js';
import { CkanError } from './ckan-error.js';
import { MOST_ROWS } from './ckan-search.js';
import { checkNames, checkStatement, tableNames } from './sql-check.js';
import { orderMissingLast } from './sql-order.js';
import { selectItems, type SelectItem } from './sql-select-list.js';
import { tokensOf, toSqlite } from './sql-tokens.js';
import type { Table } from './table.js';

interface Field {
  readonly id: string;
  readonly type: 'int4' | 'int8' | 'numeric' | 'text';
}

export async function datastoreSearchSql(call: CkanCall): Promise<unknown> {
  const { sql } = call;
  if (!sql) throw CkanError.notAuthorized('Not authorized to search with SQL');
  const asked = call.parameters.get('sql');
  if (!asked) throw CkanError.invalid({ sql: ['Missing value'] });
  const statement = tokensOf(asked.trim().replace(/\s*;$/, ''));
  const tokens = statement.filter(({ kind }) => kind !== 'space');
  checkStatement(tokens);
  const tables = await readTables(call, tableNames(tokens));
  checkNames(tokens, knownNames(tables));

  const result = await orInvalid(asked, async () =>
    sql.run(toSqlite(orderMissingLast(tokens)), tables, MOST_ROWS + 1),
  );
  const fields = describeFields(result.columns, result.rows, selectItems(tokens));
  const rows = result.rows.slice(0, MOST_ROWS);
  return {
    sql: asked,
    records: rows.map((row) =>
      Object.fromEntries(fields.map(({ id, type }, index) => [id, cell(row[index], type)])),
    ),
    fields,
    ...(result.rows.length > MOST_ROWS ? { records_truncated: true } : {}),
  };
}

async function readTables(
  { datastore }: CkanCall,
  names: readonly string[],
): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>();
  for (const name of names) {
    const found = datastore.findResource(name);
    if (found?.dataset.isPrivate) throw CkanError.notAuthorized('Access denied');
    const table = found && datastore.tableOf(found.resource);
    if (!table) throw CkanError.notFound('Not found');
    tables.set(name, await table);
  }
  return tables;
}

function knownNames(tables: ReadonlyMap<string, Table>): ReadonlySet<string> {
  const columns = [...tables.values()].flatMap((table) => table.columns.map(({ id }) => id));
  return new Set([...tables.keys(), ...columns, '_id']);
}

/** What the database complains about becomes a validation error that shows the statement. */
async function orInvalid<Result>(sql: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw CkanError.invalid({ query: [message], info: { statement: [sql], params: [{}], orig: [message] } });
  }
}

function describeFields(
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  items: readonly SelectItem[] | undefined,
): Field[] {
  return columns.map((column, index) => {
    const id = items?.[index]?.name ?? column;
    if (id === '_id') return { id, type: 'int4' };
    if (items?.[index]?.isCount) return { id, type: 'int8' };
    const sample = rows.find((row) => row[index] !== null)?.[index];
    return { id, type: typeof sample === 'number' ? 'numeric' : 'text' };
  });
}

/** Exact decimals leave a CKAN of these versions as text; only whole numbers of its own are numbers. */
function cell(value: SqlValue | undefined, type: Field['type']): string | number | null {
  if (value === null || value === undefined) return null;
  if (type === 'int4' || type === 'int8') return Number(value);
  return String(value);
}
