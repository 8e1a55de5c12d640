import { DataError } from '../../errors.js';
import { localised } from '../../observatory/localised.js';
import type { Manifest } from '../../observatory/manifest.js';
import { namesApart, partsOf, placeOf, type Place, type Places } from '../../observatory/places.js';
import type { Option } from '../../selection/selection.js';
import { byLabel, type Found } from './filter-model.js';

/** All that a place is made of, parts of parts as well; of none, all places. */
function within(places: Places, whole: Place | undefined): Place[] {
  if (!whole) return [...places.values()];
  const found = new Set<Place>();
  const add = (place: Place): void => {
    for (const part of partsOf(places, place)) {
      if (found.has(part)) continue;
      found.add(part);
      add(part);
    }
  };
  add(whole);
  return [...found];
}

/**
 * The parts of a place, or its places of a level, by name. Two of one name are told apart by what they are part of.
 * `isOfChoice`: readers choose the place, and it may have no parts. Fails with a DataError.
 */
export function optionsOfPlaces(places: Places, wanted: string, level: string, isOfChoice = false): Found {
  const whole = wanted === '' ? undefined : placeOf(places, wanted);
  const all = level === '' ? partsOf(places, whole) : within(places, whole);
  const chosen = all.filter((place) => level === '' || place.level === level);
  const levels = new Set([...places.values()].map((place) => place.level));
  if (chosen.length === 0 && !(isOfChoice && (level === '' || levels.has(level)))) {
    const expected = [...levels];
    throw new DataError('bad-attribute', { attribute: 'level', value: level, expected });
  }
  const nameOf = namesApart(places, chosen);
  const options = chosen.map((place): Option => ({ value: place.code, label: nameOf(place) }));
  return { options: options.sort(byLabel), ...(whole && { all: whole.name }) };
}

/** The indicators of an observatory, in its own order. */
export function optionsOfIndicators({ indicators = [] }: Manifest, lang: string): Found {
  return { options: indicators.map(({ name, title }) => ({ value: name, label: localised(title, lang) })) };
}
