import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { source } from '../../src/sources/socrata.js';
import { readView } from '../../src/sources/socrata-about.js';
import { PORTAL } from '../servers/socrata-view.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const ROWS = `${PORTAL}/resource/ab2c-d3e4.json?$limit=20000`;
const VIEW = `${PORTAL}/api/views/ab2c-d3e4.json`;
const file = (name: string): string => readFileSync(`${REAL}socrata/${name}`, 'utf8');

/** A description with only its first columns: short enough to be changed everywhere. */
function view(): string {
  const whole = JSON.parse(file('view-metadata-with-columns.json')) as { columns: object[] };
  return JSON.stringify({
    ...whole,
    owner: null,
    tableAuthor: null,
    metadata: null,
    columns: whole.columns.slice(5, 9),
  });
}

describeWith(`${REAL}socrata`, 'a reply of Socrata, changed at random,', () => {
  const rows = (): string[] => [
    file('rows-page-2-last.json'),
    '[{"fecha":"2024-01-05T00:00:00.000","lugar":"Lima","cantidad":"3","punto":{"type":"Point","coordinates":[1,2]}},{"lugar":"Ica"}]',
    file('error-malformed.json'),
  ];

  it('ends in a table or a DataError: its values', async () => {
    const about = await readView({ url: VIEW, text: file('view-metadata-with-columns.json') });
    await expectOutcomes(mutatedJson(rows()), (text) => readWhole(source, { url: ROWS, text }, about));
  }).timeout(120_000);

  it('ends in a table or a DataError: its letters', () =>
    expectOutcomes(mutatedText(rows()), (text) => readWhole(source, { url: ROWS, text }))).timeout(120_000);

  it('ends in a description or a DataError: what a portal says of its data', () =>
    expectOutcomes(mutatedJson([view(), file('view-metadata.json')]), async (text) => {
      const about = await readView({ url: VIEW, text });
      await readWhole(
        source,
        { url: ROWS, text: '[{"priority_date":"2024-01-05T00:00:00.000","cfs":"3"}]' },
        about,
      );
    })).timeout(120_000);
});
