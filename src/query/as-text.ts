import type { Column, TextColumn } from '../table/column.js';

/** Any column as words: a breakdown by a column of numbers groups equal numbers. */
export function asTextColumn(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  const { name, label, role } = column;
  const base = { name, ...(label && { label }), ...(role && { role }) };
  if (column.kind === 'period') {
    const words = column.periods.map((period) => period.text);
    return Object.freeze({ ...base, kind: 'text', codes: column.codes, words });
  }
  const words: string[] = [];
  const place = new Map<number, number>();
  const codes = Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1;
    const known = place.get(value) ?? words.push(String(value)) - 1;
    place.set(value, known);
    return known;
  });
  return Object.freeze({ ...base, kind: 'text', codes, words });
}
