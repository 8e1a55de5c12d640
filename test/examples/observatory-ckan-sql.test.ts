import { expect } from 'chai';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { FULL_REPORTS, getJson, HOMICIDES, PRIVATE_RESOURCE, REPORTS } from './observatory-site.js';

describe('SQL on the CKAN portal of the demonstration observatory', () => {
  let site: Observatory;
  before(async () => (site = await startObservatory({ port: 0 })));
  after(() => site.close());

  const query = (sql: string) => getJson(`${site.url}/ckan/api/3/action/datastore_search_sql`, { sql });

  it('sums by groups, with quoted names and casts as PostgreSQL writes them', async () => {
    const { status, body } = await query(
      `SELECT "ANIO", sum("cantidad"::numeric) AS n, count(*) FROM "${REPORTS}" GROUP BY "ANIO" ORDER BY "ANIO"`,
    );
    expect(status).to.equal(200);
    expect(body.at('result', 'records').list.map((row) => row.at('ANIO').value)).to.deep.equal([
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
    expect(body.at('result', 'fields').value).to.deep.equal([
      { id: 'ANIO', type: 'numeric' },
      { id: 'n', type: 'numeric' },
      { id: 'count', type: 'int8' },
    ]);
  });

  it('gives the same sum as adding up all rows', async () => {
    const rows = await getJson(`${site.url}/ckan/api/3/action/datastore_search`, {
      resource_id: REPORTS,
      limit: 32_000,
    });
    const counts = rows.body.at('result', 'records').list.map((row) => Number(row.at('cantidad').value));
    const { body } = await query(`SELECT sum("cantidad") FROM "${REPORTS}"`);
    expect(Number(body.at('result', 'records', 0, 'sum').value)).to.equal(
      counts.reduce((sum, count) => sum + count, 0),
    );
  });

  it('gives exact decimals as text and row numbers and counts as numbers', async () => {
    const { body } = await query(
      `SELECT "_id", "tasa", count(*) AS n FROM "${HOMICIDES}" WHERE "anio" = 2021 GROUP BY 1, 2`,
    );
    expect(body.at('result', 'records').value).to.deep.equal([{ _id: 9, tasa: '8.6', n: 1 }]);
  });

  it('keeps missing values missing and the decimals of a division', async () => {
    const missing = await query(`SELECT "tasa" FROM "${HOMICIDES}" WHERE "tasa" IS NULL`);
    expect(missing.body.at('result', 'records').value).to.deep.equal([{ tasa: null }]);
    const divided = await query(
      `SELECT ("victimas"::int / 2) AS half FROM "${HOMICIDES}" WHERE "anio" = 2017`,
    );
    expect(divided.body.at('result', 'records').value).to.deep.equal([{ half: '1243.5' }]);
  });

  it('puts missing values where PostgreSQL puts them', async () => {
    const years = async (order: string) => {
      const { body } = await query(`SELECT "anio" FROM "${HOMICIDES}" ORDER BY ${order} LIMIT 2`);
      return body.at('result', 'records').list.map((row) => row.at('anio').value);
    };
    expect(await years('"tasa"')).to.deep.equal(['2011', '2020']);
    expect(await years('"tasa" DESC')).to.deep.equal(['2022', '2025']);
    expect(await years('"tasa" DESC NULLS LAST, "anio"')).to.deep.equal(['2025', '2024']);
  });

  it('is not known at all where it is switched off', async () => {
    const plain = await startObservatory({ port: 0, sqlSearch: false });
    const { status, body } = await getJson(`${plain.url}/ckan/api/3/action/datastore_search_sql`, {
      sql: 'SELECT 1',
    });
    await plain.close();
    expect(status).to.equal(400);
    expect(body.value).to.equal('Bad request - Action name not known: datastore_search_sql');
  });

  it('refuses what PostgreSQL or the portal would refuse', async () => {
    const refusals: readonly (readonly [string, number])[] = [
      [`DELETE FROM "${REPORTS}"`, 409],
      [`SELECT 1; DROP TABLE "${REPORTS}"`, 409],
      [`SELECT 1 -- "${REPORTS}"`, 409],
      [`SELECT ANIO FROM "${REPORTS}"`, 409],
      [`SELECT "nada" FROM "${REPORTS}"`, 409],
      [`SELECT "ANIO" FROM "${REPORTS}" WHERE`, 409],
      [`SELECT "ANIO"::color FROM "${REPORTS}"`, 409],
      [`SELECT * FROM "00000000-0000-0000-0000-000000000000"`, 404],
      [`SELECT * FROM "${PRIVATE_RESOURCE}"`, 403],
      [`SELECT pg_sleep(10) FROM "${REPORTS}"`, 403],
      ['', 409],
    ];
    for (const [sql, expected] of refusals) {
      const { status, body } = await query(sql);
      expect(status, sql).to.equal(expected);
      expect(body.at('success').value, sql).to.equal(false);
      expect(body.at('error', '__type').value, sql).to.be.a('string');
    }
  });

  it('cuts at 32 000 rows and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'observatory-'));
    await mkdir(join(folder, 'full'));
    const lines = Array.from({ length: 32_001 }, (_, index) => `2024,${index % 12}`);
    await writeFile(join(folder, 'full', 'denuncias-sinteticas.csv'), ['ANIO,MES', ...lines, ''].join('\n'));
    const large = await startObservatory({ port: 0, dataFolder: folder });
    const ask = (sql: string) => getJson(`${large.url}/ckan/api/3/action/datastore_search_sql`, { sql });
    try {
      const cut = (await ask(`SELECT * FROM "${FULL_REPORTS}"`)).body.at('result');
      expect(cut.at('records').list).to.have.length(32_000);
      expect(cut.at('records_truncated').value).to.equal(true);
      const whole = (await ask(`SELECT * FROM "${FULL_REPORTS}" WHERE "_id" > 1`)).body.at('result');
      expect(whole.at('records').list).to.have.length(32_000);
      expect(whole.value).to.not.have.property('records_truncated');
    } finally {
      await large.close();
      await rm(folder, { recursive: true });
    }
  });
});
