import { readMonth } from './month.js';

/** What a letter of a format stands for. */
type Part = 'year' | 'shortYear' | 'month' | 'day' | 'name' | 'time' | 'fraction';

const PARTS: Readonly<Record<Part, string>> = {
  year: '(\\d{4})',
  shortYear: '(\\d{2})',
  month: '(\\d{1,2})',
  day: '(\\d{1,2})',
  name: '([\\p{L}.]{3,12})',
  time: '\\d{1,2}',
  fraction: '\\d{1,9}',
};

/** Letters of `strptime`, as Table Schema has them. */
const STRPTIME: Readonly<Record<string, Part>> = {
  Y: 'year', y: 'shortYear', m: 'month', d: 'day', b: 'name', B: 'name', H: 'time', M: 'time', S: 'time', f: 'fraction',
}; // prettier-ignore

/** Letters of Unicode's date formats, as CSV on the Web has them. */
function unicodePart(letters: string): Part | undefined {
  if (/^M{3,}$/.test(letters)) return 'name';
  if (letters === 'yy') return 'shortYear';
  return ({ y: 'year', M: 'month', d: 'day', H: 'time', m: 'time', s: 'time', S: 'fraction' } as const)[
    letters.charAt(0)
  ];
}

/** More make no date, and a pattern of them would be slow. */
const MOST_PARTS = 8;

interface Format {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function compile(format: string): Format {
  const parts: Part[] = [];
  let count = 0;
  const add = (part: Part | undefined, written: string): string => {
    if (!part) return escaped(written);
    if (++count > MOST_PARTS) throw new RangeError('no date has as many parts');
    if (part !== 'time' && part !== 'fraction') parts.push(part);
    return PARTS[part];
  };
  const plain = format.replace(/^fmt:/, '').slice(0, 60);
  const source = plain.includes('%')
    ? plain.replace(/%([a-zA-Z])|[^%]/g, (found, letter: string | undefined) => {
        return letter === undefined ? escaped(found) : add(STRPTIME[letter], found);
      })
    : plain.replace(/'([^']*)'|(y+|M+|d+|H+|m+|s+|S+)|./g, (found, quoted: string | undefined) => {
        return quoted === undefined ? add(unicodePart(found), found) : escaped(quoted);
      });
  return { pattern: new RegExp(`^${source}$`, 'u'), parts };
}

const formats = new Map<string, Format | undefined>();

/** A format is compiled once; one that cannot be is none. */
function formatOf(format: string): Format | undefined {
  if (!formats.has(format)) {
    if (formats.size > 50) formats.clear();
    try {
      formats.set(format, compile(format));
    } catch {
      formats.set(format, undefined);
    }
  }
  return formats.get(format);
}

/** A date of this format as ISO 8601 has it, without its time of day: `2024-09-05`, `2024-09`, `2024`. */
export function readDate(word: string, format: string): string | undefined {
  const known = formatOf(format);
  const found = word.length > 60 ? null : known?.pattern.exec(word.trim());
  if (!known || !found) return undefined;
  const said = new Map(known.parts.map((part, index) => [part, found[index + 1] ?? '']));
  const short = said.get('shortYear');
  const year = said.get('year') ?? (short === undefined ? undefined : `20${short}`);
  if (year === undefined) return undefined;
  const name = said.get('name');
  const plainName = name?.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const month =
    said.get('month') ?? (plainName === undefined ? undefined : String(readMonth(plainName) ?? ''));
  const parts = [year, month, said.get('day')].filter((part) => part !== undefined);
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
