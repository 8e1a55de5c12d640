import { DataError } from '../errors.js';

/** Cells and rows without content, of which spreadsheets write thousands, and what a file says of its own extent. */
const EMPTY = /<(?:\w+:)?(?:c|row|dimension)\b[^<>]*\/>/g;
/** Where a cell or a row says that it is: `B7`, `7`. */
const PLACE = /(?<![:\w-])r\s*=\s*["']([^"']*)["']/g;
/** Excel's own limits are 1 048 576 rows and 16 384 columns. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** A sheet is read as a full grid: more cells than this is an attack or a mistake. */
const MOST_CELLS = 20_000_000;

/** The column of `B` is 2. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * A sheet without its empty cells, whose cells are near enough to each other to be read [SEC-13]: a file of a few
 * bytes may say that it has a cell in the row of nine zeros. What a file says of its extent is at times not so.
 */
export function tidySheet(xml: string, host: string): string {
  const tidy = xml.replace(EMPTY, '');
  let rows = 1;
  let columns = 1;
  for (const [, place = ''] of tidy.matchAll(PLACE)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place.trim()) ?? [];
    if (letters === undefined || digits === undefined) throw new DataError('malformed', { host });
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  }
  const isTooLarge = rows > LAST_ROW || columns > LAST_COLUMN;
  if (isTooLarge || rows * columns > MOST_CELLS) {
    throw new DataError('too-big', { host, what: 'rows', limit: Math.floor(MOST_CELLS / columns) });
  }
  return tidy;
}
