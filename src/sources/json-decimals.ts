import { looksLikeCode } from '../table/code-column.js';
import { readNumber } from '../table/number-notation.js';
import { isObject, own } from './json-text.js';
import { pathOf } from './records.js';

/** Visits each value of a row by the path of its column. */
function visit(row: unknown, names: readonly string[], see: (path: string, value: unknown) => void): void {
  if (Array.isArray(row)) names.forEach((name, index) => see(name, row[index]));
  else if (isObject(row)) {
    for (const key of Object.keys(row)) {
      const value = own(row, key);
      if (!isObject(value)) see(key, value);
      else for (const part of Object.keys(value)) see(pathOf(key, part), own(value, part));
    }
  }
}

const isWord = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'string' && readNumber(value.trim(), '.') === undefined);

/**
 * The columns that hold words: a number among them, such as a version, stays as it is written. In all others it is
 * a number, whatever the texts beside it prove of the decimal mark.
 */
export function wordyColumns(rows: readonly unknown[], names: readonly string[]): ReadonlySet<string> {
  const wordy = new Set<string>();
  for (const row of rows) {
    visit(row, names, (path, value) => {
      if (isWord(value) || looksLikeCode(path, [])) wordy.add(path);
    });
  }
  return wordy;
}
