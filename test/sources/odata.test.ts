import '../support/as-module.js';
import { expect } from 'chai';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/odata.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';

const SET = 'https://datos.example/odata/v4/Denuncias';

const asked = (query: Query, address = SET, pushDown = true) => {
  const plan = source.plan(new URL(address), query, {}, pushDown);
  return { ...plan, given: Object.fromEntries(new URL(plan.url).searchParams) };
};

const where = (text: string): Query => ({ ...EMPTY_QUERY, where: parseWhere(text) });
const sum: Query = { ...EMPTY_QUERY, measures: [{ aggregate: 'sum', column: 'N' }], by: ['Lugar'] };

describe('the request to an OData service', () => {
  it('filters by what OData compares as the page does, with quotes doubled and spaces as it takes them', () => {
    const { url, given } = asked(where("Lugar = 'D''Onofrio' and N >= 5 and not (N = 3)"));
    expect(given['$filter']).to.equal("(Lugar eq 'D''Onofrio') and (N ge 5)");
    expect(given['$count']).to.equal('true');
    expect(url).to.include('%20eq%20').and.not.include('+');
  });

  it('asks nothing of texts that may be numbers or periods, of blanks, or by names that need quotes', () => {
    for (const text of [
      "Codigo = '010101'",
      "Fecha >= '2024-05'",
      'Lugar is null',
      '"Mi columna" = 1',
      "a.b = 'x'",
    ])
      expect(asked(where(text)).given, text).to.not.have.property('$filter');
  });

  it('chooses columns, and puts together with what tells a missing part', () => {
    const bare: Query = { ...EMPTY_QUERY, measures: [{ aggregate: null, column: 'N' }], by: ['Lugar'] };
    expect(asked(bare).given['$select']?.split(',')).to.have.members(['N', 'Lugar']);
    const { given, grouped } = asked({ ...sum, where: parseWhere('Anio > 2020') });
    expect(grouped).to.equal(true);
    expect(given['$apply']).to.equal(
      'filter(Anio gt 2020)/concat(groupby((Lugar,Anio),aggregate($count as obs_rows,N with sum as obs_sum_1)),filter(N ne null)/groupby((Lugar,Anio),aggregate($count as obs_count_1)))',
    );
  });

  it('keeps what the page wrote: its filter beside ours, its own choice of rows alone', () => {
    expect(asked(where('N > 1'), `${SET}?$filter=A eq 1 or B eq 2`).given['$filter']).to.equal(
      '(A eq 1 or B eq 2) and (N gt 1)',
    );
    for (const own of ['$top=5', '$skip=5', '$apply=aggregate(N with sum as N)'])
      expect(asked(sum, `${SET}?${own}`)).to.deep.include({
        url: `${SET}?${own}`.replaceAll(' ', '%20'),
        pushedDown: false,
      });
    expect(asked(sum, SET, false)).to.include({ url: SET, pushedDown: false });
  });
});

const read = (reply: unknown, parameters = '', resource?: string) =>
  readText(
    source,
    typeof reply === 'string' ? reply : JSON.stringify(reply),
    `${SET}${parameters}`,
    resource === undefined ? {} : { resource },
  );

describe('the reply of an OData service', () => {
  it('holds rows without what is said about them, midnights as days', async () => {
    const { table, part } = await read({
      '@odata.context': '…$metadata#Denuncias',
      '@odata.count': 3,
      value: [
        { '@odata.id': 'x', 'N@odata.type': '#Int32', N: 5, Fecha: '2024-05-01T00:00:00Z', Codigo: '010101' },
        { N: null, Fecha: '2024-06-01T00:00:00', Codigo: '150101' },
      ],
    });
    expect(names(table)).to.deep.equal(['N', 'Fecha', 'Codigo']);
    expect(toRows(table)).to.deep.equal([
      ['5', '2024-05-01', '010101'],
      ['', '2024-06-01', '150101'],
    ]);
    expect(part.total).to.equal(3);
  });

  it('goes on where the service says, on the same server only', async () => {
    const next = async (link: string) => (await read({ value: [{ N: 1 }], '@odata.nextLink': link })).part;
    expect((await next('Denuncias?$skiptoken=7')).next?.url).to.equal(`${SET}?$skiptoken=7`);
    expect((await next('https://otro.example/x?$skiptoken=7')).isPart).to.equal(true);
    expect(await next('https://otro.example/x')).to.not.have.property('next');
    expect((await next('http://[')).isPart).to.equal(true);
  });

  it('counts from where the page begins, and nothing beyond what the page asked for', async () => {
    const reply = { '@odata.count': 50, value: [{ N: 1 }] };
    expect((await read(reply, '?$skip=10')).part.total).to.equal(40);
    expect((await read(reply, '?$top=1')).part).to.not.have.property('total');
    expect((await read(reply, '?$skiptoken=40')).part).to.not.have.property('total');
  });

  it('is read in the forms of versions 2 and 3 as well', async () => {
    const second = await read({
      d: {
        __count: '9',
        __next: `${SET}?$skiptoken=1`,
        results: [
          { __metadata: {}, N: '5', Fecha: '/Date(1714521600000)/', Hechos: { __deferred: { uri: 'x' } } },
        ],
      },
    });
    expect(names(second.table)).to.deep.equal(['N', 'Fecha']);
    expect(texts(second.table, 'Fecha')).to.deep.equal(['2024-05-01']);
    expect(second.part).to.deep.include({ total: 9, next: { url: `${SET}?$skiptoken=1` } });
    const third = await read({ 'odata.metadata': 'x', 'odata.count': '2', value: [{ N: 1 }, { N: 2 }] });
    expect(third.table.length).to.equal(2);
    expect((await read({ d: [{ N: 1 }] })).table.length).to.equal(1);
    expect((await read({ '@odata.context': 'x', N: 4 })).table.length).to.equal(1);
  });

  it('names the sets of a service where the page names none', async () => {
    const service = {
      '@odata.context': `${SET}/$metadata`,
      value: [
        { name: 'Denuncias', kind: 'EntitySet', url: 'Denuncias' },
        { name: 'Lugares', kind: 'EntitySet', url: 'Lugares' },
      ],
    };
    const { details } = await failureOf(read(service, '/'), 'no-resource');
    expect(details.expected).to.deep.equal(['Denuncias', 'Lugares']);
    expect((await read(service, '/', 'Lugares')).part.elsewhere).to.deep.equal({
      url: `${SET}/Lugares`,
      protocol: 'odata',
    });
  });

  it('[REL-02] is an error where it says so, in any of its forms', async () => {
    for (const error of [{ message: 'no' }, { message: { lang: 'es', value: 'no' } }])
      expect((await failureOf(read({ error }), 'server-error')).details.serverMessage).to.equal('no');
    await failureOf(read({ 'odata.error': { message: { value: 'no' } } }), 'server-error');
    await failureOf(read('5'), 'malformed');
    await failureOf(read('{"value":'), 'malformed');
  });

  it('[SEC-10] takes a column of any name for data', async () => {
    const { table } = await read('{"value":[{"__proto__":"a","constructor":"b","toString":"c"}]}');
    expect(toRows(table)).to.deep.equal([['a', 'b', 'c']]);
  });
});
