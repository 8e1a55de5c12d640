import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { worldBank, type Value, type WorldBank } from '../servers/world-bank.js';
import { expectServiceLaw } from '../support/service-law.js';

const COUNTRIES = [
  ['PE', 'PER', 'Peru'],
  ['CO', 'COL', 'Colombia'],
  ['XK', 'XKX', 'Kosovo'],
  ['1W', 'WLD', 'World'],
  ['ZJ', 'LCN', 'Latin America & Caribbean'],
] as const;

const value: fc.Arbitrary<Value> = fc
  .record({
    country: fc.constantFrom(...COUNTRIES),
    date: fc.integer({ min: 2015, max: 2024 }).map(String),
    value: fc.option(fc.integer({ min: 0, max: 800 }).map((tenths) => tenths / 10)),
  })
  .map(({ country: [iso2, iso3, name], ...rest }) => ({ iso2, iso3, name, ...rest }));

const held: fc.Arbitrary<WorldBank> = fc.record({
  rows: fc.uniqueArray(value, { maxLength: 25, selector: ({ iso2, date }) => `${iso2} ${date}` }),
  most: fc.constantFrom(3, 7, 32_500),
});

const asked = fc.record({
  value: fc.constantFrom('value', 'avg(value)', 'sum(value)', 'count()', ''),
  time: fc.constantFrom('', 'date', 'date'),
  by: fc.constantFrom('', 'country', 'countryiso3code'),
  where: fc.constantFrom(
    ...['', "countryiso3code = 'PER'", "countryiso3code in ('PER', 'COL')", "country = 'PE' and value > 10"],
    ...[
      "country in ('1W', 'XK')",
      "country = 'pe'",
      "country = 'PE' or country = 'CO'",
      "not (country = 'PE')",
    ],
    ...[
      "countryiso3code = 'ZZZ'",
      'date >= 2018',
      "country <> 'PE'",
      "country = 'PE' and countryiso3code = 'COL'",
    ],
  ),
  range: fc.constantFrom('', '2018..2020', '2019', '2018-03..2021-06'),
});

describe('what the World Bank is asked', () => {
  it('does not change the answer', async () => {
    const requests = await expectServiceLaw({
      protocol: 'world-bank',
      held,
      asked,
      src: (run) => `https://datos.example/v2/country/all/indicator/X${run}`,
      service: worldBank,
      count: ({ rows }) => rows.length,
    });
    expect(requests.filter(({ searchParams }) => searchParams.has('date')).length).to.be.above(300);
    expect(requests.filter(({ pathname }) => /PER|\/PE/.test(pathname)).length).to.be.above(300);
    expect(requests.filter(({ searchParams }) => searchParams.has('page')).length).to.be.above(300);
  }).timeout(240_000);
});
