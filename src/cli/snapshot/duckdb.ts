import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError } from '../../errors.js';
import { conditionColumns } from '../../query/partials.js';
import { parseWhere } from '../../query/parse-where.js';
import { breakdownsOf, measuresOf, timeOf } from '../../observatory/cube-plans.js';
import { columnOfLevel, countedCondition } from '../../observatory/conditions.js';
import type { Manifest } from '../../observatory/manifest.js';
import { TableBuilder } from '../../table/builder.js';
import type { Table } from '../../table/table.js';
import { quotedText } from '../../sources/weaker-condition.js';

type Resource = Manifest['resources'][number];
type Indicator = NonNullable<Manifest['indicators']>[number];
type DuckDb = typeof import('@duckdb/node-api');

/** Bytes over which a file of this computer is read by DuckDB, where it is installed. */
export const LARGE = 256 * 1024 * 1024;

/** DuckDB, an optional package; `undefined` where it is not installed. */
export async function loadDuckDb(): Promise<DuckDb | undefined> {
  return import('@duckdb/node-api').catch(() => undefined);
}

/** A file that nothing else here reads. */
export const isParquet = (path: string): boolean => /\.parquet$/i.test(path);

/**
 * The file of a resource where it is one of this computer for DuckDB: a large one, or one of Parquet, which nothing
 * else here reads; `undefined` for any other.
 */
export function fileForDuckDb(
  { path, dialect, unpivot }: Resource,
  base: URL,
  over: number,
): string | undefined {
  if (typeof path !== 'string' || dialect || unpivot !== undefined || base.protocol !== 'file:')
    return undefined;
  const address = new URL(path, base);
  if (address.protocol !== 'file:') return undefined;
  if (isParquet(address.pathname)) return fileURLToPath(address);
  const isReadable = /\.(csv|tsv|txt)(\.gz)?$/i.test(address.pathname);
  const { size = 0 } = statSync(address, { throwIfNoEntry: false }) ?? {};
  return isReadable && size > over ? fileURLToPath(address) : undefined;
}

/** A name of a column as SQL writes it. */
const nameIn = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns that the indicators of a resource speak of: those that they sum, and the others. */
function columnsOf(
  manifest: Manifest,
  indicators: readonly Indicator[],
): { summed: string[]; kept: string[] } {
  const measures = indicators.flatMap(measuresOf);
  const columns = (isSum: boolean): string[] =>
    measures.flatMap(({ aggregate, column }) =>
      column !== null && (aggregate === 'sum') === isSum ? [column] : [],
    );
  const kept = indicators.flatMap((indicator) => {
    const where = countedCondition(manifest, indicator);
    return [
      ...timeOf(indicator).time,
      ...Object.keys(indicator.places ?? {}).flatMap(
        (level) => columnOfLevel(indicator, level)?.column ?? [],
      ),
      ...breakdownsOf(indicator),
      ...(indicator.status === undefined ? [] : [indicator.status]),
      ...(where === '' ? [] : conditionColumns(parseWhere(where))),
    ];
  });
  const bare = columns(false);
  return {
    summed: [...new Set(columns(true).filter((name) => !bare.includes(name)))],
    kept: [...new Set([...kept, ...bare])],
  };
}

/**
 * The rows of a file, put together as far as the indicators allow it: columns that are only summed are summed over
 * rows that are alike in all others. A cell that is no number keeps its text and stays apart, since it says why there
 * is none. Where rows are counted, they are left as they are.
 */
function statementFor(file: string, manifest: Manifest, indicators: readonly Indicator[]): string {
  const from = isParquet(file)
    ? `read_parquet(${quotedText(file)})`
    : `read_csv(${quotedText(file)}, all_varchar = true, header = true)`;
  const { summed, kept } = columnsOf(manifest, indicators);
  const counts = indicators.flatMap(measuresOf).some(({ aggregate }) => aggregate !== 'sum');
  if (counts || summed.length === 0)
    return `SELECT ${[...kept, ...summed].map(nameIn).join(', ')} FROM ${from}`;
  const number = (name: string): string => `TRY_CAST(${nameIn(name)} AS DOUBLE)`;
  const sums = summed.map(
    (name) =>
      `coalesce(CAST(sum(${number(name)}) AS VARCHAR), any_value(CAST(${nameIn(name)} AS VARCHAR))) AS ${nameIn(name)}`,
  );
  const apart = summed.map((name) => `CASE WHEN ${number(name)} IS NULL THEN ${nameIn(name)} END`);
  const also = summed.map((name) => `${number(name)} IS NULL`);
  const groups = [...kept.map(nameIn), ...apart, ...also].join(', ');
  return `SELECT ${[...kept.map(nameIn), ...sums].join(', ')} FROM ${from} GROUP BY ${groups}`;
}

/** `1234.0` is how a database writes a whole number that it has added up. */
const plain = (text: string): string => text.replace(/^(-?\d+)\.0$/, '$1');

async function rowsOf(duckdb: DuckDb, statement: string, base: URL): Promise<Table> {
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    if (base.protocol === 'file:')
      await connection.run(`SET file_search_path = ${quotedText(dirname(fileURLToPath(base)))}`);
    const result = await connection.stream(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${statement})`);
    const builder = new TableBuilder(result.columnNames());
    for await (const rows of result.yieldRowsJs())
      for (const row of rows) builder.add(row.map((cell) => (typeof cell === 'string' ? plain(cell) : null)));
    return await builder.finish();
  } catch (reason) {
    const serverMessage = reason instanceof Error ? reason.message.slice(0, 200) : '';
    throw new DataError('server-error', { host: 'DuckDB', serverMessage }, reason);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The rows of a resource by DuckDB: of the statement in its `query`, which its own readers of PostgreSQL, Parquet, CSV
 * and SQLite answer, or of a large file, put together on the way so that they fit into memory.
 */
export function readByDuckDb(
  duckdb: DuckDb,
  manifest: Manifest,
  resource: Resource,
  base: URL,
  file: string | undefined,
): Promise<Table> {
  const indicators = (manifest.indicators ?? []).filter((each) => each.resource === resource.name);
  const statement = resource.query ?? statementFor(file ?? '', manifest, indicators);
  return rowsOf(duckdb, statement.trim().replace(/;$/, ''), base);
}
