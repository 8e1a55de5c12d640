import { DataError } from '../errors.js';
import { at, type Column, type PeriodColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { STATUS } from '../table/status.js';
import { breakPeriods, breakRows } from './breaks.js';
import { replaceColumns } from '../table/replace-columns.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import { parseLabels, withLabels } from './labels.js';
import { numbersOf } from './numbers-of.js';
import { tellsParts } from './part-columns.js';
import { parseSuppressUnder } from './parse-suppress.js';
import type { Measure, Query } from './query.js';
import { parseRevisions, withRevisions } from './revisions.js';
import { inTimeOrder } from './time.js';

/** What the page knows of its data and the source does not say. */
export type Declared = NonNullable<Query['declared']>;

function periodsIn(text: string, attribute: string, expected: readonly string[], separator = ','): Period[] {
  if (text.trim() === '') return [];
  return text.split(separator).map((part) => {
    const period = readIsoPeriod(part);
    if (period) return period;
    throw new DataError('bad-attribute', { attribute, value: text, expected });
  });
}

/** The only period of an attribute that takes no more. */
function periodIn(text: string, attribute: string, expected: readonly string[]): Period | undefined {
  return periodsIn(text, attribute, expected, '\n')[0];
}

/** `2024`, or the first and the last: `2018..2024`. */
function rangeIn(value: string): Declared['range'] {
  const expected = ['2024', '2018..2024'];
  const [from, to = from, more] = periodsIn(value, 'period', expected, '..');
  if (!from || !to) return undefined;
  if (!more && from.start < to.end) return { from, to };
  throw new DataError('bad-attribute', { attribute: 'period', value, expected });
}

/** The texts of the attributes by which a page declares what it knows. */
interface DeclaredTexts {
  readonly labels: string;
  readonly breaks: string;
  readonly revisions?: string;
  readonly suppressUnder?: string;
  readonly provisionalFrom: string;
  readonly completeThrough: string;
  readonly range: string;
}

/** Reads what the page declares; each text is an attribute of that name. */
export function parseDeclared(texts: DeclaredTexts, measures: readonly Measure[] = []): Declared {
  const { revisions = '', suppressUnder = '' } = texts;
  const provisionalFrom = periodIn(texts.provisionalFrom, 'provisional-from', ['2025', '2025-01']);
  const completeThrough = periodIn(texts.completeThrough, 'complete-through', ['2026-07']);
  const range = rangeIn(texts.range);
  return {
    labels: parseLabels(texts.labels),
    breaks: periodsIn(texts.breaks, 'breaks', ['2025', '2025-01']),
    ...(provisionalFrom && { provisionalFrom }),
    ...(completeThrough && { completeThrough }),
    ...(suppressUnder.trim() && { suppressUnder: parseSuppressUnder(suppressUnder, measures) }),
    ...(revisions.trim() && { revisions: parseRevisions(revisions, measures) }),
    ...(range && { range }),
  };
}

/** A period that is whole only in part, with the end of that part. */
function untilComplete(period: Period, through: Period | undefined): Period {
  const isPart = through && period.start < through.end && through.end < period.end;
  return isPart ? Object.freeze({ ...period, through }) : period;
}

function withStatuses(table: Table, time: PeriodColumn, declared: Declared, query: Query): Table {
  const { provisionalFrom, completeThrough } = declared;
  const breaks = breakPeriods(time, declared.breaks);
  const isBreak = breakRows(table, time, breaks);
  const added = time.periods.map((period) => {
    const isProvisional = provisionalFrom !== undefined && period.end > provisionalFrom.start;
    const isPart = completeThrough !== undefined && period.end > completeThrough.end;
    return (isProvisional ? STATUS.provisional : 0) | (isPart ? STATUS.incomplete : 0);
  });
  const marked = numbersOf(table, query).map((column): Column => {
    const statuses = column.statuses.map((status, row) => {
      const more = added[at(time.codes, row)] ?? 0;
      const broken = status | (isBreak.has(row) ? STATUS.break : 0);
      // A value that is not there cannot be provisional.
      return Number.isNaN(at(column.values, row)) ? broken : broken | more;
    });
    return Object.freeze({ ...column, statuses });
  });
  const periods = time.periods.map((period) => untilComplete(period, completeThrough));
  const told = Object.freeze({ ...time, periods, breaks: breaks.map(({ text }) => text) });
  return replaceColumns(table, [told, ...marked]);
}

function within(table: Table, time: PeriodColumn, { from, to }: { from: Period; to: Period }): Table {
  const isWithin = time.periods.map((period) => period.start >= from.start && period.end <= to.end);
  const rows = Array.from(time.codes.keys()).filter((row) => isWithin[at(time.codes, row)]);
  return rows.length === table.length ? table : withoutEmptyParts(takeTable(table, rows));
}

/** Where no sum of the range lacks a part, there is nothing to tell of parts. */
function withoutEmptyParts({ length, columns, notices }: Table): Table {
  const isEmpty = (column: Column): boolean =>
    tellsParts(column) && column.kind === 'number' && column.values.every((value) => Number.isNaN(value));
  return makeTable(
    length,
    columns.filter((column) => !isEmpty(column)),
    notices,
  );
}

/**
 * The answer with what the page declares: revisions, statuses, the range of periods, names for readers. `rows`: what
 * the answer was made of.
 */
export function declare(table: Table, query: Query, rows = table): Table {
  const { declared } = query;
  if (!declared) return table;
  const [time] = columnsOf(table, 'time');
  let told = withRevisions(table, inTimeOrder(rows), declared.revisions);
  if (time?.kind === 'period') {
    told = withStatuses(told, time, declared, query);
    if (declared.range) told = within(told, time, declared.range);
  }
  return withLabels(told, declared.labels);
}
