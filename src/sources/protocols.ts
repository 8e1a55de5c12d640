import { DataError } from '../errors.js';
import type { Source } from './source.js';

/** A protocol is one file beside this one, and one line here. */
export const SOURCES = {
  csv: () => import('./csv.js'),
  json: () => import('./json.js'),
  ckan: () => import('./ckan.js'),
  dkan: () => import('./dkan.js'),
  dkan2: () => import('./dkan2.js'),
  socrata: () => import('./socrata.js'),
  opendatasoft: () => import('./opendatasoft.js'),
  sdmx: () => import('./sdmx.js'),
  'sdmx-csv': () => import('./sdmx-csv.js'),
  'json-stat': () => import('./json-stat.js'),
  pxweb: () => import('./pxweb.js'),
  px: () => import('./px.js'),
  arcgis: () => import('./arcgis.js'),
  odata: () => import('./odata.js'),
  'world-bank': () => import('./world-bank.js'),
  'series-tiempo': () => import('./series-tiempo.js'),
  'police-uk': () => import('./police-uk.js'),
  datapackage: () => import('./datapackage.js'),
  csvw: () => import('./csvw.js'),
  'google-sheets': () => import('./google-sheets.js'),
  geojson: () => import('./geojson.js'),
  topojson: () => import('./topojson.js'),
  xlsx: () => import('./xlsx.js'),
  columnar: () => import('./columnar.js'),
} satisfies Readonly<Record<string, () => Promise<{ readonly source: Source }>>>;

export type ProtocolName = keyof typeof SOURCES;

export const PROTOCOLS = Object.keys(SOURCES) as ProtocolName[];

/** What speaks a protocol; fails with a DataError where nothing does. */
export async function loadSource(protocol: string): Promise<Source> {
  const name = PROTOCOLS.find((each) => each === protocol);
  if (name !== undefined) return (await SOURCES[name]()).source;
  throw new DataError('bad-attribute', { attribute: 'protocol', value: protocol, expected: PROTOCOLS });
}
