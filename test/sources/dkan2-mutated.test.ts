import '../support/as-module.js';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/dkan2.js';
import { dkan2Server } from '../servers/dkan2.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectTableOrError } from '../support/mutated-outcomes.js';

const ITEM = 'https://datos.example/api/1/metastore/schemas/dataset/items/5dc1cfcf';
const QUERY = 'https://datos.example/api/1/datastore/query/5dc1cfcf/0';

const portal = dkan2Server(
  [
    { anio: 2023, lugar: 'Lima', cantidad: 5 },
    { anio: 2024, lugar: 'Áncash', cantidad: null },
  ],
  { types: { anio: 'int', lugar: 'text', cantidad: 'int' }, labels: { lugar: 'Lugar del hecho' } },
);
const item = JSON.stringify({
  title: 'Denuncias',
  description: '<p>Denuncias</p>',
  modified: '2026-10-01',
  publisher: { name: 'MININTER' },
  distribution: [
    {
      identifier: 'd1',
      data: { title: 'Por mes', mediaType: 'text/csv', downloadURL: 'https://x.example/a.csv' },
    },
    { title: 'Mapa', format: 'geojson', downloadURL: 'https://x.example/a.geojson' },
  ],
});

describe('a reply of DKAN 2, changed at random,', () => {
  const sum = { aggregate: 'sum', column: 'cantidad' } as const;
  const groups = source.plan(
    new URL(QUERY),
    { ...EMPTY_QUERY, measures: [sum], time: ['anio'] },
    {},
    true,
  ).url;
  const rows = portal(new URL(QUERY)).body;
  const lists = JSON.stringify({
    results: [['2023', 'Lima', '5']],
    count: 1,
    query: { properties: ['a', { alias: 'b' }] },
  });

  it('ends in a table or a DataError: rows, their values', () =>
    expectTableOrError('dkan2', QUERY, mutatedJson([rows, lists])));

  it('ends in a table or a DataError: rows, their letters', () =>
    expectTableOrError('dkan2', QUERY, mutatedText([rows, lists])));

  it('ends in a table or a DataError: groups', () =>
    expectTableOrError('dkan2', groups, mutatedJson([portal(new URL(groups)).body])));

  it('ends in a table or a DataError: a dataset', () =>
    expectTableOrError('dkan2', ITEM, mutatedJson([item])));

  it('ends in a table or a DataError: a dataset, its letters', () =>
    expectTableOrError('dkan2', ITEM, mutatedText([item])));
});
