import type { Comparison, Condition, Literal } from '../query/query.js';

/** A condition in the words of a protocol. */
export interface Compiled {
  readonly text: string;
  /** The portal keeps the very rows that the page keeps; else it may keep more, never fewer. */
  readonly exact: boolean;
}

/** How a protocol asks for one comparison; `undefined` where it cannot, or would keep fewer rows than the page. */
export interface WhereDialect {
  compare(column: string, op: Comparison, value: Literal): Compiled | undefined;
  /** That the column has no value. */
  isNull(column: string): Compiled | undefined;
}

function join(word: 'and' | 'or', parts: readonly (Compiled | undefined)[]): Compiled | undefined {
  const said = parts.filter((part) => part !== undefined);
  const isWhole = said.length === parts.length;
  // Of two that must hold the portal may look at one alone; of two of which one must hold, at both or none.
  if (said.length === 0 || (word === 'or' && !isWhole)) return undefined;
  const exact = isWhole && said.every((part) => part.exact);
  const [only] = said;
  if (said.length === 1 && only) return { text: only.text, exact };
  return { text: said.map((part) => `(${part.text})`).join(` ${word} `), exact };
}

/**
 * The part of a condition that a portal can look at, in SQL's `and`, `or`, `not` with a protocol's own comparisons.
 * What the portal keeps holds all that the page keeps: the page filters again.
 */
export function compileWhere(condition: Condition, dialect: WhereDialect): Compiled | undefined {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return join(condition.kind, [
        compileWhere(condition.left, dialect),
        compileWhere(condition.right, dialect),
      ]);
    case 'not': {
      const inner = compileWhere(condition.of, dialect);
      return inner?.exact ? { text: `not (${inner.text})`, exact: true } : undefined;
    }
    case 'in':
      return join(
        'or',
        condition.values.map((value) => dialect.compare(condition.column, '=', value)),
      );
    case 'null':
      return dialect.isNull(condition.column);
    case 'compare':
      return dialect.compare(condition.column, condition.op, condition.value);
  }
}
