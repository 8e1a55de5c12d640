import { DataError } from '../errors.js';
import type { Dialect, RowRange } from './dialect.js';
import type { SourceOptions } from './source.js';

function refuse(attribute: string, value: string, expected: readonly string[]): never {
  throw new DataError('bad-attribute', { attribute, value: value.slice(0, 200), expected });
}

/** What the page writes of one attribute; `undefined` where it says nothing. */
function said(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

const MOST_MARKS = 8;

function parseDelimiter(text: string | undefined): string | undefined {
  const value = said(text);
  if (value === undefined) return undefined;
  const delimiter = value.replaceAll('\\t', '\t');
  if (delimiter.length <= MOST_MARKS && !/["\r\n]/.test(delimiter)) return delimiter;
  return refuse('delimiter', value, [',', ';', '|', '\\t']);
}

function parseQuote(text: string | undefined): string | undefined {
  const value = said(text)?.trim();
  if (value === undefined || value === '') return undefined;
  if (value.toLowerCase() === 'none') return '';
  return value.length === 1 && !/\w/.test(value) ? value : refuse('quote-char', value, ['"', "'", 'none']);
}

function parseCommentChar(text: string | undefined): string | undefined {
  const value = said(text)?.trim();
  if (value === undefined || value === '') return undefined;
  return value.length <= MOST_MARKS ? value : refuse('comment-char', value, ['#', '//']);
}

/** Rows of the file as a page writes them: `4 5`, `1, 2`, `1..3`. */
function parseRows(attribute: string, text: string, expected: readonly string[]): RowRange[] {
  return text
    .trim()
    .split(/[\s,;]+/)
    .map((part): RowRange => {
      const range = /^(\d{1,7})(?:(?:\.\.|-)(\d{1,7}))?$/.exec(part);
      const first = Number(range?.[1] ?? 0);
      const last = Number(range?.[2] ?? first);
      return first > 0 && last >= first ? [first, last] : refuse(attribute, text, expected);
    });
}

/** A header of more rows is none. */
const MOST_HEADER_ROWS = 20;

function parseHeaderRows(text: string | undefined): readonly number[] | undefined {
  const value = said(text)?.trim();
  if (value === undefined || value === '') return undefined;
  if (value.toLowerCase() === 'none') return [];
  const expected = ['1', '4 5', 'none'];
  const ranges = parseRows('header-rows', value, expected);
  const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (count > MOST_HEADER_ROWS) return refuse('header-rows', value, expected);
  const rows = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return [...new Set(rows)].sort((a, b) => a - b);
}

type Unsaid<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Only what is said, so that what another says is not taken away. */
function onlySaid(dialect: Unsaid<Dialect>): Dialect {
  return Object.fromEntries(Object.entries(dialect).filter(([, value]) => value !== undefined));
}

/**
 * How the file is written: as the page says, else as its description says. Fails with `bad-attribute`, which names
 * the attribute, its value and what would be right.
 */
export function parseDialect(options: SourceOptions): Dialect {
  const { commentRows } = options;
  const hasComments = commentRows !== undefined && commentRows.trim() !== '';
  return {
    ...options.dialect,
    ...onlySaid({
      delimiter: parseDelimiter(options.delimiter),
      quoteChar: parseQuote(options.quoteChar),
      headerRows: parseHeaderRows(options.headerRows),
      headerJoin: said(options.headerJoin),
      commentRows: hasComments ? parseRows('comment-rows', commentRows, ['1 2 3', '1..3']) : undefined,
      commentChar: parseCommentChar(options.commentChar),
      sheetName: said(options.sheetName),
    }),
  };
}
