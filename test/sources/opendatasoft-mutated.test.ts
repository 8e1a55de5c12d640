import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { source } from '../../src/sources/opendatasoft.js';
import { readDatasetRecord } from '../../src/sources/opendatasoft-about.js';
import { DATASET, RECORD } from '../servers/opendatasoft-record.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const file = (name: string): string => readFileSync(`${REAL}ods/${name}`, 'utf8');

describeWith(`${REAL}ods`, 'a reply of Opendatasoft, changed at random,', () => {
  const replies = (): string[] => [
    file('example-records-v2.1.json'),
    `[${file('example-record-v2.1.json')}]`,
    file('error-odsql.json'),
    file('error-quota-429.json'),
    '{"nhits":1,"parameters":{},"records":[{"recordid":"x","fields":{"lugar":"Lima","n":3}}]}',
  ];

  it('ends in a table or a DataError: its values', async () => {
    const about = await readDatasetRecord({ url: DATASET, text: file('example-dataset-v2.1.json') });
    const url = `${DATASET}/records?limit=2`;
    await expectOutcomes(mutatedJson(replies()), (text) => readWhole(source, { url, text }, about));
  }).timeout(120_000);

  it('ends in a table or a DataError: its letters, also of CSV', () => {
    const csv = '\ufefflugar;tasa;n\r\nLima;1.234;"1"\r\nIca;0.5;2\r\n';
    return expectOutcomes(mutatedText([...replies(), csv]), (text) =>
      readWhole(source, { url: `${DATASET}/exports/csv`, text }),
    );
  }).timeout(120_000);

  it('ends in a description or a DataError: what a portal says of its data', () =>
    expectOutcomes(mutatedJson([JSON.stringify(RECORD)]), async (text) => {
      const about = await readDatasetRecord({ url: DATASET, text });
      await readWhole(
        source,
        { url: DATASET, text: '[{"fecha":"2024-01-05","cantidad":3,"etiquetas":["a"]}]' },
        about,
      );
    })).timeout(120_000);
});
