import { readAbsent } from '../table/absent.js';

const isNumber = (cell: string): boolean => /^[+\-−]?[\d.,\s'’]*\d\s?%?$/.test(cell.trim());
const isYear = (cell: string): boolean => /^(19|20)\d\d\b/.test(cell.trim());
const isFilled = (cell: string): boolean => cell.trim() !== '';
/** No total of a year is so called: a number below a name is a value, a year may be a name. */
const isName = (cell: string): boolean => isFilled(cell) && (!isNumber(cell) || isYear(cell));

/** The names of merged cells for each of the columns that they span. */
function spread(cells: readonly string[]): string[] {
  let last = '';
  return cells.map((cell) => (last = isFilled(cell) ? cell.trim() : last));
}

/**
 * Whether the second line is more of the header: it names what merged or repeated cells above it span, nothing in it
 * is a value, and below it come values.
 */
function isSecondLine(top: readonly string[], under: readonly string[], first: readonly string[]): boolean {
  const filled = top.filter(isFilled);
  // A title has but one cell, however many follow it empty.
  if (filled.length < 2 && isFilled(top[0] ?? '')) return false;
  const spans = filled.length < top.length || new Set(filled).size < filled.length;
  if (!spans || under.length !== top.length) return false;
  // Beneath a name that spans nothing there may be none: `Distrito` beside `2023` over `Casos` and `Tasa`.
  const named = under.filter(isFilled);
  const isWhole = under.every((cell, index) => isFilled(cell) || isFilled(top[index] ?? ''));
  if (!isWhole || named.length < 2 || !named.every(isName)) return false;
  const covers = under.some((cell, index) => isFilled(cell) && !isFilled(top[index] ?? ''));
  const repeats = filled.length === top.length;
  const values = first.filter(
    (cell, index) => isFilled(cell) && isNumber(cell) && isFilled(under[index] ?? ''),
  );
  const saysNone = named.some((cell) => readAbsent(cell) !== undefined);
  // Years are names only where the first line has room for them: a row of years may be the first of the data.
  const areYears = named.some(isNumber);
  const leavesRoom = under.some((cell, index) => !isFilled(cell) && isFilled(top[index] ?? ''));
  return (covers || repeats) && !saysNone && values.length > 0 && (!areYears || leavesRoom);
}

/**
 * One name a column from the two lines of a header, `2023 Casos`; `undefined` where the second line is a row. A third
 * line must be there to tell: the first of the data.
 */
export function joinHeader(
  top: readonly string[],
  under: readonly string[],
  first: readonly string[],
  between: string,
): string[] | undefined {
  if (!isSecondLine(top, under, first)) return undefined;
  return spread(top).map((name, index) => {
    const below = (under[index] ?? '').trim();
    return below === '' ? (top[index] ?? '').trim() : [name, below].filter(Boolean).join(between);
  });
}
