import '../support/as-module.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { loadDuckDb } from '../../src/cli/snapshot/duckdb.js';
import { readRows, type RowsOptions } from '../../src/cli/snapshot/read-rows.js';
import { cubesOf } from '../../src/observatory/cubes.js';
import { manifestOf, type Manifest } from '../../src/observatory/manifest.js';
import { failureOf } from '../support/failure.js';
import { never } from '../support/question.js';
import { texts } from '../support/read-text.js';

const CSV = `anio,ubigeo,modalidad,cantidad
2023,010101,Robo,3
2023,010101,Robo,4
2023,010101,Hurto,<3
2024,010101,Robo,
2024,010102,Robo,5
2024,010102,Robo,6
`;

function manifestFor(resource: object): Manifest {
  return manifestOf(
    {
      title: 'Prueba',
      contributors: [{ title: 'Prueba' }],
      resources: [{ name: 'denuncias', ...resource }],
      indicators: [
        {
          name: 'denuncias',
          title: 'Denuncias',
          definition: 'Denuncias',
          unit: 'denuncias',
          direction: 'lower',
          resource: 'denuncias',
          numerator: 'sum(cantidad)',
          time: 'anio',
          places: { distrito: { column: 'ubigeo', by: 'code' } },
          breakdowns: ['modalidad'],
        },
      ],
    },
    'prueba',
  );
}

describe('a resource read by DuckDB', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'duckdb-'));
    writeFileSync(join(folder, 'a.csv'), CSV);
  });
  after(() => rmSync(folder, { recursive: true }));
  const base = (): URL => pathToFileURL(join(folder, 'observatory.json'));
  const read = (manifest: Manifest, more: Partial<RowsOptions> = {}, where = base()) => {
    const [resource] = manifest.resources;
    if (!resource) throw new Error('no resource');
    const options = { offline: true, signal: never, maxBytes: 1_000_000, onMissing: () => undefined };
    return readRows(manifest, resource, where, { ...options, ...more });
  };

  it('gives the same cubes as the file read whole, where it passes a size', async () => {
    const manifest = manifestFor({ path: 'a.csv' });
    const [indicator] = manifest.indicators ?? [];
    if (!indicator) throw new Error('no indicator');
    const whole = await read(manifest);
    const large = await read(manifest, { over: 10 });
    expect([whole.length, large.length]).to.deep.equal([6, 4]);
    expect(texts(large, 'ubigeo')).to.include('010101');
    expect(await cubesOf(manifest, indicator, large)).to.deep.equal(
      await cubesOf(manifest, indicator, whole),
    );
  });

  it('may be a file of Parquet, of whatever size, which needs DuckDB', async () => {
    const instance = await (await loadDuckDb())?.DuckDBInstance.create(':memory:');
    const connection = await instance?.connect();
    const [from, to] = ['a.csv', 'a.parquet'].map((name) => join(folder, name).replaceAll("'", "''"));
    await connection?.run(
      `COPY (SELECT * FROM read_csv('${from ?? ''}', all_varchar = true)) TO '${to ?? ''}' (FORMAT parquet)`,
    );
    const parquet = manifestFor({ path: 'a.parquet' });
    const [indicator] = parquet.indicators ?? [];
    if (!indicator) throw new Error('no indicator');
    const whole = await read(manifestFor({ path: 'a.csv' }));
    const table = await read(parquet);
    expect(await cubesOf(parquet, indicator, table)).to.deep.equal(await cubesOf(parquet, indicator, whole));
    const rows = await read(manifestFor({ query: "SELECT * FROM 'a.parquet' WHERE anio = '2024'" }));
    expect(rows.length).to.equal(3);
    const missing = failureOf(read(parquet, { duckdb: () => Promise.resolve(undefined) }), 'bad-manifest');
    expect((await missing).details).to.deep.include({
      attribute: 'resources/denuncias/path',
      expected: ['npm install @duckdb/node-api'],
    });
  });

  it('is what its statement gives', async () => {
    const query =
      "SELECT anio, ubigeo, modalidad, cantidad FROM read_csv('a.csv', all_varchar = true) WHERE modalidad = 'Robo'";
    expect((await read(manifestFor({ query }))).length).to.equal(5);
    const failure = await failureOf(read(manifestFor({ query: 'SELECT nada FROM nada' })), 'server-error');
    expect(failure.details.host).to.equal('DuckDB');
  });

  it('never runs a statement of a manifest that is not of this computer', async () => {
    const manifest = manifestFor({ query: "SELECT * FROM read_text('/etc/hostname')" });
    const { details } = await failureOf(
      read(manifest, {}, new URL('https://datos.example/o.json')),
      'bad-manifest',
    );
    expect(details.attribute).to.equal('resources/denuncias/query');
  });

  it('is told where DuckDB is missing: a file is read whole, a statement is refused', async () => {
    const missing: string[] = [];
    const without = {
      over: 10,
      duckdb: () => Promise.resolve(undefined),
      onMissing: (name: string) => void missing.push(name),
    } satisfies Partial<RowsOptions>;
    expect((await read(manifestFor({ path: 'a.csv' }), without)).length).to.equal(6);
    const { details } = await failureOf(read(manifestFor({ query: 'SELECT 1' }), without), 'bad-manifest');
    expect(details.expected).to.deep.equal(['npm install @duckdb/node-api']);
    expect(missing).to.deep.equal(['denuncias', 'denuncias']);
    expect(await loadDuckDb()).not.to.equal(undefined);
  });
});
