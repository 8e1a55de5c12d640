import { at, type Column, type PeriodColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { STATUS } from '../table/status.js';
import { breakPeriods, breakRows } from './breaks.js';
import { replaceColumns } from '../table/replace-columns.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import { withLabels } from './labels.js';
import { numbersOf } from './numbers-of.js';
import { tellsParts } from './part-columns.js';
import type { Query } from './query.js';
import { inTimeOrder } from './time.js';

type Declared = NonNullable<Query['declared']>;

/** A period that is whole only in part, with the end of that part. */
function untilComplete(period: Period, through: Period | undefined): Period {
  const isPart = through && period.start < through.end && through.end < period.end;
  return isPart ? Object.freeze({ ...period, through }) : period;
}

function withStatuses(table: Table, time: PeriodColumn, declared: Declared, query: Query): Table {
  const { provisionalFrom, completeFrom, completeThrough } = declared;
  const breaks = breakPeriods(time, declared.breaks);
  const isBreak = breakRows(table, time, breaks);
  const added = time.periods.map((period) => {
    const isProvisional = provisionalFrom !== undefined && period.end > provisionalFrom.start;
    const isPart =
      (completeThrough !== undefined && period.end > completeThrough.end) ||
      (completeFrom !== undefined && period.start < completeFrom.start);
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
export async function declare(table: Table, query: Query, rows = table): Promise<Table> {
  const { declared } = query;
  if (!declared) return table;
  const [time] = columnsOf(table, 'time');
  let told = table;
  if (declared.revisions)
    told = (await import('./revisions.js')).withRevisions(table, inTimeOrder(rows), declared.revisions);
  if (time?.kind === 'period') {
    told = withStatuses(told, time, declared, query);
    if (declared.range) told = within(told, time, declared.range);
  }
  return withLabels(told, declared.labels);
}
