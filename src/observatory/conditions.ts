import { DataError } from '../errors.js';
import { codesOf, offenceCodes, offenceOf } from './offences.js';
import { allOf, isOneOf } from '../query/write-where.js';
import { around, type Place, type Places } from './places.js';
import type { Manifest } from './schema.js';
import type { Indicator, PlaceColumn } from './schema-indicator.js';

/** The column of places of a level. */
export interface LevelColumn {
  readonly column: string;
  readonly by: 'name' | 'code';
}

/** The column of a level; without more it has names. */
export function levelColumn(told: PlaceColumn): LevelColumn {
  return typeof told === 'string'
    ? { column: told, by: 'name' }
    : { column: told.column, by: told.by ?? 'name' };
}

/** The column in which an indicator has places of that level; `undefined` where it has none. */
export function columnOfLevel({ places = {} }: Indicator, level: string): LevelColumn | undefined {
  const told = Object.hasOwn(places, level) ? places[level] : undefined;
  return told === undefined ? undefined : levelColumn(told);
}

/** Whether a column has places of several levels, so that a level is not told by its column. */
export function isMixed({ places = {} }: Indicator, column: string): boolean {
  return Object.values(places).filter((told) => levelColumn(told).column === column).length > 1;
}

/** Whether any of its columns is so. */
export const hasMixed = (indicator: Indicator): boolean =>
  Object.values(indicator.places ?? {}).some((told) => isMixed(indicator, levelColumn(told).column));

/**
 * Only the rows of the parts of a place, where the column that tells them apart has the place itself, or others, as
 * well; `undefined` where it has the parts alone.
 */
export function mixedParts(indicator: Indicator, parts: readonly Place[]): string | undefined {
  const [first] = parts;
  const found = first && columnOfLevel(indicator, first.level);
  if (!found || !isMixed(indicator, found.column)) return undefined;
  const words = parts.flatMap(({ code, names }) => (found.by === 'code' ? [code] : names));
  return isOneOf(found.column, words);
}

/**
 * Only the rows of one place, under every name that data give it. Two districts may have one name: where it is by name
 * that they are told apart, what they are part of must be right as well.
 */
export function placeCondition(indicator: Indicator, place: Place, places: Places): string {
  const found = columnOfLevel(indicator, place.level);
  if (!found) {
    const expected = Object.keys(indicator.places ?? {});
    throw new DataError('bad-attribute', { attribute: 'place', value: place.name, expected });
  }
  if (found.by === 'code') return isOneOf(found.column, [place.code]);
  return [place, ...around(place, places)]
    .flatMap((each) => {
      const level = columnOfLevel(indicator, each.level);
      return level ? [isOneOf(level.column, level.by === 'code' ? [each.code] : each.names)] : [];
    })
    .join(' and ');
}

/**
 * Only the rows of an offence, whose codes in the resource's own system a declared crosswalk tells: several, where one
 * offence of the other system is several here. Never by names that look alike.
 */
function offenceCondition(manifest: Manifest, indicator: Indicator): string {
  const { offence, name } = indicator;
  if (!offence) return '';
  const codes = offenceCodes(manifest, indicator);
  if (codes.length > 0) return isOneOf(offence.column, codes);
  const expected = codesOf(offenceOf(manifest, indicator)?.crosswalk);
  const value = `${name}: ${offence.code}`;
  throw new DataError('bad-attribute', { attribute: 'indicator', value, expected });
}

/** Only the rows that an indicator counts. */
export function countedCondition(manifest: Manifest, indicator: Indicator): string {
  return allOf(indicator.where, offenceCondition(manifest, indicator));
}
