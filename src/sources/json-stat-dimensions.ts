import { DataError } from '../errors.js';
import type { Dimension } from './cube.js';
import { asObject, isObject, own, type JsonObject } from './json-text.js';
import { periodsOf } from './statistical-time.js';

/** A dimension of a document of JSON-stat, with the rest of what the document says of it. */
export interface ReadDimension extends Dimension {
  readonly isMetric: boolean;
  readonly source: JsonObject;
}

/** What dimensions of time are called where the document does not say which they are. */
const TIME_NAME = /^(time(_?period)?|tid|year|a[nñ]o|anio|period[eo]?|month|mes|quarter|trimestre)$/i;

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The codes in their order: `index` is a list, or says the place of each; a sole category may have only a label. */
function codesOf(category: JsonObject): string[] | undefined {
  const index = own(category, 'index') ?? undefined;
  if (Array.isArray(index)) return index.map(textOf);
  if (index === undefined) return Object.keys(asObject(own(category, 'label')));
  if (!isObject(index)) return undefined;
  const places = Object.entries(index);
  const isPlaced = places.every(([, place]) => typeof place === 'number');
  const codes = places.sort(([, a], [, b]) => Number(a) - Number(b)).map(([code]) => code);
  return isPlaced && new Set(places.map(([, place]) => place)).size === places.length ? codes : undefined;
}

function labelsOf(category: JsonObject, codes: readonly string[]): string[] {
  const labels = own(category, 'label');
  return codes.map((code, index) => {
    const label = textOf(Array.isArray(labels) ? labels[index] : own(asObject(labels), code)).trim();
    return label === '' ? code : label;
  });
}

/** The dimensions of a dataset, in the order of its values. JSON-stat 1 has their names within `dimension`. */
export function dimensionsOf(dataset: JsonObject, host: string): ReadDimension[] {
  const all = asObject(own(dataset, 'dimension'));
  const ids = own(dataset, 'id') ?? own(all, 'id');
  const sizes = own(dataset, 'size') ?? own(all, 'size');
  const roles = asObject(own(dataset, 'role') ?? own(all, 'role'));
  const [times, metrics] = ['time', 'metric'].map((role) => listOf(own(roles, role)));
  const malformed = (value: string): never => {
    throw new DataError('malformed', { host, value: value.slice(0, 100) });
  };
  if (!Array.isArray(ids) || (sizes !== undefined && !Array.isArray(sizes))) return malformed('id, size');
  if (Array.isArray(sizes) && sizes.length !== ids.length) return malformed('size');
  return ids.map((each: unknown, place): ReadDimension => {
    const id = textOf(each);
    const source = asObject(own(all, id));
    const category = asObject(own(source, 'category'));
    const codes = codesOf(category);
    const size = Array.isArray(sizes) ? (sizes[place] as unknown) : codes?.length;
    if (id === '' || !codes || codes.length !== size || ids.indexOf(each) !== place) return malformed(id);
    const labels = labelsOf(category, codes);
    const isNamedTime = times?.length === 0 && TIME_NAME.test(id) && periodsOf(codes, labels) !== undefined;
    return {
      id,
      label: textOf(own(source, 'label')),
      codes,
      labels,
      isTime: isNamedTime || times?.includes(id) === true,
      isMetric: metrics?.includes(id) === true,
      source,
    };
  });
}
