import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import type fc from 'fast-check';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { SOURCES, type ProtocolName } from '../../src/sources/protocols.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';
import { question } from '../support/question.js';
import { describeWith, REAL } from '../support/real-files.js';

const whole = (name: string): string => readFileSync(REAL + name, 'latin1');

/** Reads mutated replies also as what the portal says of its data. */
async function check(protocol: ProtocolName, url: string, replies: fc.Arbitrary<string>): Promise<void> {
  const { source } = await SOURCES[protocol]();
  const query = await parseQuestion(question(url, { where: "region = '01' and time >= 2003", time: 'time' }));
  await expectOutcomes(replies, async (text) => {
    if (source.about) {
      const about = await source.about.parse({ url, text }, {});
      source.plan(new URL(url), query, {}, true, about);
    }
    await readWhole(source, { url, text });
  });
}

/** A real dataset with only its first places, so that changes meet all of it. */
function datasets(): string[] {
  return [whole('json-stat/order.v2.json'), whole('json-stat/collection.v2.json'), small(), bundle()];
}

function small(): string {
  const document = JSON.parse(whole('json-stat/oecd.v2.json')) as Record<string, object>;
  const dimension = document['dimension'] as Record<string, object>;
  const area = { category: { index: { AU: 0, AT: 1 }, label: { AU: 'Australia' }, note: { AU: ['n'] } } };
  const unit = { unit: { label: '%', decimals: 1 } };
  const concept = { category: { index: ['UNR'], unit: { UNR: unit.unit } }, note: ['x'] };
  return JSON.stringify({
    ...document,
    id: ['concept', 'area', 'year'],
    size: [1, 2, 3],
    dimension: { ...dimension, concept, area, year: { category: { index: ['2003', '2004', '2005'] } } },
    value: [1, 2.5, null, 4, 5, 6],
    status: { 1: 'e', 5: 'p' },
    extension: { noteMandatory: { 0: true }, status: { label: { e: 'estimated' } } },
  });
}

function bundle(): string {
  const [first] = [whole('json-stat/eurostat-name_gpd_c-geo_IT_FR.v1.json')];
  return first;
}

const METADATA1 = JSON.stringify({
  title: 'Delitos',
  variables: [
    { code: 'region', values: ['01', '02'], valueTexts: ['A', 'B'], elimination: true },
    { code: 'time', values: ['2003', '2004'], valueTexts: ['2003', '2004'], time: true },
  ],
});
const FOLDER = '[{"id":"a","type":"t","text":"b"},{"id":"c","type":"l","text":"d"}]';
const CONFIG = '{"maxDataCells":100,"license":"x"}';

describeWith(REAL, 'a real cube, changed at random,', () => {
  const address = 'https://datos.example/api/dissemination/statistics/1.0/data/x';
  it('ends in a table or a DataError: JSON-stat, its values', () =>
    check('json-stat', address, mutatedJson(datasets()))).timeout(120_000);

  it('ends in a table or a DataError: JSON-stat, its letters', () =>
    check('json-stat', address, mutatedText(datasets()))).timeout(120_000);

  for (const table of ['https://datos.example/api/v2/tables/T', 'https://datos.example/api/v1/es/a/b.px']) {
    it(`ends in a table or a DataError: PxWeb, ${table}`, () =>
      check('pxweb', table, mutatedJson([METADATA1, FOLDER, CONFIG, small()]))).timeout(120_000);
  }

  it('ends in a table or a DataError: PX', () =>
    check('px', 'https://datos.example/a.px', mutatedText([whole('pxweb/datasymbols.px')]))).timeout(120_000);
});
