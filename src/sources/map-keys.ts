import { DataError } from '../errors.js';
import { looksLikeCode, nameWords } from '../table/code-column.js';
import type { CodeSystem } from '../table/code-system.js';
import type { Position, ShapePlace } from '../table/shape.js';
import { DEPARTMENTS } from './peru-departments.js';

/** The properties of one place, as texts. */
export type Properties = ReadonlyMap<string, string>;

/** Names without accents, capitals and signs. */
const plain = (text: string): string =>
  nameWords(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const namesOf = (all: readonly Properties[]): string[] => [
  ...new Set(all.flatMap((each) => [...each.keys()])),
];

/** A place may be several features; a file may have a name twice by mistake. */
const LEAST_DISTINCT = 0.9;

/** Whether each feature has this property, and hardly two the same. */
function isKey(name: string, all: readonly Properties[]): boolean {
  const values = all.map((each) => each.get(name) ?? '');
  return !values.includes('') && new Set(values).size >= LEAST_DISTINCT * values.length;
}

/** How much a property that parts all places looks like their code: by its values, then by its name. */
function likeness(name: string, all: readonly Properties[]): number {
  const values = all.map((each) => each.get(name) ?? '');
  const lengths = new Set(values.map(({ length }) => length));
  const isDigits = values.every((value) => /^\d{2,}$/.test(value));
  const hasZero = values.some((value) => value.startsWith('0'));
  // A running number of the file parts its places as well, and is no code of theirs.
  const isRunning = /^(objectid|fid|gid|ogc fid|shape|count|area|perimeter|hectares)/.test(plain(name));
  if (isRunning || values.some((value) => /^\d+\.\d+$/.test(value))) return 0;
  return 1 + (isDigits && lengths.size === 1 ? 4 : 0) + (hasZero ? 2 : 0) + (looksLikeCode(name, []) ? 1 : 0);
}

/**
 * The property that data are joined by: the one that the page names, else the one that looks most like a code among
 * those that part all places. Fails with the names there are.
 */
export function keyOf(all: readonly Properties[], wanted: string, host: string): string {
  const names = namesOf(all);
  const refuse = (expected: readonly string[]): never => {
    throw new DataError('missing-column', { host, attribute: 'geometry-key', value: wanted, expected });
  };
  if (wanted !== '') return names.includes(wanted) ? wanted : refuse(names);
  const [best] = names
    .filter((name) => isKey(name, all) && likeness(name, all) > 0)
    .sort((a, b) => likeness(b, all) - likeness(a, all));
  return best ?? refuse(names);
}

/** The property with the names of the places: of those called so, the one that parts them best. */
export function nameKeyOf(all: readonly Properties[]): string | undefined {
  const distinct = (name: string): number => new Set(all.map((each) => each.get(name) ?? '')).size;
  const isName = (name: string): boolean =>
    /(^| )(nom|name|nam)|dist|prov|dep/.test(plain(name)) &&
    all.every((each) => /\p{L}/u.test(each.get(name) ?? 'a'));
  const [best] = namesOf(all)
    .filter(isName)
    .sort((a, b) => distinct(b) - distinct(a));
  return best;
}

/** How the departments are written in maps, by code; the same without its article. */
const WRITTEN = new Map(DEPARTMENTS.map(([code, name]) => [code, plain(name)]));

/** Whether a property names the department of INEI's code for every place: most differ in the other lists. */
function isProven(codes: readonly string[], all: readonly Properties[]): boolean {
  return namesOf(all).some((name) =>
    all.every((each, index) => plain(each.get(name) ?? '') === WRITTEN.get(codes[index]?.slice(0, 2) ?? '')),
  );
}

/** Peru, with a margin: `west, south, east, north`. */
const PERU = [-82, -19, -68, 0.5] as const;

function isInPeru(places: readonly ShapePlace[]): boolean {
  const [west, south, east, north] = PERU;
  const isInside = ([x, y]: Position): boolean => x > west && x < east && y > south && y < north;
  return places.every(({ polygons }) => polygons.every(([outer]) => outer?.every(isInside) ?? true));
}

/**
 * Which list the codes of a map are of, where its own names prove it; whether they are Peru's and nothing tells which
 * of its lists they are of.
 */
export function codesOf(
  places: readonly ShapePlace[],
  all: readonly Properties[],
): { readonly codeSystem?: CodeSystem; readonly isAmbiguous: boolean } {
  const codes = places.map(({ code }) => code);
  const isPeruvian =
    codes.every((code) => /^(0[1-9]|1\d|2[0-5])(\d{2}){0,2}$/.test(code)) && isInPeru(places);
  if (!isPeruvian) return { isAmbiguous: false };
  return isProven(codes, all) ? { codeSystem: 'inei', isAmbiguous: false } : { isAmbiguous: true };
}
