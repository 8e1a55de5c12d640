import { readFileSync } from 'node:fs';
import { REAL } from '../support/real-files.js';

export const CSV_FOLDER = `${REAL}crime-csv/`;

/** How a file is written, as a person sees who opens it. */
export interface Written {
  readonly encoding: 'utf8' | 'latin1';
  readonly delimiter: ',' | ';';
}

export interface RawFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The cells of one line: parted at delimiters outside quotes. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) cells.push('');
    else cells[cells.length - 1] += char;
  }
  if (quoted) throw new Error(`a quote is open at the end of the line: ${line.slice(0, 80)}`);
  return cells.map((cell) => cell.trim());
}

/**
 * A file read as awk would read it, with nothing of the library: line by line, as none of these files has a line
 * end or a quote within a cell.
 */
export function readRaw(name: string, { encoding, delimiter }: Written): RawFile {
  const text = readFileSync(CSV_FOLDER + name, encoding).replace(/^\ufeff/, '');
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const [header = [], ...rows] = lines.map((line) => cellsOf(line, delimiter));
  return { header, rows };
}

/** The cells of one column. */
export function columnOf({ header, rows }: RawFile, name: string): string[] {
  const index = header.indexOf(name);
  if (index < 0) throw new Error(`no column ${name}`);
  return rows.map((row) => row[index] ?? '');
}

/** What stands in place of a number that is added up: one for each row. */
export const ONE_EACH = '';

/** A column added up for each different text of the others, rows counted where there is none to add. */
export function totalsOf(
  raw: RawFile,
  by: readonly string[],
  value: string,
  isWanted: (cell: (name: string) => string) => boolean = () => true,
): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const row of raw.rows) {
    const cell = (name: string): string => row[raw.header.indexOf(name)] ?? '';
    if (!isWanted(cell)) continue;
    const key = by.map(cell).join(' | ');
    totals[key] = (totals[key] ?? 0) + (value === ONE_EACH ? 1 : Number(cell(value)));
  }
  return totals;
}
