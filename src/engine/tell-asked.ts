import type { Condition, Query } from '../query/query.js';
import { exactFilters } from '../sources/push-down.js';
import type { Notice } from '../table/notice.js';
import { withNotices } from '../table/table.js';
import type { Rows } from './reading.js';

/** More conditions than this hide the one that is written wrongly. */
const MOST_TOLD = 12;

/** Each comparison of a condition: its column, and what it is compared with. */
function compared(condition: Condition): (readonly [column: string, value: string])[] {
  if ('left' in condition) return [condition.left, condition.right].flatMap(compared);
  if ('of' in condition) return compared(condition.of);
  const { column } = condition;
  if (condition.kind === 'null') return [[column, 'is null']];
  if (condition.kind === 'in') return condition.values.map(({ text }) => [column, text]);
  return [[column, condition.op === '=' ? condition.value.text : `${condition.op} ${condition.value.text}`]];
}

/** A portal that filters and gives no row tells nothing of what it has: the page's owner is told what it was asked. */
export function tellAsked(rows: Rows, query: Query): Rows {
  if (rows.table.length > 0 || !query.where) return rows;
  const exact = exactFilters(query).flatMap(({ column, values }) =>
    values.map((value) => [column, value] as const),
  );
  const asked = exact.length > 0 ? exact : compared(query.where);
  const notices = asked
    .slice(0, MOST_TOLD)
    .map(([column, value]): Notice => ({ code: 'portal-has-none', column, value }));
  return { ...rows, table: withNotices(rows.table, notices) };
}
