import { isObject, own, type JsonObject } from './json-text.js';

/** Where APIs usually put their rows; tried first, in this order. */
const USUAL_KEYS = [
  ...['data', 'records', 'results', 'rows', 'items', 'value', 'values', 'features', 'result', 'datos'],
  ...['resultados', 'resultado', 'filas', 'registros', 'observations', 'observaciones'],
];
/** What stands beside rows and is none. */
const BESIDE =
  /^_?(links?|errors?|warnings?|messages?|fields|columns|columnas|campos|headers?|facets|tags)$/i;
const DEEPEST = 4;

export type Rows = readonly unknown[];

/** Rows, the object that holds them, and the whole document. */
export interface FoundRows {
  readonly rows: Rows;
  readonly around: readonly JsonObject[];
}

/** A list of objects or a list of lists: both in one are no rows of one table. */
const isRows = (value: unknown): value is Rows =>
  Array.isArray(value) && (value.every(isObject) || value.every((row) => Array.isArray(row)));

/** The list within an object: the first under a usual key, else the longest. */
function rowsIn(object: JsonObject): Rows | undefined {
  const lists = Object.keys(object).flatMap((key) => {
    const value = own(object, key);
    const place = USUAL_KEYS.indexOf(key.toLowerCase());
    return isRows(value) ? [{ key, value, place: place < 0 ? Infinity : place }] : [];
  });
  const usual = lists.filter(({ place }) => place < Infinity).sort((a, b) => a.place - b.place);
  const filled = usual.find(({ value }) => value.length > 0) ?? usual[0];
  if (filled) return filled.value;
  const others = lists.filter(({ key, value }) => value.length > 0 && !BESIDE.test(key));
  return others.sort((a, b) => b.value.length - a.value.length)[0]?.value;
}

/** The only list among things of another kind, as where a page's number stands before its rows. */
function rowsAmong(root: unknown): FoundRows | undefined {
  if (!Array.isArray(root)) return undefined;
  const lists = root.filter((value): value is Rows => isRows(value) && value.length > 0);
  const [rows] = lists;
  return rows?.every(isObject) && lists.length === 1 ? { rows, around: [] } : undefined;
}

/** The list of records in the document that is nearest to its root. */
export function findRows(root: unknown): FoundRows | undefined {
  if (isRows(root)) return { rows: root, around: [] };
  if (!isObject(root)) return rowsAmong(root);
  let level: JsonObject[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    for (const object of level) {
      const rows = rowsIn(object);
      if (rows) return { rows, around: object === root ? [root] : [object, root] };
    }
    level = level.flatMap((object) => Object.keys(object).map((key) => own(object, key))).filter(isObject);
  }
  return undefined;
}
