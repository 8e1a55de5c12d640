import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseDeclared } from '../../src/query/parse-declared.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/series-tiempo.js';
import { findColumn } from '../../src/table/table.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const SERIES = 'https://apis.datos.gob.ar/series/api/series/?ids=';
const NOTHING = { labels: '', breaks: '', provisionalFrom: '', completeThrough: '', range: '' };
const during = (range: string): Partial<Query> => ({
  time: ['indice_tiempo'],
  declared: parseDeclared({ ...NOTHING, range }),
});

function planned(address: string, query: Partial<Query> = {}) {
  const { url, pushedDown } = source.plan(new URL(address), { ...EMPTY_QUERY, ...query }, {}, true);
  return { asked: Object.fromEntries(new URL(url).searchParams), pushedDown };
}

describe('the request to the API de Series de Tiempo', () => {
  it('asks for JSON with what the series are, a thousand rows at a time', () => {
    expect(planned(`${SERIES}A&format=csv&header=ids&sep=;&metadata=none`)).to.deep.equal({
      asked: { ids: 'A', format: 'json', metadata: 'full', limit: '1000' },
      pushedDown: false,
    });
  });

  it('leaves the limit and the number of latest rows that the page wrote', () => {
    expect(planned(`${SERIES}A&limit=12`).asked['limit']).to.equal('12');
    expect(planned(`${SERIES}A&last=12`).asked).to.not.have.property('limit');
    expect(planned(`${SERIES}A&last=12`, during('2018')).pushedDown).to.equal(false);
  });

  it('asks for whole years of the range, and for all where a change against earlier periods is wanted', () => {
    expect(planned(`${SERIES}A:sum`, during('2018-03..2020')).asked).to.include({
      start_date: '2018-01-01',
      end_date: '2020-12-31',
    });
    expect(planned(`${SERIES}A:percent_change_a_year_ago`, during('2018')).pushedDown).to.equal(false);
    expect(planned(`${SERIES}A&representation_mode=change`, during('2018')).pushedDown).to.equal(false);
    expect(planned(`${SERIES}A&start_date=2019-01-01`, during('2018')).pushedDown).to.equal(false);
  });
});

const field = (id: string, more: object = {}) => ({
  dataset: {
    title: 'Denuncias',
    source: 'Ministerio',
    issued: '2024-01-01',
    landingPage: 'https://d.example/',
  },
  distribution: { title: 'Mensual' },
  field: { id, description: `Serie ${id}`, units: 'Unidades', ...more },
});
const read = (value: unknown, url = `${SERIES}A,B&limit=1000`) =>
  readText(source, typeof value === 'string' ? value : JSON.stringify(value), url);

describe('the reply of the API de Series de Tiempo', () => {
  it('has a column a series, with its name, its unit and its source', async () => {
    const { table, part } = await read({
      data: [
        ['2024-01-01', 5, 1.5],
        ['2024-02-01', null, 0],
      ],
      count: 2,
      meta: [{ frequency: 'month' }, field('A'), field('B', { representation_mode_units: 'Variación' })],
    });
    expect(toRows(table)).to.deep.equal([
      ['2024-01', '5', '1.5'],
      ['2024-02', '', '0'],
    ]);
    expect(names(table)).to.deep.equal(['indice_tiempo', 'A', 'B']);
    expect(findColumn(table, 'A')).to.deep.include({ label: 'Serie A', unit: 'Unidades' });
    expect(findColumn(table, 'B')?.unit).to.equal('Variación');
    expect(part.metadata).to.deep.equal({
      title: 'Denuncias',
      publisher: 'Ministerio',
      updated: '2024-01-01',
      href: 'https://d.example/',
    });
  });

  it('has periods as long as the series says', async () => {
    for (const [frequency, period] of [
      ['year', '2024'],
      ['semester', '2024-S2'],
      ['quarter', '2024-Q3'],
      ['month', '2024-07'],
      ['day', '2024-07-01'],
    ]) {
      const { table } = await read(
        { data: [['2024-07-01', 5]], meta: [{ frequency }, field('A')] },
        `${SERIES}A`,
      );
      expect(texts(table, 'indice_tiempo')).to.deep.equal([period]);
    }
  });

  it('tells two views of one series apart by the address', async () => {
    const { table } = await read(
      { data: [['2024-01-01', 5, 0.1]], meta: [{ frequency: 'year' }, field('A'), field('A')] },
      `${SERIES}A,A:percent_change`,
    );
    expect(names(table)).to.deep.equal(['indice_tiempo', 'A', 'A:percent_change']);
  });

  it('goes on by how many rows came, to the number that there are', async () => {
    const data = Array.from({ length: 400 }, (_, index) => [`${1000 + index}-01-01`, index]);
    const starts = (urls: readonly string[] = []) =>
      urls.map((url) => new URL(url).searchParams.get('start'));
    const { part } = await read({ data, count: 1100, meta: [] });
    expect([starts(part.more), part.total]).to.deep.equal([['400', '800'], 1100]);
    const limited = await read({ data, count: 1100, meta: [] }, `${SERIES}A&limit=400`);
    expect([limited.part.more, limited.part.total]).to.deep.equal([undefined, undefined]);
    const full = await read({ data: Array.from({ length: 1000 }, () => data[0]), meta: [] });
    expect(starts([full.part.next?.url ?? ''])).to.deep.equal(['1000']);
  });

  it('warns where the portal averages because nobody says how periods are put together', async () => {
    const told = async (query: string, more: object = {}) =>
      codes(
        (
          await read(
            { data: [['2024-01-01', 5]], meta: [{ frequency: 'year' }, field('A', more)] },
            SERIES + query,
          )
        ).table,
      );
    expect(await told('A&collapse=year')).to.deep.equal(['averaged-by-portal']);
    expect(await told('A&collapse=year&collapse_aggregation=sum')).to.deep.equal([]);
    expect(await told('A:sum&collapse=year')).to.deep.equal([]);
    expect(await told('A')).to.deep.equal([]);
    // Series of several frequencies fall to the longest.
    expect(await told('A', { frequency: 'R/P1M' })).to.deep.equal(['averaged-by-portal']);
    expect(await told('A&collapse=year', { frequency: 'R/P1Y' })).to.deep.equal([]);
  });

  it('[REL-02] is an error where it has one, no data where it is another document', async () => {
    const errors = [{ error: 'Serie inválida: X' }];
    const { details } = await failureOf(read({ errors, failed_series: ['X'] }), 'server-error');
    expect(details.serverMessage).to.equal('Serie inválida: X');
    await failureOf(read({ meta: [] }), 'not-data');
    await failureOf(read('[]'), 'malformed');
    await failureOf(read({ data: [5] }), 'malformed');
  });

  it('[SEC-10] takes names that objects have for names', async () => {
    const { table } = await read(
      { data: [['2024-01-01', 5, 6]], meta: [{ frequency: 'year' }, field('A'), field('B')] },
      `${SERIES}__proto__,constructor`,
    );
    expect(names(table)).to.deep.equal(['indice_tiempo', '__proto__', 'constructor']);
  });
});

describeWith(`${REAL}series-tiempo-ar`, 'catalogues of Argentina', () => {
  it('[REL-02] are no series', async () => {
    const text = readFileSync(`${REAL}series-tiempo-ar/distribution_daily.json`, 'utf8');
    await failureOf(read(text), 'not-data');
  });
});
