import type { Measure, Query } from './query.js';

function measureText({ aggregate, column }: Measure): string {
  return aggregate ? `${aggregate}(${column ?? ''})` : (column ?? '');
}

/** The measures' column names in the answer: the source's own name, or as written where that would be taken. */
export function measureNames(query: Query): string[] {
  const taken = [...query.by, ...query.time, ...query.measures.map((measure) => measure.column)];
  return query.measures.map((measure) => {
    const alone = taken.filter((name) => name === measure.column).length === 1;
    return measure.column !== null && alone ? measure.column : measureText(measure);
  });
}
