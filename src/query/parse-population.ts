import { DataError } from '../errors.js';
import { unquoteName } from './parse-list.js';
import type { Inhabitants, Per, Population } from './query.js';

const EXPECTED = [
  "100000 of 'INEI' 2024: 34110973, 2025: 34402098",
  "100000 of 'INEI' 2025: 34402098; departamento 'Tumbes' 2025: 309153, 'Piura' 2025: 2188847",
];

/** `'Tumbes' 2025: 309153`; a quote in a name is written twice, and the place holds until the next is named. */
const ONE = /\s*(?:'((?:[^']|'')*)'\s*)?(\d{4})\s*:\s*(\d{1,12})\s*(?:,|$)/y;
/** What stands before the places of a column: its name. */
const COLUMN = /^\s*("[^"]+"|`[^`]+`|\[[^\]]+\]|[\p{L}_][\p{L}\p{N}\p{M}_.$]*)(?=\s|$)/u;
/** What a text is made of: a quoted name, a semicolon, anything else. */
const PIECE = /'(?:[^']|'')*'?|"[^"]*"?|`[^`]*`?|\[[^\]]*]?|;|[^;'"`[]+/g;

/** Splits at semicolons that stand in no quotes. */
function splitAtSemicolons(text: string): string[] {
  const parts = [''];
  for (const piece of text.match(PIECE) ?? []) {
    if (piece === ';') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts;
}

function refuse(text: string): never {
  throw new DataError('bad-expression', { attribute: 'per', value: text, expected: EXPECTED });
}

function inhabitantsIn(part: string, text: string): Inhabitants[] {
  const found: Inhabitants[] = [];
  let place: string | undefined;
  let position = 0;
  while (part.slice(position).trim() !== '') {
    ONE.lastIndex = position;
    const [whole, word, year = '', count = ''] = ONE.exec(part) ?? refuse(text);
    position += whole.length;
    place = word?.replaceAll("''", "'") ?? place;
    const inhabitants = { year: Number(year), count: Number(count) };
    found.push(place === undefined ? inhabitants : { word: place, ...inhabitants });
  }
  return found;
}

/**
 * `100000 of 'INEI' 2025: 34402098; departamento 'Tumbes' 2025: 309153`: the source of the figures, the inhabitants of
 * all that is counted, then those of the places of each column, the largest places first. A column without any is one
 * whose places have none that are known.
 */
export function parsePopulation(text: string): Per {
  const head = /^\s*(\d{1,9})\s+(?:of|de)\s+'((?:[^']|'')+)'/i.exec(text);
  if (!head) return refuse(text);
  const [before, scale, source = ''] = head;
  const [first = '', ...others] = splitAtSemicolons(text.slice(before.length));
  const parts = others.map((part) => {
    const [name = ''] = COLUMN.exec(part) ?? refuse(text);
    return { column: unquoteName(name.trim()), of: inhabitantsIn(part.slice(name.length), text) };
  });
  const whole = inhabitantsIn(first, text);
  const isMixed =
    whole.some(({ word }) => word !== undefined) ||
    parts.some(({ of }) => of.some(({ word }) => word === undefined));
  if (isMixed || (whole.length === 0 && parts.length === 0)) return refuse(text);
  const population: Population = { source: source.replaceAll("''", "'"), whole, parts };
  return { scale: Number(scale), population };
}
