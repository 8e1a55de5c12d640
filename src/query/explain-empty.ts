import type { Condition, Query } from './query.js';
import { asTextColumn } from './as-text.js';
import { holdsSomewhere } from './filter.js';
import { nearestName } from '../table/nearest.js';
import type { Notice } from '../table/notice.js';
import { findColumn, type Table } from '../table/table.js';

const MOST_WORDS = 5000;

type Equality = Extract<Condition, { kind: 'compare' }>;

function* equalities(condition: Condition): Generator<Equality> {
  if ('left' in condition) {
    yield* equalities(condition.left);
    yield* equalities(condition.right);
  } else if (condition.kind === 'compare' && condition.op === '=') {
    yield condition;
  } else if (condition.kind === 'in') {
    const { column, values } = condition;
    for (const value of values) yield { kind: 'compare', column, op: '=', value };
  }
}

/** Which values of `where` the data do not have at all, with the nearest that they have: `'La Libertad'`, `'LA LIBERTAD'`. */
export function explainEmpty(source: Table, query: Query): Notice[] {
  const notices: Notice[] = [];
  for (const equality of query.where ? equalities(query.where) : []) {
    const column = findColumn(source, equality.column);
    // The filter itself tells what is there: a year by its months, a code by its number without the zero.
    if (!column || holdsSomewhere(source, equality)) continue;
    const value = equality.value.text;
    const { words, wordLabels = [] } = asTextColumn(column);
    const known = [...words.slice(0, MOST_WORDS), ...wordLabels.slice(0, MOST_WORDS)];
    // No cell holds a text of nothing: it has no value.
    const isNothing = value.trim() === '';
    const nearest = isNothing ? `[${column.name}] is null` : nearestName(value, known);
    notices.push({
      code: 'no-such-value',
      column: column.name,
      value,
      ...(nearest !== undefined && { nearest }),
    });
  }
  return notices;
}
