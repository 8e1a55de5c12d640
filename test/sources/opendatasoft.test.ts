import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { source } from '../../src/sources/opendatasoft.js';
import type { About } from '../../src/sources/source.js';
import { DATASET, described, PORTAL, RECORD } from '../servers/opendatasoft-record.js';
import { failureOf } from '../support/failure.js';
import { plannedBy, sumOf } from '../support/planned.js';

const EXPORT = '/api/explore/v2.1/catalog/datasets/delitos/exports/json';

const sumBy = (more: Partial<Query> = {}): Query => sumOf('cantidad', more);

const planned = (address: string, query?: Query, about?: About, pushDown = true) =>
  plannedBy(source, PORTAL, address, query, { about, pushDown });

async function whereFor(text: string): Promise<string | undefined> {
  return planned(DATASET, { ...EMPTY_QUERY, where: parseWhere(text) }, await described()).asked['where'];
}

describe('the request to Opendatasoft', () => {
  it('asks for all records, by any address of a data set [REL-05]', () => {
    for (const address of [
      '/explore/dataset/delitos/',
      '/explore/dataset/delitos/table/?disjunctive.lugar',
      '/explore/embed/dataset/delitos/table/',
      '/api/explore/v2.1/catalog/datasets/delitos',
      '/api/explore/v2.0/catalog/datasets/delitos/records',
      '/api/explore/v2.1/catalog/datasets/delitos/exports/json',
      '/api/explore/v2.1/catalog/datasets/delitos/exports/jsonl',
    ]) {
      const { path, asked, pushedDown } = planned(address);
      expect([path, asked, pushedDown], address).to.deep.equal([EXPORT, {}, false]);
    }
    expect(planned('/datos/explore/dataset/a%20b/').path).to.equal(
      '/datos/api/explore/v2.1/catalog/datasets/a%20b/exports/json',
    );
    const { url } = source.plan(new URL(`${PORTAL}/`), EMPTY_QUERY, { resource: 'delitos' }, true);
    expect(url).to.equal(PORTAL + EXPORT);
    expect(
      source.about?.plan(new URL('/explore/dataset/delitos/map/', PORTAL), {}, EMPTY_QUERY)?.url,
    ).to.equal(DATASET);
  });

  it('says how an address looks', () =>
    failureOf(
      Promise.resolve().then(() => source.plan(new URL(PORTAL), EMPTY_QUERY, {}, true)),
      'bad-address',
    ));

  it('keeps the filters of a page of the portal, in the words of its data', () => {
    const page = '/explore/dataset/delitos/table/?refine.lugar=LIMA&exclude.anio=2020&q=robo&sort=x';
    expect(planned(page).asked).to.deep.equal({
      refine: 'lugar:LIMA',
      exclude: 'anio:2020',
      where: 'search("robo")',
    });
  });

  it('leaves what the page asks itself: a page of records, groups, a file of CSV, version 1', async () => {
    const about = await described();
    for (const own of [
      `${DATASET}/records?limit=20`,
      `${DATASET}/exports/csv?delimiter=%3B`,
      `${PORTAL}/api/records/1.0/search/?dataset=delitos&rows=5`,
    ]) {
      expect(planned(own, sumBy({ by: ['lugar'] }), about)).to.include({ url: own, pushedDown: false });
    }
    const groups = `${DATASET}/records?select=count(*) as n&group_by=lugar`;
    expect(planned(groups, sumBy(), about)).to.deep.include({
      path: EXPORT,
      asked: { select: 'count(*) as n', group_by: 'lugar', timezone: 'America/Lima' },
      pushedDown: false,
    });
    expect(planned('/api/records/1.0/search/?dataset=delitos').asked).to.include({ rows: '10000' });
  });

  it('asks for groups of all records, and for one total as a record', async () => {
    const about = await described();
    const query = sumBy({ time: ['anio'], by: ['lugar'], where: parseWhere("cod_depto = '15'") });
    const { asked, grouped, path } = planned(DATASET, query, about);
    const select = 'count(*) as obs_rows, sum(cantidad) as obs_sum_1, count(cantidad) as obs_count_1';
    expect([path, grouped, asked]).to.deep.equal([
      EXPORT,
      true,
      { select, group_by: 'anio, lugar, cod_depto', timezone: 'America/Lima' },
    ]);
    const total = planned(DATASET, sumBy(), about);
    expect(total.path).to.match(/\/records$/);
    expect(total.asked).to.include({ select, limit: '1' });
  });

  it('does not ask for groups that could not be counted: of lists, of moments, of a part of the records', async () => {
    const about = await described();
    expect(planned(DATASET, sumBy({ by: ['etiquetas'] }), about).grouped).to.equal(undefined);
    expect(planned(DATASET, sumBy({ by: ['momento'] }), about).grouped).to.equal(undefined);
    expect(planned(`${DATASET}/records?refine=lugar:LIMA`, sumBy(), about).grouped).to.equal(undefined);
    expect(planned(DATASET, sumBy({ by: ['lugar'] })).grouped, 'nothing is known').to.equal(undefined);
    const rows = planned(DATASET, sumBy({ by: ['momento'], where: parseWhere("lugar = 'LIMA'") }), about);
    expect(rows.asked).to.include({ select: 'momento, cantidad, lugar', where: 'lugar = "LIMA"' });
    expect(planned(DATASET, sumBy({ by: ['__proto__'] }), about).pushedDown, '[SEC-10]').to.equal(false);
    expect(planned(DATASET, sumBy({ by: ['group by'] })).pushedDown).to.equal(false);
  });

  it('leaves to the page what a portal might take otherwise', async () => {
    expect(await whereFor(`lugar = 'Ñaña "B"'`)).to.equal(`lugar = 'Ñaña "B"'`);
    expect(await whereFor(`lugar = 'D''O "B"'`), 'both quotes').to.equal(undefined);
    expect(await whereFor(`lugar = 'a\\b'`)).to.equal(undefined);
    expect(await whereFor("lugar <> 'LIMA'")).to.equal(undefined);
    expect(await whereFor('cantidad <> 3')).to.equal('cantidad != 3');
    expect(await whereFor('lugar is not null')).to.equal('not (lugar is null)');
    expect(await whereFor("etiquetas = 'x' and anio >= 2020")).to.equal('anio >= 2020');
    expect(await whereFor("momento >= '2024-02'")).to.equal("momento >= date'2024-01-31'");
    expect(await whereFor("momento < '2024-02'")).to.equal("momento < date'2024-02-02'");
    expect(await whereFor("not (momento < '2024-02')")).to.equal(undefined);
  });
});

describe('what Opendatasoft says of its data', () => {
  it('is whose they are, and what their fields are', async () => {
    const { metadata, columns } = await described();
    expect(metadata).to.deep.equal({
      title: 'Delitos',
      description: 'Por departamento',
      publisher: 'Policía',
      license: 'CC BY 4.0',
      updated: '2024-12-05',
      href: `${PORTAL}/explore/dataset/delitos/`,
    });
    expect(columns?.map(({ name, kind, label, unit }) => [name, kind, label, unit])).to.deep.equal([
      ['fecha', 'period', 'FECHA', undefined],
      ['momento', 'period', 'MOMENTO', undefined],
      ['lugar', 'text', 'LUGAR', undefined],
      ['cod_depto', 'text', 'COD_DEPTO', undefined],
      ['cantidad', 'number', 'CANTIDAD', 'víctimas'],
      ['anio', undefined, 'ANIO', undefined],
      ['etiquetas', 'text', 'ETIQUETAS', undefined],
      ['punto', undefined, 'PUNTO', undefined],
    ]);
  });

  it('is one level deeper in version 2.0, and may be anything', async () => {
    expect((await described({ dataset: RECORD })).metadata?.title).to.equal('Delitos');
    const odd = { fields: [null, { name: '__proto__', type: 5, annotations: [] }], metas: { default: [] } };
    expect((await described(odd)).columns).to.deep.equal([{ name: '__proto__' }]);
    await failureOf(described({ message: 'no', error_code: 'x' }), 'server-error');
    await failureOf(described([]), 'malformed');
  });
});
