import { asTextColumn } from '../../query/as-text.js';
import { readAbsent } from '../../table/absent.js';
import { at, type Column } from '../../table/column.js';
import { readNumber } from '../../table/number-notation.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import type { Manifest } from '../../observatory/manifest.js';
import { rule, together, type Checked, type Finding, type FindingCode } from './finding.js';

export type Field = NonNullable<Manifest['resources'][number]['schema']>['fields'][number];

/** The cells that a rule does not hold for: the first of them, and how many. */
export function cellsThat(
  column: Column,
  isOdd: (word: string) => boolean,
): Pick<Finding, 'row' | 'value' | 'count'> | undefined {
  const { words, codes } = asTextColumn(column);
  const odd: readonly boolean[] = words.map(isOdd);
  const first = codes.findIndex((code) => odd[code] === true);
  if (first < 0) return undefined;
  return {
    row: first + 1,
    value: words[at(codes, first)] ?? '',
    count: codes.filter((code) => odd[code] === true).length,
  };
}

/** How many cells have something in them. */
export function filled(column: Column): number {
  return column.kind === 'number'
    ? column.values.filter((value) => !Number.isNaN(value)).length
    : column.codes.filter((code) => code >= 0).length;
}

const isNumber = (word: string): boolean => readNumber(word, '.') !== undefined;
const isWhole = (word: string): boolean => Number.isInteger(readNumber(word, '.')?.value);
const periodOf =
  (...lengths: readonly string[]) =>
  (word: string): boolean =>
    lengths.includes(readIsoPeriod(word.replace(/[T ]\d\d:.*$/, ''))?.length ?? '');

/** What a cell of a type of Table Schema is, and how it is written. */
const TYPES: Readonly<Record<string, { readonly is: (word: string) => boolean; readonly form: string }>> = {
  integer: { is: isWhole, form: '123' },
  number: { is: isNumber, form: '6.3' },
  year: { is: periodOf('year'), form: '2026' },
  yearmonth: { is: periodOf('month'), form: '2026-08' },
  date: { is: periodOf('day'), form: '2026-08-12' },
  datetime: { is: periodOf('day'), form: '2026-08-12T10:00:00' },
  boolean: { is: (word) => /^(true|false|1|0)$/i.test(word), form: 'true | false' },
};

/** Cells that are not of the type that the schema declares. */
function ofType(column: Column, { type = 'any' }: Field): Checked {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (!known) return together([]);
  const found = cellsThat(column, (word) => !known.is(word) && readAbsent(word) === undefined);
  const finding = found && { code: 'type' as const, column: column.name, ...found, expected: [known.form] };
  return rule('validity', filled(column), finding ? [finding] : []);
}

/** Below 0, 0 or above it: as numbers where both are, else as they are written, as dates may be. */
function compare(word: string, limit: number | string): number {
  const [a, b] = [readNumber(word, '.')?.value, Number(limit)];
  if (a !== undefined && !Number.isNaN(b)) return a - b;
  return word < String(limit) ? -1 : Number(word > String(limit));
}

/** A whole cell that keeps a pattern; `undefined` for a pattern that is none. */
function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`, 'u');
  } catch {
    return undefined;
  }
}

/** The values that a field lists as its only ones. */
export function listedValues({ constraints = {}, categories }: Field): readonly string[] | undefined {
  const values = constraints.enum ?? categories;
  if (!values) return undefined;
  return values.map((each) =>
    typeof each === 'object' && each !== null && 'value' in each
      ? String(each.value)
      : String(each as string | number),
  );
}

/** Cells that break a constraint of their field. */
function ofConstraints(column: Column, field: Field, rows: number): Checked {
  const { minimum, maximum, pattern, required, unique } = field.constraints ?? {};
  const listed = listedValues(field);
  const cells = filled(column);
  const found = (
    code: FindingCode,
    expected: readonly string[],
    isOdd: (word: string) => boolean,
  ): Checked => {
    const odd = cellsThat(column, isOdd);
    return rule('validity', cells, odd ? [{ code, column: column.name, ...odd, expected }] : []);
  };
  const matcher = pattern === undefined ? undefined : patternOf(pattern);
  const repeated = asTextColumn(column).words.length;
  return together([
    ...(minimum === undefined
      ? []
      : [found('minimum', [`≥ ${minimum}`], (word) => compare(word, minimum) < 0)]),
    ...(maximum === undefined
      ? []
      : [found('maximum', [`≤ ${maximum}`], (word) => compare(word, maximum) > 0)]),
    ...(matcher ? [found('pattern', [pattern ?? ''], (word) => !matcher.test(word))] : []),
    ...(listed ? [found('enum', listed, (word) => !listed.includes(word))] : []),
    ...(required === true ? [rule('validity', rows, missingCells(column, rows - cells))] : []),
    ...(unique === true ? [rule('uniqueness', cells, repeatedCells(column, cells - repeated))] : []),
  ]);
}

function missingCells(column: Column, count: number): Finding[] {
  const isEmpty = (row: number): boolean =>
    column.kind === 'number' ? Number.isNaN(at(column.values, row)) : at(column.codes, row) < 0;
  const { length } = column.kind === 'number' ? column.values : column.codes;
  const first = Array.from({ length }, (_, row) => row).find(isEmpty);
  return first === undefined ? [] : [{ code: 'required', column: column.name, row: first + 1, count }];
}

function repeatedCells(column: Column, count: number): Finding[] {
  if (count <= 0) return [];
  const { codes, words } = asTextColumn(column);
  const seen = new Set<number>();
  const first = codes.findIndex((code) => code >= 0 && (seen.has(code) || !seen.add(code)));
  const value = words[at(codes, first)] ?? '';
  return [{ code: 'not-unique', column: column.name, row: first + 1, value, count }];
}

/** The cells of a column held against its field of Table Schema. */
export function checkCells(column: Column, field: Field, rows: number): Checked {
  // Numbers are made words of once, for all rules.
  const text = asTextColumn(column);
  return together([ofType(text, field), ofConstraints(text, field, rows)]);
}
