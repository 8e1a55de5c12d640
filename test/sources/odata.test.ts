import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { source } from '../../src/sources/odata.js';
import { readMetadata, SetDescription } from '../../src/sources/odata-metadata.js';
import type { About, Part } from '../../src/sources/source.js';
import { TableBuilder } from '../../src/table/builder.js';
import { toRows } from '../../src/table/rows.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { odataServer } from '../servers/odata.js';
import { askPortal } from '../support/ask-portal.js';
import { failureOf } from '../support/failure.js';
import { names, texts } from '../support/read-text.js';

const SET = 'https://datos.example/odata/Denuncias';

const edmx = (properties: string, version = '4.0'): string =>
  `<edmx:Edmx Version='${version}' xmlns:edmx="x"><Schema>
  <EntityType Name="Base" Abstract="true"><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>
  <EntityType Name="Denuncia" BaseType="Obs.Base">${properties}</EntityType>
  <EntityContainer><EntitySet Name="Denuncias" EntityType="Obs.Denuncia"></EntitySet></EntityContainer></Schema></edmx:Edmx>`;

const PROPERTIES = `<Property Name="Lugar" Type="Edm.String" sap:label="Lugar &amp; zona"/>
  <Property Name="Anio" Type="Edm.Int32"/><Property Name="Cantidad" Type="Edm.Int32" Nullable="false"/>
  <Property Name="Casos" Type="Edm.Decimal"/><Property Name="Dia" Type="Edm.Date"/>
  <Property Name="Momento" Type="Edm.DateTimeOffset"/><Property Name="Lugares" Type="Collection(Edm.String)"/>`;

const described = (xml = edmx(PROPERTIES)): About =>
  readMetadata({ url: 'https://datos.example/odata/$metadata', text: xml });

const sumBy = (column: string, more: Partial<Query> = {}): Query => ({
  ...EMPTY_QUERY,
  measures: [{ aggregate: 'sum', column }],
  ...more,
});

function planned(address: string, query: Query = EMPTY_QUERY, about?: About, pushDown = true) {
  const plan = source.plan(new URL(address), query, {}, pushDown, about);
  return { ...plan, asked: Object.fromEntries(new URL(plan.url).searchParams) };
}

const filterFor = (text: string): string | undefined =>
  planned(SET, { ...EMPTY_QUERY, where: parseWhere(text) }, described()).asked['$filter'];

async function read(reply: unknown, url = SET, about?: About): Promise<{ table: Table; part: Part }> {
  const builder = new TableBuilder();
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const part = await source.parse({ url, text }, builder, {}, about);
  return { part, table: await builder.finish({ decimal: '.', columns: part.columns ?? [] }) };
}

describe('the request to a service of OData', () => {
  it('asks for rows with their number, and leaves what the page asks itself', () => {
    expect(planned(SET).asked).to.deep.equal({ $count: 'true' });
    expect(planned(SET, EMPTY_QUERY, undefined, false)).to.deep.include({ asked: {}, pushedDown: false });
    const own = `${SET}?$top=5&$orderby=Anio`;
    expect(planned(own, sumBy('Cantidad'), described()).url).to.equal(own);
    expect(planned(`${SET}?$filter=Anio eq 2024`, sumBy('Cantidad'), described()).asked).to.deep.equal({
      ...{ $filter: 'Anio eq 2024', $select: 'Cantidad', $count: 'true' },
    });
    expect(source.about?.plan(new URL(`${SET}?x=1`), {}, EMPTY_QUERY)?.url).to.equal(
      'https://datos.example/odata/$metadata',
    );
    expect(source.about?.plan(new URL('https://a.example/v1/Area(3)/Casos/'), {}, EMPTY_QUERY)?.url).to.equal(
      'https://a.example/v1/$metadata',
    );
  });

  it('asks for groups; where a value may be missing, those that are there are counted apart', () => {
    expect(planned(SET, sumBy('Cantidad', { by: ['Lugar'] }), described())).to.deep.include({
      grouped: true,
      asked: {
        $apply:
          'groupby((Lugar),aggregate($count as obs_rows,Cantidad with sum as obs_sum_1,$count as obs_count_1))',
      },
    });
    const where = parseWhere('Anio >= 2020');
    expect(planned(SET, sumBy('Casos', { where }), described()).asked['$apply']).to.equal(
      'filter(Anio ge 2020)/concat(groupby((Anio),aggregate($count as obs_rows,Casos with sum as obs_sum_1)),' +
        'filter(Casos ne null)/groupby((Anio),aggregate($count as obs_count_1)))',
    );
  });

  it('does not ask for groups that a service could make otherwise', () => {
    const where = parseWhere("Lugar = 'LIMA'");
    expect(planned(SET, sumBy('Cantidad', { where }), described())).to.deep.include({
      asked: { $select: 'Cantidad,Lugar', $filter: "Lugar eq 'LIMA'", $count: 'true' },
      pushedDown: true,
    });
    expect(planned(SET, sumBy('Cantidad', { by: ['Momento'] }), described()).grouped).to.equal(undefined);
    expect(planned(SET, sumBy('Cantidad', { by: ['Lugar'] })).grouped).to.equal(undefined);
    expect(planned(SET, sumBy('__proto__'), described()).asked, '[SEC-10]').to.not.have.property('$select');
  });

  it('filters in the words of version 4, and leaves to the page what a service might take otherwise', () => {
    expect(filterFor("Lugar in ('D''ONOFRIO', 'Ica')")).to.equal("(Lugar eq 'D''ONOFRIO' or Lugar eq 'Ica')");
    expect(filterFor("Lugar <> 'Ica' and Casos < 2.5")).to.equal('Casos lt 2.5');
    expect(filterFor("Dia = '2024-02'")).to.equal('(Dia ge 2024-02-01 and Dia lt 2024-03-01)');
    expect(filterFor("Momento >= '2024'")).to.equal('Momento ge 2023-12-31T00:00:00Z');
    expect(filterFor('Casos is not null')).to.equal('not (Casos eq null)');
    expect(filterFor('Lugar is null')).to.equal(undefined);
    expect(filterFor('Id = 5'), 'a code').to.equal(undefined);
  });

  it('speaks version 2 where the service does', () => {
    const where = parseWhere("Lugar = 'LIMA' and Anio = 2024");
    const old = planned(SET, sumBy('Cantidad', { where }), described(edmx(PROPERTIES, '1.0')));
    expect(old.asked).to.deep.equal({
      ...{
        $format: 'json',
        $select: 'Cantidad,Lugar,Anio',
        $filter: "Lugar eq 'LIMA'",
        $inlinecount: 'allpages',
      },
    });
    expect(planned('https://a.example/D.svc/X', EMPTY_QUERY, undefined, false).asked).to.deep.equal({
      $format: 'json',
    });
  });
});

describe('what a service of OData says of its data', () => {
  it('is what the columns of a set are, those of its base first', () => {
    const set = new SetDescription(described(), new URL(SET));
    expect(set.columns).to.deep.equal([
      { name: 'Id' },
      { name: 'Lugar', label: 'Lugar & zona', kind: 'text' },
      { name: 'Anio' },
      { name: 'Cantidad', kind: 'number' },
      { name: 'Casos', kind: 'number' },
      { name: 'Dia', kind: 'period' },
      { name: 'Momento', kind: 'period' },
      { name: 'Lugares' },
    ]);
  });

  it('may be anything: no XML, types in a circle, elements without end', async () => {
    await failureOf(
      Promise.resolve().then(() => described('{"error":{}}')),
      'malformed',
    );
    const circle =
      '<Edmx Version="4.0"><EntityType Name="A" BaseType="N.A"/><EntitySet Name="Denuncias" EntityType="N.A"/>';
    expect(new SetDescription(described(circle), new URL(SET)).columns).to.deep.equal([]);
    const endless = `<Edmx Version="4.0">${'<EntityType Name="A">'.repeat(3000)}${'<EntitySet '.repeat(20_000)}`;
    expect(new SetDescription(described(endless), new URL(SET)).isKnown).to.equal(false);
  });
});

describe('the rows of a service of OData', () => {
  it('come without what the service says of them [SEC-10]', async () => {
    const value = '{"@odata.id":"x","Lugar":"Lima","Lugar@odata.type":"#String","Casos":1.5,"__proto__":3}';
    const { table, part } = await read(
      `{"@odata.context":"x","@odata.count":9,"value":[${value}]}`,
      SET,
      described(),
    );
    expect(names(table).slice(-1)).to.deep.equal(['__proto__']);
    expect(texts(table, 'Casos')).to.deep.equal(['1.5']);
    expect(findColumn(table, 'Lugar')?.label).to.equal('Lugar & zona');
    expect([part.total, part.next]).to.deep.equal([9, undefined]);
  });

  it('go on at the address that the service gives, on its own server only [REL-05]', async () => {
    const next = async (link: unknown) => (await read({ value: [{ a: 1 }], '@odata.nextLink': link })).part;
    expect((await next('Denuncias?$skiptoken=2')).next?.url).to.equal(`${SET}?$skiptoken=2`);
    expect(await next('https://otro.example/odata/Denuncias?$skiptoken=2')).to.deep.include({ isPart: true });
    expect((await next('https://otro.example/')).next).to.equal(undefined);
    expect((await next('http://[')).isPart).to.equal(true);
    expect((await next(5)).isPart).to.equal(undefined);
  });

  it('are read in the forms of versions 2 and 3', async () => {
    const row = {
      __metadata: { uri: 'x' },
      Dia: '/Date(1388534400000)/',
      Hora: '/Date(1388534400000-300)/',
      N: '3',
      Area: { __deferred: { uri: 'x' } },
    };
    const { table, part } = await read({
      d: { results: [row], __count: '7', __next: `${SET}?$skiptoken=1` },
    });
    expect(names(table)).to.deep.equal(['Dia', 'Hora', 'N']);
    expect(toRows(table)[0]?.slice(0, 2)).to.deep.equal(
      ['2014-01-01', '2013-12-31T19:00:00'].map((each) => each.slice(0, 10)),
    );
    expect([part.total, part.next?.url]).to.deep.equal([7, `${SET}?$skiptoken=1`]);
    expect(toRows((await read({ d: [{ N: 4 }] })).table)).to.deep.equal([['4']]);
    const third = { 'odata.metadata': 'x', 'odata.count': '2', value: [{ N: 5 }], 'odata.nextLink': '?p=2' };
    expect((await read(third)).part).to.deep.include({ total: 2, next: { url: `${SET}?p=2` } });
  });

  it('[REL-02] may be an error, in the form of any version', async () => {
    const words = async (reply: unknown) =>
      (await failureOf(read(reply), 'server-error')).details.serverMessage;
    expect(await words({ error: { code: 'x', message: 'No existe' } })).to.equal('No existe');
    expect(await words({ error: { message: { lang: 'es', value: 'No existe' } } })).to.equal('No existe');
    expect(await words({ 'odata.error': { message: { value: 'No existe' } } })).to.equal('No existe');
    await failureOf(read({ value: [1] }), 'malformed');
    await failureOf(read('"x"'), 'malformed');
  });

  it('come page by page from a portal, and once more where it gives all in place of groups', async () => {
    const rows = Array.from({ length: 23 }, (_, i) => ({
      lugar: ['Lima', 'Ica', null][i % 3] ?? null,
      n: i % 5 ? i : null,
    }));
    const types = { lugar: 'Edm.String', n: 'Edm.Int32' } as const;
    const paged = odataServer({ types, rows, page: 10 });
    const { table, provenance, requests } = await askPortal(paged, SET);
    expect([table.length, requests.length, provenance.partial]).to.deep.equal([23, 4, undefined]);
    const ignoring = odataServer({ types, rows, apply: 'ignores' });
    const address = 'https://datos.example/odata/otra/Denuncias';
    const summed = await askPortal(ignoring, address, { value: 'sum(n)', by: 'lugar' });
    const total = rows.reduce((sum, { n }) => sum + (n ?? 0), 0);
    expect(
      texts(summed.table, 'n')
        .map(Number)
        .reduce((a, b) => a + b),
    ).to.equal(total);
    expect(summed.requests.filter((url) => url.searchParams.has('$apply'))).to.have.length(1);
  });
});
