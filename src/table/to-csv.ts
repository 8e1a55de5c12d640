import Papa from 'papaparse';
import { at, type Column } from './column.js';
import { labelAt, textAt } from './cell.js';
import { freeNames, tellsStatus } from './status-names.js';
import type { Table } from './table.js';

/** A column of text to write: its name and its cell of each row. */
export interface WrittenColumn {
  readonly name: string;
  readonly isText: boolean;
  readonly cell: (row: number) => string;
}

/** What spreadsheets take for the start of a formula, in half and full width; OWASP ASVS 5.0, 1.2.10. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A text as a spreadsheet shows it and never runs it. */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * The columns as text: numbers unrounded with a decimal point, periods ISO-like, codes with their zeros; after
 * codes with names a column of the names, as SDMX-CSV has them; after each column of numbers that has one, a column
 * of statuses. `statusName` names it, `statusText` fills it.
 */
export function writtenColumns(
  table: Table,
  statusName: (measure: string) => string,
  statusText: (status: number) => string,
): WrittenColumn[] {
  const freeName = freeNames(table, statusName);
  const freeLabel = freeNames(table, (label) => label);
  return table.columns.flatMap((column: Column): WrittenColumn[] => {
    const { name } = column;
    const cell = (row: number): string => textAt(column, row);
    if (column.kind !== 'number') {
      const codes = { name, isText: column.kind === 'text', cell };
      if (column.kind !== 'text' || !column.wordLabels) return [codes];
      const label = freeLabel(column.label ?? `${name}_label`);
      return [codes, { name: label, isText: true, cell: (row) => labelAt(column, row) }];
    }
    const { statuses } = column;
    const values = { name, isText: false, cell };
    if (!tellsStatus(column)) return [values];
    return [values, { name: freeName(name), isText: true, cell: (row) => statusText(at(statuses, row)) }];
  });
}

/** Rows written between two breaths of the page. */
const SLICE = 2000;

export interface CsvOptions {
  /** A byte order mark, so that Excel reads accents, and no cell that it would take for a formula. */
  readonly forExcel: boolean;
  /** Called between slices. */
  readonly breathe: () => Promise<void>;
}

/** The table as CSV, RFC 4180. In text columns alone formulas are neutralised: -5 stays -5. */
export async function toCsv(
  columns: readonly WrittenColumn[],
  length: number,
  { forExcel, breathe }: CsvOptions,
): Promise<string> {
  const text = (value: string): string => (forExcel ? neutralise(value) : value);
  const lines = (rows: string[][]): string => `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
  let csv = (forExcel ? '\ufeff' : '') + lines([columns.map(({ name }) => text(name))]);
  for (let from = 0; from < length; from += SLICE) {
    const rows = Array.from({ length: Math.min(SLICE, length - from) }, (_, index) =>
      columns.map(({ cell, isText }) => (isText ? text(cell(from + index)) : cell(from + index))),
    );
    csv += lines(rows);
    await breathe();
  }
  return csv;
}
