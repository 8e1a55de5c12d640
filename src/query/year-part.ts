import { DataError } from '../errors.js';
import type { Column, PeriodColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import * as parts from './time-parts.js';

const NAMED =
  /(?:^|[^a-z])(?:(trim|trimestres?|quarter|qtr)|(semestres?|semester|half)|semanas?|weeks?)(?:[^a-z]|$)/i;
const NUMBERS = ['i', 'ii', 'iii', 'iv', '1', '2', '3', '4'];

/** `3`, `III`, `T3`, `Q3`, `III trimestre`, `3er trim.` */
function readNumbered(text: string, most: number): number | undefined {
  const [, said = ''] = /^\s*[tqs]?\s*([1-4](?!\d)|i?v?i{0,2}(?![a-z]))/.exec(text.toLowerCase()) ?? [];
  const number = (NUMBERS.indexOf(said) % 4) + 1;
  return number > 0 && number <= most ? number : undefined;
}

/**
 * Which part of a year a column tells, by its name: 3 is March in `mes`, of which nothing need be told, and the third
 * quarter in `trimestre`. Fails for weeks, which are part of no year alone.
 */
function yearPart(name: string): parts.YearPart | undefined {
  const [isNamed, quarter, half] = NAMED.exec(name) ?? [];
  if (isNamed === undefined) return undefined;
  const most = quarter ? 4 : 2;
  if (quarter || half)
    return {
      length: quarter ? 'quarter' : 'half',
      read: (text) => readNumbered(text, most),
      expected: ['1', 'I'],
    };
  throw new DataError('not-a-period', { attribute: 'time', value: name, expected: ['fecha', 'anio, mes'] });
}

/** Months, quarters or halves of a column of years and one of their parts, as its name tells. */
export const joinParts = (years: PeriodColumn, column: Column): PeriodColumn =>
  parts.joinParts(years, column, yearPart(column.name));

/** The words of such a column that name none. */
export const unreadParts = (column: Column): Notice[] => parts.unreadParts(column, yearPart(column.name));

export const { widenPeriods } = parts;
