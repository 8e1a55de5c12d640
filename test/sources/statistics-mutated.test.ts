import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { readStructure } from '../../src/sources/sdmx-structure.js';
import { sdmxService, type Observation } from '../servers/sdmx.js';
import { seriesTiempo } from '../servers/series-tiempo.js';
import { worldBank } from '../servers/world-bank.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, expectTableOrError } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const half = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(mutatedJson(texts), mutatedText(texts));

const made: readonly Observation[] = ['PE', 'CO'].flatMap((REF_AREA) =>
  ['2019', '2020-03'].map((TIME_PERIOD) => ({
    FREQ: 'A',
    REF_AREA,
    OFFENCE: 'HOM',
    TIME_PERIOD,
    value: 5,
    status: 'P',
  })),
);

const sdmx = (layout: 'series' | 'flat' | 'cross-section' | 'csv' | 'csv with names', rest: 1 | 2): string =>
  sdmxService({ rows: made, rest, layout, structure: 'xml', nothing: 204, isStrict: false })(
    new URL('https://datos.example/rest/data/F'),
  ).body;

const police = JSON.stringify([
  {
    category: 'burglary',
    location: { latitude: '51.5', longitude: '-0.1', street: { id: 5, name: 'X' } },
    outcome_status: { category: 'Y', date: '2024-02' },
    month: '2024-01',
    persistent_id: '',
  },
  { category: { code: 'a', name: 'b' }, date: '2024-01', crime: { month: '2024-01', category: 'burglary' } },
]);

const values = ['PE', '1W'].map((iso2) => ({ iso2, iso3: `${iso2}X`, name: 'x', date: '2020', value: 1 }));
const bank = worldBank({ rows: values, most: 1 })(
  new URL('https://datos.example/v2/country/all/indicator/X?format=json'),
).body;
const refused = JSON.stringify([{ message: [{ id: '120', key: 'Invalid value', value: 'x' }] }]);
const argentina = seriesTiempo({
  rows: [
    [1, 2],
    [null, 4],
  ],
  most: 2,
  counts: true,
})(new URL('https://datos.example/series/api/series?ids=A,B')).body;

describe('a reply of a service of statistics, changed at random,', () => {
  it('ends in a table or a DataError: SDMX-JSON', () =>
    expectTableOrError(
      'sdmx',
      'https://datos.example/rest/data/F',
      half([sdmx('series', 2), sdmx('flat', 1), sdmx('cross-section', 2)]),
    )).timeout(120_000);

  it('ends in a table or a DataError: SDMX-CSV', () =>
    expectTableOrError(
      'sdmx-csv',
      'https://datos.example/rest/data/F',
      mutatedText([sdmx('csv', 2), sdmx('csv with names', 1)]),
    )).timeout(120_000);

  it('ends in a table or a DataError: the World Bank', () =>
    expectTableOrError(
      'world-bank',
      'https://datos.example/v2/country/all/indicator/X',
      half([bank, refused]),
    )).timeout(120_000);

  it('ends in a table or a DataError: the series API', () =>
    expectTableOrError(
      'series-tiempo',
      'https://datos.example/series/api/series?ids=A,B&limit=1000',
      half([argentina]),
    )).timeout(120_000);

  it('ends in a table or a DataError: data.police.uk', () =>
    expectTableOrError(
      'police-uk',
      'https://data.police.uk/api/crimes-street/all-crime',
      half([police]),
    )).timeout(120_000);
});

describeWith(`${REAL}sdmx`, 'a real message of SDMX, changed at random,', () => {
  const whole = (name: string): string => readFileSync(`${REAL}sdmx/${name}`, 'utf8');

  it('ends in a table or a DataError', () =>
    expectTableOrError(
      'sdmx',
      'https://datos.example/rest/data/F',
      mutatedJson([
        whole('constructed-sample-full.v2.0.json'),
        whole('exr-action-delete.v2.0.json'),
        whole('ecb-exr-flat.draft.json'),
        whole('exr-time-series.v1.0rcts-header-layout.json'),
      ]),
    )).timeout(240_000);

  it('ends in a table or a DataError: examples of SDMX-CSV', () =>
    expectTableOrError(
      'csv',
      'https://datos.example/d.csv',
      mutatedText([whole('csv-example-01.csv'), whole('csv-example-05.csv')]),
    )).timeout(120_000);

  it('ends in the order of a key or a DataError where it is about structure', () => {
    const xml = whole('estat-apro-structure.xml').slice(0, 6000);
    const json = whole('structure-constructed-sample.v2.0.json');
    return expectOutcomes(fc.oneof(mutatedText([xml]), mutatedJson([json])), async (text) => {
      const { facts } = await readStructure({ url: 'https://datos.example/', text });
      expect(facts).to.have.keys('dimensions', 'time');
    });
  }).timeout(120_000);
});
