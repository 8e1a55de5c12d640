import '../support/as-module.js';
import { source } from '../../src/sources/odata.js';
import { readMetadata } from '../../src/sources/odata-metadata.js';
import { odataServer } from '../servers/odata.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';

const SET = 'https://datos.example/odata/Denuncias';
const METADATA = 'https://datos.example/odata/$metadata';
const rows = [
  { lugar: 'Lima', n: 3, dia: '2024-01-05' },
  { lugar: null, n: null, dia: '2024-01-06' },
];
const server = odataServer({
  types: { lugar: 'Edm.String', n: 'Edm.Int32', dia: 'Edm.Date' },
  rows,
  page: 1,
});
const xml = server(new URL(METADATA)).body;
const REPLIES = [
  server(new URL(`${SET}?$count=true`)).body,
  '{"d":{"results":[{"__metadata":{},"Dia":"/Date(1388534400000+0060)/","Area":{"__deferred":{}}}],"__count":"1"}}',
  '{"error":{"code":"","message":{"lang":"es","value":"No"}}}',
];
const APPLY = `${SET}?$apply=concat(groupby((lugar),aggregate($count as obs_rows,n with sum as obs_sum_1)),x)`;

describe('a reply of OData, changed at random,', () => {
  it('ends in a table or a DataError: its values', () =>
    expectOutcomes(mutatedJson(REPLIES), (text) =>
      readWhole(source, { url: SET, text }, readMetadata({ url: METADATA, text: xml })),
    )).timeout(120_000);

  it('ends in a table or a DataError: its letters, and its groups', async () => {
    await expectOutcomes(mutatedText(REPLIES), (text) => readWhole(source, { url: SET, text }));
    const groups = '{"value":[{"lugar":"Lima","obs_rows":2,"obs_sum_1":3},{"lugar":"Lima","obs_count_1":1}]}';
    await expectOutcomes(mutatedJson([groups]), (text) => readWhole(source, { url: APPLY, text }));
  }).timeout(120_000);

  it('ends in a description or a DataError: what a service says of its data', () =>
    expectOutcomes(mutatedText([xml]), async (text) => {
      const about = readMetadata({ url: METADATA, text });
      await readWhole(source, { url: SET, text: '{"value":[{"lugar":"Lima","n":3}]}' }, about);
    })).timeout(120_000);
});
