import { DataError } from '../../errors.js';
import type { Option } from '../../selection/selection.js';
import { labelAt, textAt } from '../../table/cell.js';
import type { Column } from '../../table/column.js';
import type { Period } from '../../table/period.js';
import type { Table } from '../../table/table.js';

/** What a filter has to offer, and what not to choose is called where the observatory says it. */
export interface Found {
  readonly options: readonly Option[];
  readonly all?: string;
  /** What is chosen: the title of a breakdown. */
  readonly label?: string;
  /** The column of a breakdown, where the page does not name it. */
  readonly column?: string;
}

const COLLATOR = new Intl.Collator('es', { numeric: true });

/** By name, as readers of Spanish look it up. */
export const byLabel = (a: Option, b: Option): number => COLLATOR.compare(a.label, b.label);

/** One of each value, the first. */
function distinct(options: readonly Option[]): Option[] {
  const known = new Set<string>();
  return options.filter(({ value }) => !known.has(value) && known.add(value));
}

/** `13: La Libertad; 20: Piura`, or only values: `2024; 2025`. Fails with a DataError where there is nothing to choose. */
export function parseOptions(text: string): Option[] {
  const options = text.split(';').flatMap((part): Option[] => {
    const [, value = part, label = value] = /^([^:]*\S)\s*:\s+(\S.*)$/s.exec(part.trim()) ?? [];
    return value.trim() === '' ? [] : [{ value: value.trim(), label: label.trim() }];
  });
  if (options.length > 0) return distinct(options);
  const expected = ['13: La Libertad; 20: Piura'];
  throw new DataError('bad-attribute', { attribute: 'options', value: text, expected });
}

/** What a column holds, each once; a row without it is of no choice. */
function optionsOfColumn(column: Column, { length }: Table): Option[] {
  const options = Array.from({ length }, (_, row) => ({
    value: textAt(column, row),
    label: labelAt(column, row),
  }));
  return distinct(options.filter(({ value }) => value !== ''));
}

/** The values of a breakdown, by what readers call them. */
export function optionsOfBreakdown(table: Table): Found {
  const column = table.columns.find(({ role }) => role === 'dimension') ?? table.columns[0];
  if (!column) return { options: [] };
  const { label, name } = column;
  const options = optionsOfColumn(column, table).sort(byLabel);
  return { options, column: name, ...(label !== undefined && { label }) };
}

/** The periods of the data, the latest first. */
export function optionsOfPeriods(table: Table, write: (period: Period) => string): Found {
  const column = table.columns.find((each) => each.kind === 'period');
  if (!column) return { options: [] };
  const present = new Set(column.codes);
  const periods = column.periods.filter((_, code) => present.has(code));
  const sorted = [...periods].sort((a, b) => b.start - a.start);
  return { options: sorted.map((period) => ({ value: period.text, label: write(period) })) };
}
