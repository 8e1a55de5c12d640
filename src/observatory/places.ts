import { textAt } from '../table/cell.js';
import { nameWords } from '../table/code-column.js';
import { at } from '../table/column.js';
import { DataError } from '../errors.js';
import { findColumn, type Table } from '../table/table.js';
import type { Manifest } from './schema.js';

/** A place of the observatory's list. */
export interface Place {
  readonly code: string;
  readonly name: string;
  /** The code of the place that it is part of; `''` for none. */
  readonly parent: string;
  /** How large it is: `department`, `province`; `''` where the list does not say. */
  readonly level: string;
  /** How data write it, its name first. */
  readonly names: readonly string[];
  /** Inhabitants, by year. */
  readonly population: ReadonlyMap<string, number>;
}

/** The observatory's places, by their codes. */
export type Places = ReadonlyMap<string, Place>;

/** Where none are declared, or none are asked for. */
export const NO_PLACES: Places = new Map();

type PlacesTold = NonNullable<Manifest['places']>;

/** Reads the rows of the list of places: one for each, or one for each and year of its population. */
export function readPlaces(table: Table, told: PlacesTold): Places {
  const places = new Map<string, Place & { readonly population: Map<string, number> }>();
  const columnOf = (name: string | undefined): ((row: number) => string) => {
    if (name === undefined) return () => '';
    const column = findColumn(table, name);
    if (!column) {
      const expected = table.columns.map((each) => each.name);
      throw new DataError('missing-column', { attribute: 'places', value: name, expected });
    }
    return (row) => textAt(column, row).trim();
  };
  const [code, name, parent, level, aliases, year] = [
    told.code,
    told.name,
    told.parent,
    told.level,
    told.aliases,
    told.year,
  ].map(columnOf);
  const population = told.population === undefined ? undefined : findColumn(table, told.population);
  for (let row = 0; row < table.length; row++) {
    const key = code?.(row) ?? '';
    if (key === '') continue;
    const place = places.get(key) ?? {
      code: key,
      name: name?.(row) ?? key,
      parent: parent?.(row) ?? '',
      level: level?.(row) ?? '',
      names: [
        ...new Set([name?.(row) ?? key, ...(aliases?.(row) ?? '').split('|').map((each) => each.trim())]),
      ].filter((each) => each !== ''),
      population: new Map<string, number>(),
    };
    const inhabitants = population?.kind === 'number' ? at(population.values, row) : NaN;
    if (!Number.isNaN(inhabitants)) place.population.set(year?.(row) ?? '', inhabitants);
    places.set(key, place);
  }
  return places;
}

/** The places that one is part of, the nearest first; a ring in the list ends it. */
export function around(place: Place, places: Places): Place[] {
  const found: Place[] = [];
  let at = places.get(place.parent);
  while (at && !found.includes(at)) {
    found.push(at);
    at = places.get(at.parent);
  }
  return found;
}

/** Whether a place is part of another, or that itself. */
export const isWithin = (places: Places, place: Place, whole: Place): boolean =>
  place === whole || around(place, places).includes(whole);

/** How these places are called: two of one name are told apart by what they are part of. */
export function namesApart(places: Places, all: readonly Place[]): (place: Place) => string {
  const times = new Map<string, number>();
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1);
  return ({ name, parent }) => {
    const whole = places.get(parent)?.name;
    return times.get(name) === 1 || whole === undefined ? name : `${name} (${whole})`;
  };
}

/**
 * The place that a page means: by its code, else by its name. Of several of one name the one that all others are parts
 * of, as a province and its capital. Fails with what there is to choose from.
 */
export function placeOf(places: Places, wanted: string): Place {
  const text = wanted.trim();
  const words = nameWords(text);
  const all = [...places.values()];
  const named = all.filter(({ names }) => names.some((name) => nameWords(name) === words));
  const found =
    places.get(text) ?? named.find((whole) => named.every((each) => isWithin(places, each, whole)));
  if (found) return found;
  const expected =
    named.length > 0 ? named.map(({ code }) => code) : all.flatMap(({ code, name }) => [code, name]);
  throw new DataError('bad-attribute', { attribute: 'place', value: wanted, expected });
}

/** The place of the list that all others are parts of, where it has one: the country. */
export function wholeOf(places: Places): Place | undefined {
  const [country, more] = [...places.values()].filter(({ parent }) => !places.has(parent));
  const hasParts = [...places.values()].some(({ parent }) => parent === country?.code);
  return hasParts && !more ? country : undefined;
}

/** The places that are part of one; of none, those that are part of no other in the list. */
export function partsOf(places: Places, whole: Place | undefined): Place[] {
  const all = [...places.values()];
  if (whole) return all.filter(({ parent }) => parent === whole.code);
  const top = all.filter(({ parent }) => !places.has(parent));
  // A country that is in its own list is not one of its parts.
  const [country, more] = top;
  return country && !more ? partsOf(places, country) : top;
}
