import type { Query } from '../query/query.js';
import { looksLikeCode } from '../table/code-column.js';
import type { Column } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import type { Table } from '../table/table.js';

const MONTH_NAME = /^(mes|month)$/i;

/** How columns of dates are called: `FECHA_CORTE`, `PERIODO`, `anio_mes`. */
const DATE_NAME = /(^|[^a-z])(fecha|fec|per[ií]odo?|period|corte|date|mes|month)([^a-z]|$)/i;
const DATE_NUMBER = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?$/;

/** Dates that are written as numbers, `202409` and `20240930`: by the name of the column and by each of its values. */
function isDates(column: Column): boolean {
  if (column.kind !== 'number' || !DATE_NAME.test(column.name)) return false;
  const values = column.values.filter((value) => !Number.isNaN(value));
  return values.length > 0 && values.every((value) => DATE_NUMBER.test(String(value)));
}

function isMeasure(column: Column): boolean {
  const { kind, name } = column;
  return kind === 'number' && !MONTH_NAME.test(name) && !looksLikeCode(name, []) && !isDates(column);
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
    const dates = period ?? table.columns.find((column) => isDates(column) && !/corte/i.test(column.name));
    if (dates) time = isYears && month ? [dates.name, month.name] : [dates.name];
  }
  if (measures.length === 0) {
    const numbers = table.columns.filter(isMeasure);
    const [first] = numbers;
    if (first) measures = [{ aggregate: (query.per ?? query.reporting) ? 'sum' : null, column: first.name }];
    if (first && numbers.length > 1) {
      notices.push({ code: 'several-measures', column: first.name, count: numbers.length });
    }
  }
  return { query: { ...query, time, measures }, notices };
}
