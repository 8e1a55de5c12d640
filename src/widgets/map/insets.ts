import { DataError } from '../../errors.js';
import { nameWords } from '../../table/code-column.js';
import type { MapDocument } from '../../table/shape.js';
import type { Box, Drawn, Inset } from './drawn.js';

/** The capital's districts, and the port beside it: too small to be seen on a map of the country. */
const CAPITAL = ['1501', '07'];
const MARGIN = 0.06;
/** A part that is as large as this share of the map needs no inset. */
const LARGEST = 0.25;

/** The least rectangle around others, with a margin. */
function around(boxes: readonly Box[], margin: number): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const space = margin * Math.max(right - left, bottom - top);
  return {
    x: left - space,
    y: top - space,
    width: right - left + 2 * space,
    height: bottom - top + 2 * space,
  };
}

const plain = (text: string): string => nameWords(text).trim();

/** The places that a text names: by code, by the beginning of a code, or by name. */
function placesNamed(text: string, { places }: MapDocument): number[] {
  const wanted = plain(text);
  const found = places.flatMap(({ code, name }, place) =>
    code === text || (/\d$/.test(text) && code.startsWith(text)) || plain(name) === wanted ? [place] : [],
  );
  if (found.length > 0) return found;
  const expected = places.slice(0, 3).map(({ code }) => code);
  throw new DataError('bad-attribute', { attribute: 'insets', value: text, expected });
}

function insetOf(label: string, places: readonly number[], drawn: Drawn): Inset[] {
  const box = around(
    places.flatMap((place) => drawn.boxes[place] ?? []),
    MARGIN,
  );
  return box ? [{ label, box }] : [];
}

/** Where a map of Peru shows the whole country, its capital is drawn again; no other country is known here. */
function usual(map: MapDocument, drawn: Drawn, label: string): Inset[] {
  if (map.kind !== 'shapes' || map.codeSystem !== 'inei') return [];
  const places = map.places.flatMap(({ code }, place) =>
    CAPITAL.some((start) => code.startsWith(start)) ? [place] : [],
  );
  const [first] = places;
  const name = places.length === 1 && first !== undefined ? (map.places[first]?.name ?? label) : label;
  return insetOf(name, places, drawn).filter(
    ({ box }) => Math.max(box.width, box.height) < LARGEST * Math.max(drawn.box.width, drawn.box.height),
  );
}

/**
 * Reads `Lima y Callao: 1501, 0701; Cusco: 0801`: a name, then codes, beginnings of codes or names of places. Without
 * the attribute a map of Peru has one of its capital; `none` is none.
 */
export function insetsOf(text: string, map: MapDocument, drawn: Drawn, capital: string): Inset[] {
  if (text.trim() === '') return usual(map, drawn, capital);
  if (text.trim() === 'none' || map.kind === 'tiles') return [];
  return text
    .split(';')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      const colon = part.indexOf(':');
      const names = part.slice(colon + 1).split(',');
      const places = names.flatMap((name) => placesNamed(name.trim(), map));
      const label = colon < 0 ? (map.places[places[0] ?? -1]?.name ?? part.trim()) : part.slice(0, colon);
      return insetOf(label.trim(), places, drawn);
    });
}
