import type { Column, NumberColumn } from './column.js';
import { statusNames } from './status.js';
import type { Table } from './table.js';

/** Rows that have each status, by the names of `STATUS`, parted by spaces; what is normal is left out. */
function statusRows({ statuses }: NumberColumn): Record<string, number[]> | undefined {
  const rows = new Map<string, number[]>();
  statuses.forEach((status, row) => {
    if (status === 0) return;
    const name = statusNames(status).join(' ');
    const list = rows.get(name);
    if (list) list.push(row);
    else rows.set(name, [row]);
  });
  return rows.size > 0 ? Object.fromEntries(rows) : undefined;
}

/** Only the words that a row has, in the order of the column, and the codes by them. */
function inUse(codes: Int32Array, words: readonly string[]): { places: number[]; codes: number[] } {
  const used = new Set(codes);
  const places = Array.from(words.keys()).filter((code) => used.has(code));
  const codeOf = new Map(places.map((place, code) => [place, code]));
  return { places, codes: Array.from(codes, (code) => codeOf.get(code) ?? -1) };
}

function written(column: Column): object {
  const { kind, name, label, unit } = column;
  const said = { kind, name, ...(label && { label }), ...(unit && { unit }) };
  if (column.kind === 'number') {
    const values = Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
    const statuses = statusRows(column);
    return { ...said, decimals: column.decimals, values, ...(statuses && { statuses }) };
  }
  const words = column.kind === 'text' ? column.words : column.periods.map(({ text }) => text);
  const { places, codes } = inUse(column.codes, words);
  const labels = column.kind === 'text' && column.wordLabels;
  return {
    ...said,
    words: places.map((place) => words[place] ?? ''),
    ...(labels && { labels: places.map((place) => labels[place] ?? '') }),
    codes,
  };
}

/**
 * The table as compact columnar JSON, which the protocol `columnar` reads: each column with its words once and the
 * number of its word in every row (-1 for none), or with its values (`null` for none) and which rows have a status.
 * The same table gives the same bytes.
 */
export function toColumnar(table: Table, metadata: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ columns: table.columns.map(written), metadata })}\n`;
}
