import '../support/as-module.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source as ckan } from '../../src/sources/ckan.js';
import { source as dkan } from '../../src/sources/dkan.js';
import { ckanServer } from '../servers/ckan.js';
import { dkanServer } from '../servers/dkan.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectTableOrError } from '../support/mutated-outcomes.js';

const TYPES = { anio: 'int4', lugar: 'text', cantidad: 'numeric' };
const ROWS = [
  { anio: 2023, lugar: 'Lima', cantidad: 5 },
  { anio: 2024, lugar: 'Áncash', cantidad: 1.234 },
  { anio: 2024, lugar: null, cantidad: null },
];
const QUERY: Query = {
  ...EMPTY_QUERY,
  measures: [
    { aggregate: 'avg', column: 'cantidad' },
    { aggregate: 'count', column: null },
  ],
  time: ['anio'],
  where: parseWhere('cantidad is not null or anio = 2024'),
};
const BARE: Query = { ...EMPTY_QUERY, where: parseWhere("lugar = 'Lima'") };

describe('a reply of a portal to what it is asked, changed at random,', () => {
  const action = new URL('https://datos.example/api/3/action/datastore_search?resource_id=1');
  const sql = ckan.plan(action, { ...QUERY, measures: QUERY.measures.slice(1) }, {}, true).url;
  const portal = ckanServer(ROWS, { types: TYPES });
  const group = ckan.plan(action, QUERY, {}, true).url;
  const search = ckan.plan(action, BARE, {}, true).url;

  it('ends in a table or a DataError: groups of CKAN, their values', () =>
    expectTableOrError('ckan', sql, mutatedJson([portal(new URL(sql)).body, portal(new URL(group)).body])));

  it('ends in a table or a DataError: groups of CKAN, their letters', () =>
    expectTableOrError('ckan', sql, mutatedText([portal(new URL(sql)).body])));

  it('ends in a table or a DataError: rows of CKAN, their values', () =>
    expectTableOrError('ckan', search, mutatedJson([portal(new URL(search)).body])));

  const address = new URL('https://datos.example/api/action/datastore/search.json?resource_id=1');
  const types = { ...TYPES, anio: 'int' };
  const groups = dkan.plan(address, { ...QUERY, where: parseWhere('anio > 2000') }, {}, true).url;
  const body = dkanServer(ROWS, { types })(new URL(groups)).body;

  it('ends in a table or a DataError: groups of DKAN 7, their values', () =>
    expectTableOrError('dkan', groups, mutatedJson([body])));

  it('ends in a table or a DataError: groups of DKAN 7, their letters', () =>
    expectTableOrError('dkan', groups, mutatedText([body])));
});
