import type { Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { source } from '../../src/sources/ckan.js';
import { plannedBy, sumOf } from './planned.js';

export const PORTAL = 'https://datos.example';
export const SEARCH = `${PORTAL}/api/3/action/datastore_search`;

/** A sum by place and year of some of the rows, each condition of another kind. */
export const sumByPlace: Query = sumOf('cantidad', {
  time: ['anio'],
  by: ['lugar'],
  where: parseWhere("modalidad in ('Robo', 'Hurto') and lugar = 'LIMA' and anio >= 2020"),
});

/** The request to CKAN for a question, as an address and its parameters. */
export function planned(address: string, query?: Query, resource?: string, pushDown = true) {
  const options = resource === undefined ? {} : { resource };
  const { origin, path, asked, pushedDown } = plannedBy(source, PORTAL, address, query, {
    options,
    pushDown,
  });
  return { path: origin + path, asked, pushedDown };
}
