import { isAdditive, measuresOf } from '../../observatory/cube-plans.js';
import type { Manifest } from '../../observatory/manifest.js';
import { findColumn, type Table } from '../../table/table.js';
import type { Finding } from './finding.js';

type Resource = Manifest['resources'][number];

/**
 * Small counts of a resource that hides them (`governance.suppression`), in an indicator that shows a column as it is:
 * only what is put together by `sum` or `count` can be hidden, with what would give it away.
 */
export function checkShownCounts(
  table: Table,
  { indicators = [] }: Manifest,
  { name, governance }: Resource,
): Finding[] {
  const under = governance?.suppression?.under;
  if (under === undefined) return [];
  return indicators
    .filter((indicator) => indicator.resource === name && !isAdditive(indicator))
    .flatMap((indicator): Finding[] => {
      const column = findColumn(table, measuresOf(indicator)[0]?.column ?? '');
      if (column?.kind !== 'number' || column.decimals > 0) return [];
      const isSmall = (value: number): boolean => value >= 1 && value < under;
      const row = column.values.findIndex(isSmall);
      if (row < 0) return [];
      const where = { indicator: indicator.name, column: column.name, row: row + 1 };
      const said = { value: String(column.values[row]), expected: [`sum(${column.name})`] };
      return [{ code: 'small-count-shown', ...where, ...said, count: column.values.filter(isSmall).length }];
    });
}
