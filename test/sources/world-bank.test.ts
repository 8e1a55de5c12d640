import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseDeclared } from '../../src/query/parse-declared.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/world-bank.js';
import { isAggregate } from '../../src/sources/world-bank-countries.js';
import { statusNames } from '../../src/table/status.js';
import { findColumn } from '../../src/table/table.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const ROOT = 'https://api.worldbank.org/v2/country';
const NOTHING = { labels: '', breaks: '', provisionalFrom: '', completeThrough: '', range: '' };
const during = (range: string, breaks = ''): Partial<Query> => ({
  time: ['date'],
  declared: parseDeclared({ ...NOTHING, range, breaks }),
});

function planned(address: string, query: Partial<Query> = {}, pushDown = true) {
  const { url, pushedDown } = source.plan(new URL(address), { ...EMPTY_QUERY, ...query }, {}, pushDown);
  const { pathname, searchParams } = new URL(url);
  return { path: pathname, asked: Object.fromEntries(searchParams), pushedDown };
}

describe('the request to the World Bank', () => {
  it('asks for JSON and large pages, and leaves what the page wrote', () => {
    expect(planned(`${ROOT}/PER/indicator/X`)).to.deep.equal({
      path: '/v2/country/PER/indicator/X',
      asked: { format: 'json', per_page: '10000' },
      pushedDown: false,
    });
    expect(planned(`${ROOT}/PER/indicator/X?per_page=5&mrv=3&format=xml`).asked).to.deep.equal({
      per_page: '5',
      mrv: '3',
      format: 'json',
    });
  });

  it('asks for the years of the range, where nothing else chooses them', () => {
    expect(planned(`${ROOT}/PER/indicator/X`, during('2018..2020')).asked['date']).to.equal('2018:2020');
    expect(planned(`${ROOT}/PER/indicator/X`, during('2018-03')).asked['date']).to.equal('2018');
    expect(planned(`${ROOT}/PER/indicator/X?mrv=5`, during('2018..2020')).asked).to.not.have.property('date');
    expect(planned(`${ROOT}/PER/indicator/X?date=2010`, during('2018')).asked['date']).to.equal('2010');
    expect(planned(`${ROOT}/PER/indicator/X`, during('2018', '2015')).asked).to.not.have.property('date');
    expect(planned(`${ROOT}/PER/indicator/X`, { ...during('2018'), time: [] }).asked).to.not.have.property(
      'date',
    );
    expect(planned(`${ROOT}/PER/indicator/X`, during('2018'), false).pushedDown).to.equal(false);
  });

  it('asks for the countries of the filter, where the address has all', () => {
    const where = parseWhere("countryiso3code in ('PER', 'COL') and value > 3");
    expect(planned(`${ROOT}/all/indicator/X`, { where }).path).to.equal('/v2/country/PER;COL/indicator/X');
    expect(planned(`${ROOT}/PER;MEX/indicator/X`, { where }).path).to.equal(
      '/v2/country/PER;MEX/indicator/X',
    );
    const odd = parseWhere("country = '../x'");
    expect(planned(`${ROOT}/all/indicator/X`, { where: odd }).pushedDown).to.equal(false);
  });
});

const record = (
  iso2: string,
  iso3: string,
  name: string,
  date: string,
  value: unknown,
  more: object = {},
) => ({
  indicator: { id: 'VC', value: 'Homicidios' },
  country: { id: iso2, value: name },
  countryiso3code: iso3,
  date,
  value,
  unit: '',
  obs_status: '',
  decimal: 1,
  ...more,
});
const head = (more: object = {}) => ({
  page: 1,
  pages: 1,
  per_page: 50,
  total: 1,
  lastupdated: '2026-07-13',
  ...more,
});
const read = (value: unknown, url = `${ROOT}/all/indicator/VC?format=json`) =>
  readText(source, typeof value === 'string' ? value : JSON.stringify(value), url);

describe('the reply of the World Bank', () => {
  it('has codes with their names, periods, and values with their status', async () => {
    const { table, part } = await read([
      head({ total: 3 }),
      [
        record('PE', 'PER', 'Perú', '2024', null),
        record('PE', 'PER', 'Perú', '2023', 8.5, { obs_status: 'E' }),
        record('CO', 'COL', 'Colombia', '2023', 0),
      ],
    ]);
    expect(names(table)).to.deep.equal(['indicator', 'country', 'countryiso3code', 'date', 'value']);
    expect(columnNamed(table, 'country', 'text').wordLabels).to.deep.equal(['Perú', 'Colombia']);
    expect(columnNamed(table, 'countryiso3code', 'text').wordLabels).to.deep.equal(['Perú', 'Colombia']);
    expect(findColumn(table, 'date')?.kind).to.equal('period');
    const values = columnNamed(table, 'value', 'number');
    expect(values.label).to.equal('Homicidios');
    expect(Array.from(values.statuses, statusNames)).to.deep.equal([['missing'], ['estimated'], []]);
    expect(texts(table, 'value')).to.deep.equal(['', '8.5', '0']);
    expect(part.metadata).to.deep.equal({
      title: 'Homicidios',
      publisher: 'World Bank',
      updated: '2026-07-13',
      href: 'https://data.worldbank.org/indicator/VC',
    });
  });

  it('has months and quarters', async () => {
    const { table } = await read([
      head(),
      [record('PE', 'PER', 'Perú', '2024M03', 1), record('PE', 'PER', 'Perú', '2024Q3', 2)],
    ]);
    expect(texts(table, 'date')).to.deep.equal(['2024-03', '2024-Q3']);
  });

  it('tells the other pages by its own count of them, whatever was asked for', async () => {
    const { part } = await read([
      head({ pages: 3, per_page: '1', total: 3 }),
      [record('PE', 'PER', 'Perú', '2024', 1)],
    ]);
    expect(part.more?.map((url) => new URL(url).searchParams.get('page'))).to.deep.equal(['2', '3']);
    expect(part.total).to.equal(3);
    const one = await read(
      [head({ pages: 3 }), [record('PE', 'PER', 'Perú', '2024', 1)]],
      `${ROOT}/PE/indicator/VC?page=2`,
    );
    expect([one.part.more, one.part.total]).to.deep.equal([undefined, undefined]);
  });

  it('tells regions that stand beside countries', async () => {
    const mixed = await read([
      head(),
      [record('PE', 'PER', 'Perú', '2024', 1), record('1W', 'WLD', 'Mundo', '2024', 2)],
    ]);
    expect(mixed.table.notices.map(({ code, value }) => [code, value])).to.deep.equal([
      ['totals-among-parts', 'Mundo'],
    ]);
    const only = await read([head(), [record('1W', 'WLD', 'Mundo', '2024', 2)]]);
    expect(codes(only.table)).to.deep.equal([]);
    for (const code of ['1W', '4E', 'EU', 'OE', 'S1', 'XC', 'XP', 'Z4', 'ZG', 'ZJ', 'V2'])
      expect(isAggregate(code), code).to.equal(true);
    for (const code of ['PE', 'XK', 'ZA', 'ZM', 'ZW', 'ES', 'GB'])
      expect(isAggregate(code), code).to.equal(false);
  });

  it('is empty where the second part is null', async () => {
    const { table, part } = await read([head({ page: 0, pages: 0, total: 0 }), null]);
    expect([table.length, part.total]).to.deep.equal([0, 0]);
  });

  it('[REL-02] is an error where it says so with HTTP 200', async () => {
    const message = [
      { message: [{ id: '120', key: 'Invalid value', value: 'The provided parameter value is not valid' }] },
    ];
    const { details } = await failureOf(read(message), 'server-error');
    expect(details.serverMessage).to.equal('Invalid value: The provided parameter value is not valid');
    await failureOf(read('{}'), 'malformed');
    await failureOf(read([head(), {}]), 'malformed');
  });

  it('gives a list of countries as it is', async () => {
    const { table } = await read([
      head(),
      [{ id: 'PER', name: 'Perú', region: { id: 'LCN', value: 'América Latina' } }],
    ]);
    expect(toRows(table)).to.deep.equal([['PER', 'Perú', 'LCN', 'América Latina']]);
  });

  it('[SEC-10] takes names that objects have for names', async () => {
    const text = JSON.stringify([head(), [record('PE', '__proto__', 'constructor', '2024', 1)]]).replace(
      '"unit"',
      '"__proto__"',
    );
    const { table } = await read(text);
    expect(names(table)).to.include('__proto__');
    expect(texts(table, 'countryiso3code')).to.deep.equal(['__proto__']);
  });
});

describeWith(`${REAL}world-bank`, 'the replies of the World Bank', () => {
  const file = (name: string): string => readFileSync(`${REAL}world-bank/${name}`, 'utf8');

  it('hold the GDP of Brazil, the first of 66 pages', async () => {
    const { table, part } = await read(file('indicator-ok.json'));
    expect(toRows(table)).to.deep.equal([['NY.GDP.MKTP.CD', 'BR', 'BRA', '2025', '2279920092492.13']]);
    expect(part.more).to.have.length(65);
  });

  it('[REL-02] hold an error with HTTP 200', async () => {
    await failureOf(read(file('error-invalid-indicator.json')), 'server-error');
  });
});
