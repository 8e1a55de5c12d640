import type { Manifest } from '../../observatory/manifest.js';
import { columnOfLevel } from '../../observatory/conditions.js';
import type { Place, Places } from '../../observatory/places.js';
import { asTextColumn } from '../../query/as-text.js';
import { totalWords } from '../../query/total-rows.js';
import { nearestName } from '../../table/nearest.js';
import { findColumn, type Table } from '../../table/table.js';
import { cellsThat } from './cells.js';
import { rule, together, type Checked, type Finding } from './finding.js';

type Resource = Manifest['resources'][number];

/** A column of places, and what may stand in it. */
interface Expected {
  readonly column: string;
  readonly words: ReadonlySet<string>;
}

/** The columns of places that indicators name, and the one of codes. */
function expectedPlaces(manifest: Manifest, resource: Resource, places: Places): Expected[] {
  const all = [...places.values()];
  const indicators = (manifest.indicators ?? []).filter((each) => each.resource === resource.name);
  const levels = indicators.flatMap((indicator) =>
    Object.keys(indicator.places ?? {}).flatMap((level) => {
      const found = columnOfLevel(indicator, level);
      const there = all.filter((place) => place.level === level);
      if (!found || there.length === 0) return [];
      const words = there.flatMap(({ code, names }) => (found.by === 'code' ? [code] : names));
      return [{ column: found.column, words: new Set(words) }];
    }),
  );
  const isOfList = resource.codeSystem === undefined || resource.codeSystem === manifest.codeSystem;
  const { codeColumn } = resource;
  const codes =
    codeColumn !== undefined && isOfList ? [{ column: codeColumn, words: new Set(places.keys()) }] : [];
  const isList = manifest.places?.resource === resource.name;
  // Two indicators mostly name the same columns, and one column may have places of several levels.
  const expected = new Map<string, Set<string>>();
  for (const { column, words } of [...levels, ...(isList ? [] : codes)])
    expected.set(column, new Set([...(expected.get(column) ?? []), ...words]));
  return [...expected].map(([column, words]) => ({ column, words }));
}

/** The name that was probably meant; of codes, which all look alike, none. */
export function nearestPlace(wrong: string, names: readonly string[]): string | undefined {
  return /^\d*$/.test(wrong) ? undefined : nearestName(wrong, names);
}

/** Names and codes of places that the list of places does not have: figures that no page can show by their place. */
export function checkPlaces(table: Table, manifest: Manifest, resource: Resource, places: Places): Checked {
  if (places.size === 0) return together([]);
  return together(
    expectedPlaces(manifest, resource, places).map(({ column: name, words: known }) => {
      const column = findColumn(table, name);
      if (!column) return together([]);
      const text = asTextColumn(column);
      const { words } = text;
      // The row of a total is no place, and is held against its parts elsewhere.
      const isTotal = totalWords(text);
      const unknown = words.filter((word, code) => !known.has(word) && isTotal[code] !== true);
      const isUnknown = new Set(unknown);
      const cells = cellsThat(column, (word) => isUnknown.has(word));
      if (!cells) return rule('consistency', words.length, []);
      const nearest = nearestPlace(cells.value ?? '', [...known]);
      const finding = {
        ...{ code: 'place-unknown' as const, column: name, ...cells, count: unknown.length },
        ...(nearest !== undefined && { nearest }),
      };
      return rule('consistency', words.length, [finding]);
    }),
  );
}

/** Whether a place is, by its wholes, a part of itself: such a ring has no end for what goes up in it. */
function isInRing(place: Place, places: Places): boolean {
  const seen = new Set<string>();
  let whole: Place | undefined = place;
  while (whole && whole.parent !== '' && !seen.has(whole.code)) {
    seen.add(whole.code);
    if (whole.parent === place.code) return true;
    whole = places.get(whole.parent);
  }
  return false;
}

/** Places of the list that are part of one which is not in it, or of themselves. */
export function checkParents(places: Places): Checked {
  const all = [...places.values()];
  const told = (code: 'parent-unknown' | 'parent-ring', isWrong: (place: Place) => boolean): Finding[] => {
    const wrong = all.filter(isWrong);
    const [first] = wrong;
    if (!first) return [];
    const where = { value: first.parent, place: first.name, row: all.indexOf(first) + 1 };
    return [{ code, ...where, count: wrong.length }];
  };
  return rule('consistency', all.length, [
    ...told('parent-unknown', ({ parent }) => parent !== '' && !places.has(parent)),
    ...told('parent-ring', (place) => isInRing(place, places)),
  ]);
}
