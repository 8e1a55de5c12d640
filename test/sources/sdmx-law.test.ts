import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Question } from '../../src/engine/engine.js';
import { sdmxService, type Observation, type SdmxService } from '../servers/sdmx.js';
import { conditionOf } from '../support/arbitrary-condition.js';
import { expectServiceLaw } from '../support/service-law.js';

const AREAS = ['PE', 'CO', 'pe', '0101', '_T', 'A-B'];
const OFFENCES = ['HOM', 'ROB', '2024', '_T'];
const PERIODS = ['2019', '2020', '2021', '2022', '2020-01', '2020-12', '2021-06', '2022-03'];

const observation: fc.Arbitrary<Observation> = fc.record({
  FREQ: fc.constantFrom('A', 'M'),
  REF_AREA: fc.constantFrom(...AREAS),
  OFFENCE: fc.constantFrom(...OFFENCES),
  TIME_PERIOD: fc.constantFrom(...PERIODS),
  value: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 6 }),
  status: fc.option(fc.constantFrom('A', 'P', 'B', 'M'), { freq: 3 }),
});

/** A key has one observation. */
const rows = fc.uniqueArray(observation, {
  maxLength: 25,
  selector: ({ FREQ, REF_AREA, OFFENCE, TIME_PERIOD }) => [FREQ, REF_AREA, OFFENCE, TIME_PERIOD].join(),
});

const service = (rest: 1 | 2): fc.Arbitrary<SdmxService> =>
  fc.record({
    rows,
    rest: fc.constant(rest),
    layout: fc.constantFrom('series', 'flat', 'cross-section', 'csv', 'csv with names'),
    structure: fc.constantFrom('xml', 'json', 'xml', 'json', 'none'),
    nothing: fc.constantFrom(204, 404),
    isStrict: fc.boolean(),
  });

const quoted = (word: string): string => `'${word}'`;
const area = fc.constantFrom(...AREAS, 'ZZ', 'P.E').map((code) => `REF_AREA = ${quoted(code)}`);
const offences = fc
  .uniqueArray(fc.constantFrom(...OFFENCES), { minLength: 1, maxLength: 3 })
  .map((list) => `OFFENCE in (${list.map(quoted).join(', ')})`);
// Most conditions are ones that a key can hold.
const simple = fc.oneof(
  { arbitrary: area, weight: 3 },
  { arbitrary: offences, weight: 3 },
  fc.constantFrom("FREQ = 'A'", 'OFFENCE = 2024', 'REF_AREA = 101', "REF_AREA <> 'PE'", 'OBS_VALUE > 100'),
  fc.constantFrom(
    "TIME_PERIOD = '2020'",
    "TIME_PERIOD >= '2020-06'",
    'OBS_VALUE is null',
    "REF_AREA in ('PE', 5)",
  ),
);

const condition = conditionOf(simple);

const asked: fc.Arbitrary<Partial<Question>> = fc
  .record({
    value: fc.constantFrom('OBS_VALUE', 'sum(OBS_VALUE)', 'count()', 'avg(OBS_VALUE)', ''),
    time: fc.constantFrom('', 'TIME_PERIOD', 'TIME_PERIOD'),
    by: fc.constantFrom('', 'REF_AREA', 'OFFENCE, FREQ'),
    where: fc.oneof(fc.constant(''), { arbitrary: condition, weight: 3 }),
    range: fc.constantFrom('', '2020..2021', '2020-06..2022-03', '2020-S2..2021-Q3', '2021'),
    breaks: fc.constantFrom('', '', '', '2020'),
  })
  // Where a break starts is looked for also among the periods that `where` leaves out.
  .map((each) => ({ ...each, breaks: each.where === '' ? each.breaks : '' }));

describe('what an SDMX service is asked', () => {
  const src = (run: number, { rest, layout }: SdmxService): string => {
    const flow = rest === 1 ? `datos,F${run},1.0` : `dataflow/datos/F${run}/1.0`;
    const open = ['', '/', rest === 1 ? '/all' : '/*'][run % 3] ?? '';
    return `https://datos.example/rest/data/${flow}${open}?${layout.startsWith('csv') ? 'format=csv' : ''}`;
  };
  const law = { held: (rest: 1 | 2) => service(rest), asked, src, service: sdmxService };
  const count = ({ rows }: SdmxService): number => rows.length;

  it('does not change the answer: REST 1, by its key and periods', async () => {
    const requests = await expectServiceLaw({ ...law, protocol: 'sdmx', held: service(1), count });
    const data = requests.filter(({ pathname }) => pathname.includes('/data/'));
    expect(
      data.filter(({ pathname }) => /\.\w|\w\.\./.test(pathname.split('/')[4] ?? '')).length,
    ).to.be.above(200);
    expect(data.filter(({ pathname }) => pathname.includes('+')).length).to.be.above(50);
    expect(data.filter(({ searchParams }) => searchParams.has('startPeriod')).length).to.be.above(200);
  }).timeout(240_000);

  it('does not change the answer: REST 2, by its components', async () => {
    const requests = await expectServiceLaw({ ...law, protocol: 'sdmx', held: service(2), count });
    expect(requests.filter(({ searchParams }) => searchParams.has('c[REF_AREA]')).length).to.be.above(100);
    expect(requests.filter(({ searchParams }) => searchParams.has('c[OFFENCE]')).length).to.be.above(100);
    expect(requests.filter(({ searchParams }) => searchParams.has('c[TIME_PERIOD]')).length).to.be.above(200);
  }).timeout(240_000);
});
