import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { seriesTiempo, type Series } from '../servers/series-tiempo.js';
import { expectServiceLaw } from '../support/service-law.js';

const value = fc.option(fc.integer({ min: 0, max: 900 }));

const held: fc.Arbitrary<Series & { readonly collapse: boolean }> = fc.record({
  rows: fc.array(fc.tuple(value, value), { maxLength: 60, size: 'max' }),
  most: fc.constantFrom(7, 1000),
  counts: fc.constant(true),
  collapse: fc.boolean(),
});

const asked = fc.record({
  value: fc.constantFrom('1.1_A', 'sum(1.1_A)', 'avg(1.1_B)', 'count()', ''),
  time: fc.constantFrom('', 'indice_tiempo', 'indice_tiempo'),
  where: fc.constantFrom('', '"1.1_A" > 100', "indice_tiempo >= '2016-06'"),
  range: fc.constantFrom('', '2016..2017', '2016-03..2017-09', '2016-Q2', '2030'),
});

describe('what the API de Series de Tiempo is asked', () => {
  it('does not change the answer', async () => {
    const requests = await expectServiceLaw({
      protocol: 'series-tiempo',
      held,
      asked,
      src: (run, { collapse }) =>
        `https://datos.example/series/api/series/?ids=1.1_A,1.1_B&run=${run}${collapse ? '&collapse=year' : ''}`,
      service: seriesTiempo,
      count: ({ rows, collapse }) => (collapse ? Math.ceil(rows.length / 12) : rows.length),
    });
    expect(requests.filter(({ searchParams }) => searchParams.has('start_date')).length).to.be.above(300);
    expect(requests.filter(({ searchParams }) => searchParams.has('start')).length).to.be.above(300);
  }).timeout(240_000);
});
