import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { described, PORTAL } from '../servers/socrata-view.js';
import type { About } from '../../src/sources/source.js';
import { source } from '../../src/sources/socrata.js';
import { failureOf } from '../support/failure.js';
import { plannedBy, sumOf } from '../support/planned.js';

const ROWS = `${PORTAL}/resource/ab2c-d3e4.json`;

const sumBy = (more: Partial<Query> = {}): Query => sumOf('cantidad', more);

const planned = (address: string, query?: Query, about?: About, pushDown = true) =>
  plannedBy(source, PORTAL, address, query, { about, pushDown });

async function whereFor(text: string): Promise<string | undefined> {
  return planned(ROWS, { ...EMPTY_QUERY, where: parseWhere(text) }, await described()).asked['$where'];
}

describe('the request to Socrata', () => {
  it('asks for rows, all and in one order, by any address of a data set [REL-05]', () => {
    for (const address of [
      '/resource/ab2c-d3e4.json',
      '/resource/ab2c-d3e4',
      '/resource/ab2c-d3e4.csv',
      '/d/ab2c-d3e4',
      '/Seguridad-y-Defensa/HOMICIDIO-2010-2024/ab2c-d3e4',
      '/Seguridad-y-Defensa/HOMICIDIO/ab2c-d3e4/about_data?category=x',
      '/api/views/ab2c-d3e4',
      '/api/views/ab2c-d3e4/rows.csv?accessType=DOWNLOAD',
    ]) {
      const { path, asked, pushedDown } = planned(address);
      expect([path, asked, pushedDown], address).to.deep.equal([
        '/resource/ab2c-d3e4.json',
        { $limit: '20000', $order: ':id' },
        false,
      ]);
    }
  });

  it('asks for the description of a data set, with the token of the page', () => {
    const asked = source.about?.plan(new URL(`${ROWS}?$$app_token=t&lugar=LIMA`), {}, EMPTY_QUERY);
    expect(asked?.url).to.equal(`${PORTAL}/api/views/ab2c-d3e4.json?%24%24app_token=t`);
    expect(source.about?.plan(new URL(`${PORTAL}/resource/crimes.json`), {}, EMPTY_QUERY)).to.equal(
      undefined,
    );
  });

  it('asks for the resource of a portal, or says how an address looks', async () => {
    const { url } = source.plan(new URL(PORTAL), EMPTY_QUERY, { resource: 'ab2c-d3e4' }, true);
    expect(new URL(url).pathname).to.equal('/resource/ab2c-d3e4.json');
    await failureOf(
      Promise.resolve().then(() => source.plan(new URL(PORTAL), EMPTY_QUERY, {}, true)),
      'bad-address',
    );
  });

  it('leaves what the page asks itself, and adds only a limit', async () => {
    const about = await described();
    const own = planned(`${ROWS}?$select=lugar,count(*) as n&$group=lugar`, sumBy({ by: ['lugar'] }), about);
    expect(own.asked).to.deep.equal({ $select: 'lugar,count(*) as n', $group: 'lugar', $limit: '20000' });
    expect(own.pushedDown).to.equal(false);
    expect(planned(`${ROWS}?$limit=10`).asked).to.deep.equal({ $limit: '10' });
    expect(planned(`${ROWS}?$query=select *`).asked).to.deep.equal({ $query: 'select * limit 20000' });
    const both = planned(
      `${ROWS}?$where=a=1 or b=2&c=3`,
      sumBy({ where: parseWhere("lugar = 'LIMA'") }),
      about,
    );
    expect(both.asked).to.include({ $where: "(a=1 or b=2) and (`lugar` = 'LIMA')", c: '3' });
  });

  it('asks for groups, with the number of rows and of values in each', async () => {
    const query = sumBy({ time: ['anio'], by: ['lugar'], where: parseWhere('cantidad > 3') });
    const plain = planned(ROWS, query, await described());
    expect(plain.grouped, 'what is measured cannot be filtered in groups').to.equal(undefined);
    const { asked, grouped } = planned(ROWS, sumBy({ time: ['anio'], by: ['lugar'] }), await described());
    expect([grouped, asked]).to.deep.equal([
      true,
      {
        $select:
          '`anio`,`lugar`,count(*) as obs_rows,sum(`cantidad`) as obs_sum_1,count(`cantidad`) as obs_count_1',
        $group: '`anio`,`lugar`',
        $order: '`anio`,`lugar`',
        $limit: '20000',
      },
    ]);
  });

  it('puts days into months and years where nothing else is asked of them', async () => {
    const about = await described();
    const group = (more: Partial<Query>) =>
      planned(ROWS, sumBy({ time: ['fecha'], ...more }), about).asked['$group'];
    expect(group({ every: 'month' })).to.equal('date_trunc_ym(`fecha`)');
    expect(group({ every: 'quarter' })).to.equal('date_trunc_ym(`fecha`)');
    expect(group({ every: 'year' })).to.equal('date_trunc_ym(`fecha`)');
    expect(group({})).to.equal('date_trunc_ymd(`fecha`)');
    const where = parseWhere("fecha >= '2024-02-15'");
    expect(group({ every: 'year', where })).to.equal('date_trunc_ymd(`fecha`)');
    expect(group({ every: 'year', by: ['fecha'] })).to.equal('date_trunc_ymd(`fecha`)');
  });

  it('leaves to the page what a portal might take otherwise: capitals, order of words, codes, what is missing', async () => {
    expect(await whereFor("lugar = 'D''ONOFRIO'")).to.equal("`lugar` = 'D''ONOFRIO'");
    expect(await whereFor("lugar <> 'LIMA'")).to.equal(undefined);
    expect(await whereFor("not (lugar = 'LIMA')")).to.equal(undefined);
    expect(await whereFor("not (lugar <> 'LIMA')")).to.equal("not (`lugar` <> 'LIMA')");
    expect(await whereFor("lugar >= 'LIMA' and cantidad > 3")).to.equal('`cantidad` > 3');
    expect(await whereFor("lugar >= 'LIMA' or cantidad > 3")).to.equal(undefined);
    expect(await whereFor('lugar is null')).to.equal(undefined);
    expect(await whereFor('lugar is not null')).to.equal('not (`lugar` is null)');
    expect(await whereFor('cod_muni = 5001')).to.equal(undefined);
    expect(await whereFor("cod_muni = '05001'")).to.equal("`cod_muni` = '05001'");
    expect(await whereFor('anio between 2020 and 2022')).to.equal('(`anio` >= 2020 and `anio` <= 2022)');
    expect(await whereFor("anio = '2020-05'")).to.equal(undefined);
    expect(await whereFor("fecha = '2024-02'")).to.equal(
      "(`fecha` >= '2024-02-01T00:00:00' and `fecha` < '2024-03-01T00:00:00')",
    );
    expect(await whereFor("lugar in ('A', 'B') and lugar < 'B'")).to.equal(
      "(`lugar` = 'A' or `lugar` = 'B')",
    );
    expect(await whereFor(`lugar in (${Array.from({ length: 400 }, (_, i) => `'L${i}'`).join()})`)).to.equal(
      undefined,
    );
  });

  it('does not ask for columns that the portal does not describe, or that have several cells', async () => {
    const about = await described();
    expect(planned(ROWS, sumBy({ by: ['LUGAR'] }), about).pushedDown).to.equal(false);
    expect(planned(ROWS, sumBy({ by: ['punto'] }), about).pushedDown).to.equal(false);
    expect(planned(ROWS, sumBy({ by: ['a`b'] })).pushedDown).to.equal(false);
    expect(planned(ROWS, sumBy({ by: ['__proto__'] }), about).pushedDown, '[SEC-10]').to.equal(false);
  });

  it('writes SODA 3 as one statement, with pages and a token', async () => {
    const address = '/api/v3/views/ab2c-d3e4/query.json?app_token=t';
    expect(planned(address).asked).to.deep.equal({
      ...{ query: 'SELECT * ORDER BY :id', pageNumber: '1', pageSize: '20000', app_token: 't' },
    });
    const query = sumBy({ by: ['lugar'], where: parseWhere('anio = 2024') });
    expect(planned(address, query, await described()).asked['query']).to.equal(
      'SELECT `lugar`, `anio`, count(*) as obs_rows, sum(`cantidad`) as obs_sum_1, count(`cantidad`) as obs_count_1' +
        ' WHERE `anio` = 2024 GROUP BY `lugar`, `anio` ORDER BY `lugar`, `anio`',
    );
    const own = planned(`${address}&query=SELECT lugar`);
    expect(own.asked).to.include({ query: 'SELECT lugar', pageNumber: '1', pageSize: '20000' });
  });
});

describe('what Socrata says of its data', () => {
  it('is whose they are, and what their columns are', async () => {
    const { metadata, columns } = await described();
    expect(metadata).to.deep.equal({
      title: 'Homicidios',
      description: 'Víctimas por municipio',
      publisher: 'Policía Nacional',
      license: 'Creative Commons Attribution 4.0',
      updated: '2024-12-05',
      href: `${PORTAL}/d/ab2c-d3e4`,
    });
    expect(columns).to.deep.equal([
      { name: 'fecha', label: 'Fecha del hecho', kind: 'period' },
      { name: 'lugar', label: 'Lugar', kind: 'text' },
      { name: 'cod_muni', label: 'Código', kind: 'text' },
      { name: 'cantidad', label: 'Cantidad', kind: 'number' },
      { name: 'anio', label: 'Año' },
      { name: 'punto', label: 'Punto' },
    ]);
  });

  it('may be anything: what cannot be read is left out, an error is one', async () => {
    const odd = {
      name: 5,
      columns: [null, { fieldName: '__proto__', dataTypeName: {} }, 'x'],
      rowsUpdatedAt: 1e300,
    };
    expect((await described(odd)).columns).to.deep.equal([{ name: '__proto__' }]);
    await failureOf(described({ error: true, code: 'permission_denied' }), 'server-error');
    await failureOf(described([]), 'server-error');
  });
});
