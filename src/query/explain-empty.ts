import type { Condition, Query } from './query.js';
import { asTextColumn } from './as-text.js';
import { nearestName } from '../table/nearest.js';
import type { Notice } from '../table/notice.js';
import { findColumn, type Table } from '../table/table.js';

const MOST_WORDS = 5000;

function* equalities(condition: Condition): Generator<{ column: string; value: string }> {
  if ('left' in condition) {
    yield* equalities(condition.left);
    yield* equalities(condition.right);
  } else if (condition.kind === 'compare' && condition.op === '=') {
    yield { column: condition.column, value: condition.value.text };
  } else if (condition.kind === 'in') {
    for (const value of condition.values) yield { column: condition.column, value: value.text };
  }
}

/** Which values of `where` the data do not have at all, with the nearest that they have: `'La Libertad'`, `'LA LIBERTAD'`. */
export function explainEmpty(source: Table, query: Query): Notice[] {
  const notices: Notice[] = [];
  for (const { column: name, value } of query.where ? equalities(query.where) : []) {
    const column = findColumn(source, name);
    if (!column) continue;
    const { words } = asTextColumn(column);
    if (words.includes(value)) continue;
    const nearest = nearestName(value, words.slice(0, MOST_WORDS));
    notices.push({
      code: 'no-such-value',
      column: column.name,
      value,
      ...(nearest !== undefined && { nearest }),
    });
  }
  return notices;
}
