import type { Query } from '../query/query.js';
import { looksLikeCode } from '../table/code-column.js';
import type { Column } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import type { Table } from '../table/table.js';

const MONTH_NAME = /^(mes|month)$/i;

function isMeasure(column: Column): boolean {
  return column.kind === 'number' && !MONTH_NAME.test(column.name) && !looksLikeCode(column.name, []);
}

/**
 * What a series needs and the page did not name: its time is the first column of periods, with the month beside
 * a year; its measure is the only column of numbers, or the first, and then the page's owner is told.
 */
export function completeQuery(query: Query, table: Table): { query: Query; notices: readonly Notice[] } {
  const notices: Notice[] = [];
  let { time, measures } = query;
  if (time.length === 0) {
    const period = table.columns.find((column) => column.kind === 'period');
    const month = table.columns.find((column) => MONTH_NAME.test(column.name));
    const isYears = period?.kind === 'period' && period.periods.every((each) => each.length === 'year');
    if (period) time = isYears && month ? [period.name, month.name] : [period.name];
  }
  if (measures.length === 0) {
    const numbers = table.columns.filter(isMeasure);
    const [first] = numbers;
    if (first) measures = [{ aggregate: query.per ? 'sum' : null, column: first.name }];
    if (first && numbers.length > 1) {
      notices.push({ code: 'several-measures', column: first.name, count: numbers.length });
    }
  }
  return { query: { ...query, time, measures }, notices };
}
