import '../support/as-module.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectTableOrError } from '../support/mutated-outcomes.js';

const DOCUMENTS = [
  {
    columns: ['dpto', 'delito', 'n'],
    index: [0, 1],
    data: [
      ['LIMA', 'ROBO', 1.234],
      ['ICA', 'HURTO', '3,5'],
    ],
  },
  {
    meta: {
      view: {
        columns: [
          { id: -1, name: 'sid', dataTypeName: 'meta_data' },
          { id: 1, name: 'a' },
        ],
      },
    },
    data: [['r', 1]],
  },
  [
    { page: 1, pages: 2 },
    [
      { 'a.b': 1, a: { b: 2.345 } },
      { ' a.b ': null, __proto__x: [1] },
    ],
  ],
  { links: [{ rel: 'self' }], datos: [{ anio: 2024, n: ' 5 ', id: 9007199254740991 }] },
].map((document) => JSON.stringify(document).replace('9007199254740991', '90071992547409931'));

describe('a document of JSON, changed at random,', () => {
  const url = 'https://datos.example/d.json';

  it('ends in a table or a DataError: its values', () =>
    expectTableOrError('json', url, mutatedJson(DOCUMENTS)));

  it('ends in a table or a DataError: its letters', () =>
    expectTableOrError('json', url, mutatedText(DOCUMENTS)));
});
