import type { Column } from '../../src/table/column.js';
import { textAt } from '../../src/table/cell.js';
import type { Table } from '../../src/table/table.js';

const quoted = (name: string): string => (name.includes('"') ? `[${name}]` : `"${name}"`);

/** How a webmaster would write down what a column holds today. */
function columnText(column: Column): string {
  const { name, kind } = column;
  if (kind !== 'number') return `${quoted(name)}: ${kind}`;
  const unit = column.unit && !column.unit.includes(']') ? ` [${column.unit}]` : '';
  const values = column.values.filter((value) => !Number.isNaN(value));
  const isCount = values.every((value) => value >= 0 && value % 1 === 0);
  return `${quoted(name)}: ${isCount ? 'count' : 'number'}${unit}`;
}

/** The columns of texts and periods, where they tell every row from the others. */
function uniqueText({ columns, length }: Table): string[] {
  const keys = columns.filter(({ kind }) => kind !== 'number');
  if (!keys.some(({ kind }) => kind === 'period')) return [];
  const rows = new Set(
    Array.from({ length }, (_, row) => keys.map((column) => textAt(column, row)).join('\t')),
  );
  return rows.size === length ? [`unique(${keys.map(({ name }) => quoted(name)).join(', ')})`] : [];
}

/** What a page would say that it expects of a source that is as this table is; empty columns are left out. */
export function expectedOf(table: Table): string {
  const columns = table.columns.filter((column) =>
    column.kind === 'number'
      ? column.values.some((value) => !Number.isNaN(value))
      : column.codes.some((code) => code >= 0),
  );
  return [...columns.map(columnText), ...uniqueText(table)].join('; ');
}
