import { levelColumn } from './conditions.js';
import { isWithin, namesApart, partsOf, type Place, type Places } from './places.js';
import type { Indicator } from './schema-indicator.js';

/** What is broken down by places. */
interface Asked {
  readonly indicator: Indicator;
  readonly places: Places;
  /** The whole country without it. */
  readonly place: Place | undefined;
  /** Whether the parts of the place are compared. */
  readonly byParts: boolean;
  /** The columns that the page itself names. */
  readonly by: readonly string[];
}

/** Whether an indicator has places by their codes in some column that it is broken down by. */
export function hasCodes({ places = {} }: Indicator, byParts: boolean, by: readonly string[]): boolean {
  return Object.values(places)
    .map(levelColumn)
    .some((told) => told.by === 'code' && (byParts || by.includes(told.column)));
}

/**
 * The names of the places that stand in the data by their codes, as the attribute `labels` has them: `cod=0101: Ica`.
 * Two of one name are told apart by what they are part of.
 */
export function placeLabels({ indicator, places, place, byParts, by }: Asked): string {
  const [part] = byParts ? partsOf(places, place) : [];
  const told = Object.entries(indicator.places ?? {}).flatMap(([level, each]) => {
    const { column, by: how } = levelColumn(each);
    const isAsked = byParts ? level === part?.level : by.includes(column);
    return isAsked && how === 'code' ? [{ level, column }] : [];
  });
  return told
    .flatMap(({ level, column }) => {
      const all = [...places.values()].filter(
        (each) => each.level === level && (!place || isWithin(places, each, place)),
      );
      const nameOf = namesApart(places, all);
      return all.map((each) => `${column}=${each.code}: ${nameOf(each).replaceAll(/[;:]/g, ',')}`);
    })
    .join('; ');
}
