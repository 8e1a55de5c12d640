import { markIn } from './descriptor-text.js';
import type { Dialect, RowRange } from './dialect.js';
import { own, type JsonObject } from './json-text.js';

const isRow = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** Numbers of rows; `undefined` where they are not said. */
function rowsIn(dialect: JsonObject, key: string): number[] | undefined {
  const value = own(dialect, key);
  return Array.isArray(value) ? value.filter(isRow).slice(0, 1000) : undefined;
}

/** The rows of the header: none where the dialect says that there is no header. */
function headerRowsOf(dialect: JsonObject): number[] | undefined {
  if (own(dialect, 'header') === false) return [];
  const rows = rowsIn(dialect, 'headerRows')?.slice(0, 20);
  return rows?.sort((a, b) => a - b);
}

/** A sheet by its name, else by its number. */
function sheetOf(dialect: JsonObject): string | undefined {
  const number = own(dialect, 'sheetNumber');
  return markIn(dialect, 'sheetName') ?? (isRow(number) ? String(number) : undefined);
}

/** Table Dialect (Data Package 2) and CSV Dialect (1), which have their words in common. */
export function readTableDialect(dialect: JsonObject): Dialect {
  const delimiter = markIn(dialect, 'delimiter');
  const quoteChar = own(dialect, 'quoteChar');
  const escapeChar = markIn(dialect, 'escapeChar');
  const commentChar = markIn(dialect, 'commentChar');
  const nullSequence = markIn(dialect, 'nullSequence');
  const headerJoin = own(dialect, 'headerJoin');
  const headerRows = headerRowsOf(dialect);
  const commentRows = rowsIn(dialect, 'commentRows')?.map((row): RowRange => [row, row]);
  const sheetName = sheetOf(dialect);
  return {
    ...(delimiter && { delimiter }),
    ...(typeof quoteChar === 'string' && { quoteChar: quoteChar.slice(0, 1) }),
    ...(escapeChar && { escapeChar: escapeChar.slice(0, 1) }),
    ...(nullSequence && { nullSequence }),
    ...(own(dialect, 'doubleQuote') === false && { doubleQuote: false }),
    ...(own(dialect, 'skipInitialSpace') === true && { skipInitialSpace: true }),
    ...(headerRows && { headerRows }),
    ...(typeof headerJoin === 'string' && { headerJoin }),
    ...(commentRows && { commentRows }),
    ...(commentChar && { commentChar }),
    ...(sheetName && { sheetName }),
  };
}
