import { DataError } from '../../errors.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Table } from '../../table/table.js';
import { readResource, type ReadOptions } from '../read-resource.js';
import { fileForDuckDb, isParquet, LARGE, loadDuckDb, readByDuckDb } from './duckdb.js';

type Resource = Manifest['resources'][number];

export interface RowsOptions extends ReadOptions {
  /** Bytes over which a file is read by DuckDB; as many as `LARGE` without it. */
  readonly over?: number;
  /** How DuckDB is had. */
  readonly duckdb?: typeof loadDuckDb;
  /** Told where a large file is read without DuckDB, since it is not installed. */
  readonly onMissing: (resource: string) => void;
}

/**
 * The rows of a resource: of its `query`, or of a file of Parquet, by DuckDB; of a large file by DuckDB where it is
 * installed; of all else as a page reads it. A statement is run only for a manifest of this computer: it may read any file that its user may.
 */
export async function readRows(
  manifest: Manifest,
  resource: Resource,
  base: URL,
  options: RowsOptions,
): Promise<Table> {
  const { over = LARGE, duckdb = loadDuckDb, onMissing } = options;
  const { query, name } = resource;
  if (query !== undefined && base.protocol !== 'file:')
    throw new DataError('bad-manifest', {
      attribute: `resources/${name}/query`,
      value: query,
      expected: ['path'],
    });
  const file = query === undefined ? fileForDuckDb(resource, base, over) : undefined;
  if (query === undefined && file === undefined) return readResource(resource, base, options);
  const engine = await duckdb();
  if (engine) return readByDuckDb(engine, manifest, resource, base, file);
  onMissing(name);
  if (query === undefined && !isParquet(file ?? '')) return readResource(resource, base, options);
  throw new DataError('bad-manifest', {
    attribute: `resources/${name}/${query === undefined ? 'path' : 'query'}`,
    value: query ?? file ?? '',
    expected: ['npm install @duckdb/node-api'],
  });
}
