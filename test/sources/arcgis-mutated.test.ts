import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import type fc from 'fast-check';
import { source } from '../../src/sources/arcgis.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, expectTableOrError } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const QUERY =
  'https://gis.example/arcgis/rest/services/A/FeatureServer/0/query?f=json&resultOffset=0&where=1%3D1';

describeWith(`${REAL}arcgis`, 'replies of ArcGIS that something has broken', () => {
  const files = [
    'query-page-partial.json',
    'points-esri.json',
    'layer-metadata-us-il-cook.json',
    'error-400.json',
  ];
  const documents = (): string[] => files.map((name) => readFileSync(`${REAL}arcgis/${name}`, 'utf8'));

  async function check(replies: fc.Arbitrary<string>): Promise<void> {
    await expectTableOrError('arcgis', QUERY, replies);
    await expectOutcomes(replies, async (text) => source.about?.parse({ url: QUERY, text }, {}));
  }

  it('end in a table or a DataError: their values', () => check(mutatedJson(documents()))).timeout(120_000);
  it('end in a table or a DataError: their letters', () => check(mutatedText(documents()))).timeout(120_000);
});
