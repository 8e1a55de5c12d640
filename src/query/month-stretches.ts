import { at, type PeriodColumn, type TextColumn } from '../table/column.js';
import { readMonth } from '../table/month.js';
import { makePeriod } from '../table/period.js';
import type { Table } from '../table/table.js';
import type { Query } from './query.js';
import { withSpan } from './with-span.js';

/** More different words than this are no stretches of a year. */
const MOST = 80;

/** A stretch of a year by its first and last month: `ENERO - OCTUBRE`, `ene. a jul.`, `January–June`; one month alone. */
const STRETCH = /^\s*(\p{L}{3,10})\.?(?:\s*(?:[-–—]|\s(?:a|al|hasta|to)\s)\s*(\p{L}{3,10})\.?)?\s*$/iu;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function readStretch(word: string): Stretch | undefined {
  const [, first = '', last = first] = STRETCH.exec(word) ?? [];
  const [from, to] = [readMonth(first), readMonth(last)];
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

/**
 * The column that tells of which months of its year each row is, `ENERO - OCTUBRE`, as the prosecutors' office of Peru
 * writes beside the year; `undefined` where none does. A column of single months is none.
 */
export function stretchesIn({ columns }: Table): TextColumn | undefined {
  return columns.find((column): column is TextColumn => {
    if (column.kind !== 'text' || column.words.length === 0 || column.words.length > MOST) return false;
    const read = column.words.map(readStretch);
    return !read.includes(undefined) && read.some((each) => each && each.to > each.from);
  });
}

/** What the rows of each year say that they are of: what all of them have. */
function byYear(years: PeriodColumn, { codes, words }: TextColumn): Map<number, Stretch> {
  const read = words.map(readStretch);
  const found = new Map<number, Stretch>();
  years.codes.forEach((code, row) => {
    const [year, own] = [years.periods[code]?.year, read[at(codes, row)]];
    if (year === undefined || !own) return;
    const before = found.get(year);
    const from = Math.max(own.from, before?.from ?? 1);
    found.set(year, { from, to: Math.min(own.to, before?.to ?? 12) });
  });
  return found;
}

/** The question, with from when and until when the rows of its first and last year say that they are. */
export function withStretches(query: Query, years: PeriodColumn, stretches: TextColumn): Query {
  const found = byYear(years, stretches);
  const order = [...found.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [order[0], order.at(-1)];
  const [begun, ended] = [found.get(first), found.get(last)];
  const completeFrom = begun && begun.from > 1 ? makePeriod('month', first, begun.from) : undefined;
  const completeThrough = ended && ended.to < 12 ? makePeriod('month', last, ended.to) : undefined;
  return withSpan(query, completeFrom, completeThrough);
}
