import { DataError } from '../errors.js';
import { nameWords } from '../table/code-column.js';
import { isPeruvian, requireCodeSystem } from '../table/code-system.js';
import type { TextColumn } from '../table/column.js';
import type { MapDocument } from '../table/shape.js';

/** What a column of places and a map have in common, and what not. */
export interface Match {
  readonly by: 'code' | 'name';
  /** For each word of the column the index of its place on the map; -1 where it has none, or is not used. */
  readonly placeOf: Int32Array;
  /** How many places the data have. */
  readonly total: number;
  /** Words of the data that the map has no place for, or more than one. */
  readonly unmatched: readonly string[];
  /** Indices of the places of the map that no word of the data names. */
  readonly withoutData: readonly number[];
}

/** A name without accents, capitals and signs: `ÁNCASH` is `Ancash`. */
const plain = (name: string): string =>
  nameWords(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The places by a text of theirs; a text that two share names neither. */
function index(entries: readonly (readonly [text: string, place: number])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [text, place] of entries) {
    const known = found.get(text);
    if (known !== place) found.set(text, known === undefined ? place : -1);
  }
  return found;
}

function namesOf({ places, aliases }: MapDocument): Map<string, number> {
  return index(
    places.flatMap(({ code, name }, place) =>
      [name, ...(aliases.get(code) ?? [])].map((each) => [plain(each), place] as const),
    ),
  );
}

/** Codes of two lists look alike: which ones they are must be known on both sides before they are joined. */
function requireOneSystem(column: TextColumn, map: MapDocument): void {
  const attribute = 'geometry-code-system';
  if (map.isAmbiguous) {
    throw new DataError('bad-attribute', { attribute, value: '', expected: ['inei', 'reniec', 'sunat'] });
  }
  if (map.codeSystem) requireCodeSystem(column, map.codeSystem);
  else if (column.codeSystem && isPeruvian(column.codeSystem)) {
    throw new DataError('bad-attribute', { attribute, value: '', expected: [column.codeSystem] });
  }
}

/** Two words of one place, `Lima` and `LIMA`: which one is meant cannot be known, and neither is drawn. */
function withoutRivals(placeOf: Int32Array): void {
  const counts = new Map<number, number>();
  for (const place of placeOf) counts.set(place, (counts.get(place) ?? 0) + 1);
  placeOf.forEach((place, word) => {
    if ((counts.get(place) ?? 0) > 1) placeOf[word] = -1;
  });
}

const EXAMPLES = 3;

/**
 * Which place of a map each word of a column is: by codes where they are codes, as texts, else by names, whatever
 * their accents and capitals. Never by likeness: `LIMA METROPOLITANA` is not `Lima`. Fails where nothing matches, and
 * where codes could be of another list than the map's.
 */
export function matchPlaces(column: TextColumn, map: MapDocument): Match {
  const used = [...new Set(column.codes)].filter((code) => code >= 0).sort((a, b) => a - b);
  const wordOf = (code: number): string => column.words[code]?.trim() ?? '';
  const codes = index(map.places.map(({ code }, place) => [code, place]));
  const names = namesOf(map);
  const byCode = used.filter((code) => codes.has(wordOf(code))).length;
  const byName = used.filter((code) => names.has(plain(wordOf(code)))).length;
  const isCodes = byCode > 0 && byCode >= byName;
  if (isCodes || column.codeSystem) requireOneSystem(column, map);
  const placeOf = new Int32Array(column.words.length).fill(-1);
  for (const code of used) {
    const place = isCodes ? codes.get(wordOf(code)) : names.get(plain(wordOf(code)));
    placeOf[code] = place ?? -1;
  }
  withoutRivals(placeOf);
  const found = new Set(placeOf);
  if (!used.some((code) => (placeOf[code] ?? -1) >= 0)) {
    const expected = map.places.slice(0, EXAMPLES).flatMap(({ code, name }) => [...new Set([code, name])]);
    throw new DataError('bad-attribute', { attribute: 'by', value: wordOf(used[0] ?? -1), expected });
  }
  return {
    by: isCodes ? 'code' : 'name',
    placeOf,
    total: used.length,
    unmatched: used.filter((code) => placeOf[code] === -1).map((code) => labelled(column, code)),
    withoutData: map.places.flatMap((_, place) => (found.has(place) ? [] : [place])),
  };
}

/** A word as its readers know it, with its code where it is one. */
function labelled({ words, wordLabels }: TextColumn, code: number): string {
  const [word = '', label] = [words[code], wordLabels?.[code]];
  return label === undefined || label === word ? word : `${label} (${word})`;
}
