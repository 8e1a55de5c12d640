import { DataError } from '../../errors.js';
import { parseNames, unquoteName } from '../parse-list.js';

/** What a column is expected to hold. A count is a whole number of events, never below zero. */
export type ExpectedKind = 'number' | 'count' | 'text' | 'period';

export interface ExpectedColumn {
  readonly name: string;
  /** Other names under which the source has published it. */
  readonly aliases: readonly string[];
  readonly kind?: ExpectedKind;
  /** The least and the greatest value, both included; infinite where nothing is said. */
  readonly range?: { readonly min: number; readonly max: number };
  readonly unit?: string;
}

/** A column that is the sum of others, row by row. */
export interface ExpectedTotal {
  readonly total: string;
  readonly parts: readonly string[];
}

/** What the page knows of its source, so that a change there is seen. */
export interface Expectations {
  readonly columns: readonly ExpectedColumn[];
  readonly totals: readonly ExpectedTotal[];
  /** The columns that tell every row from the others; its periods among them. */
  readonly unique: readonly string[];
}

const FORMS = ['anio: period', 'tasa | tasa_100k: 0..60', 'total = hurto + robo', 'unique(anio, distrito)'];

function refuse(value: string): never {
  throw new DataError('bad-attribute', { attribute: 'expected', value: value.trim(), expected: FORMS });
}

/** Splits at a sign that stands outside the quotes of names. */
function splitAt(text: string, sign: ';' | '=' | '+' | '|' | ':'): string[] {
  const parts = text.match(new RegExp(`("[^"]*"?|\`[^\`]*\`?|[^"\`${sign}])+`, 'g')) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const UNIQUE = /^(?:unique|[uú]nico|[uú]nica)\s*\((.*)\)$/is;
const SAID =
  /^(number|count|text|period)?\s*((-?\d+(?:\.\d+)?)?\s*\.\.\s*(-?\d+(?:\.\d+)?)?)?\s*(?:\[([^\]]+)\])?$/i;

function totalIn(item: string): ExpectedTotal | undefined {
  const [total, sum, ...more] = splitAt(item, '=');
  if (total === undefined || sum === undefined) return undefined;
  const parts = splitAt(sum, '+').map(unquoteName);
  return more.length > 0 || parts.length < 2 ? refuse(item) : { total: unquoteName(total), parts };
}

function columnIn(item: string): ExpectedColumn {
  const [names = '', said = '', ...more] = splitAt(item, ':');
  const [name, ...aliases] = splitAt(names, '|').map(unquoteName);
  const [whole, kind, range, min, max, unit] = SAID.exec(said) ?? [];
  if (!name || item.startsWith(':') || whole === undefined || more.length > 0) return refuse(item);
  const ends = { min: min ? Number(min) : -Infinity, max: max ? Number(max) : Infinity };
  if (ends.min > ends.max) return refuse(item);
  return {
    name,
    aliases,
    ...(kind && { kind: kind.toLowerCase() as ExpectedKind }),
    ...(range && { range: ends }),
    ...(unit && { unit: unit.trim() }),
  };
}

/**
 * Reads what a page expects of its source: columns with their other names, kinds, ranges and units; sums; and what
 * tells rows apart. `anio: period; tasa | tasa_100k: 0..60 [por 100 mil]; total = hurto + robo; unique(anio, distrito)`
 */
export function parseExpectations(text: string): Expectations {
  const columns: ExpectedColumn[] = [];
  const totals: ExpectedTotal[] = [];
  const unique: string[] = [];
  for (const item of splitAt(text, ';')) {
    const names = UNIQUE.exec(item)?.[1];
    const total = names === undefined ? totalIn(item) : undefined;
    if (names !== undefined) unique.push(...parseNames(names));
    else if (total) totals.push(total);
    else columns.push(columnIn(item));
  }
  return { columns, totals, unique };
}
