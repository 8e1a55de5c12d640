import { ckanServer } from '../servers/ckan.js';
import type { MysqlRow } from '../servers/mysql.js';
import type { PortalReply } from './push-down-law.js';

export const TYPES = { anio: 'int4', lugar: 'text', cantidad: 'int4' };
/** Rows whose amounts are 1, 2, 3 and so on. */
export const rows = (count: number): MysqlRow[] =>
  Array.from({ length: count }, (_, index) => ({
    anio: 2020 + (index % 4),
    lugar: index % 2 === 0 ? 'Lima' : 'Ica',
    cantidad: index + 1,
  }));
/** The sum of the first amounts. */
export const sumTo = (count: number): number => (count * (count + 1)) / 2;

let run = 0;
/** The address of a table of a portal that nobody has asked yet. */
export const ckan = (rest = ''): string =>
  `https://c${++run}.example/api/3/action/datastore_search?resource_id=1${rest}`;
export const dkan = (rest = ''): string =>
  `https://d${++run}.example/api/action/datastore/search.json?resource_id=1${rest}`;
export const dkan2 = (rest = ''): string => `https://e${++run}.example/api/1/datastore/query/1/0${rest}`;

export type Portal = (url: URL) => PortalReply;

/** A portal whose replies are changed, or whose requests are. */
export const changed =
  (
    portal: Portal,
    change: (result: Record<string, unknown>) => object,
    ask = (url: URL): URL => url,
  ): Portal =>
  (url) => {
    const { body, ...rest } = portal(ask(url));
    const root = JSON.parse(body) as { result?: Record<string, unknown> };
    return root.result
      ? { ...rest, body: JSON.stringify({ ...root, result: change(root.result) }) }
      : { ...rest, body };
  };

/** A CKAN without SQL that gives so many rows at once. */
export const search = (most: number, count = 900): Portal =>
  ckanServer(rows(count), { types: TYPES, most, hasSql: false });
