import { DataError } from '../errors.js';
import { at, type NumberColumn, type TextColumn } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import type { Notice } from '../table/notice.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { STATUS } from '../table/status.js';
import { columnsOf, makeTable, withNotices, type Table } from '../table/table.js';
import { asTextColumn } from './as-text.js';
import { parseNames } from './parse-list.js';
import type { Measure, Revision, Revisions } from './query.js';

const LISTED = '2024: 6.1 until 2026-08-12; 2023: 9.2 until 2025-01-25';
const IN_COLUMNS = 'tasa_anterior, fecha_de_revision';

function refuse(value: string, expected: readonly string[]): never {
  throw new DataError('bad-attribute', { attribute: 'revisions', value, expected });
}

/** `2024: 6.1 until 2026-08-12`; `hasta` does as well. */
function readRevision(text: string, whole: string): Revision {
  const [, of = '', before = '', day = ''] =
    /^\s*(\S+)\s*:\s*(-?\d+(?:\.\d+)?)\s+(?:until|hasta)\s+(\S+)\s*$/i.exec(text) ?? [];
  const [period, until] = [readIsoPeriod(of), readIsoPeriod(day)];
  return period && until?.length === 'day'
    ? { period, before: Number(before), until }
    : refuse(whole, [LISTED, IN_COLUMNS]);
}

/**
 * What the source has published before: a list of periods with the value that each had, and until which day; or the
 * column of the values before, and one of the days on which they were changed, for values that stand as they are.
 */
export function parseRevisions(text: string, measures: readonly Measure[]): Revisions {
  if (/[:;]/.test(text)) {
    const parts = text.split(';').filter((part) => part.trim() !== '');
    return { listed: parts.map((part) => readRevision(part, text)) };
  }
  const [before, on, more] = parseNames(text);
  if (before === undefined || more !== undefined) return refuse(text, [LISTED, IN_COLUMNS]);
  // Of what is put together here no source has said what it was before.
  const made = measures.find(({ aggregate }) => aggregate !== null);
  if (made) return refuse(text, [LISTED, `value="${made.column ?? 'columna'}"`]);
  return { before, ...(on !== undefined && { on }) };
}

/** What each row was before, and until when; nothing for a row that has not changed. */
export type Earlier = readonly (
  { readonly before: number; readonly until: Period | undefined } | undefined
)[];

/** By period: of a breakdown nobody could tell which of its values is meant. */
function fromList(answer: Table, listed: readonly Revision[]): { earlier: Earlier; notices: Notice[] } {
  const [time] = columnsOf(answer, 'time');
  if (time?.kind !== 'period') return refuse(listed[0]?.period.text ?? '', ['time="anio"']);
  if (columnsOf(answer, 'dimension').length > 0) return refuse(listed[0]?.period.text ?? '', [IN_COLUMNS]);
  const shown = new Set(Array.from(time.codes, (code) => time.periods[code]?.text));
  const unknown = listed.filter(({ period }) => !shown.has(period.text));
  return {
    earlier: Array.from(time.codes, (code) =>
      listed.find(({ period }) => period.text === time.periods[code]?.text),
    ),
    notices: unknown.map(({ period }) => ({
      code: 'no-such-value',
      attribute: 'revisions',
      value: period.text,
    })),
  };
}

/** From the columns of the rows that the answer was made of, one for one. */
function fromColumns(rows: Table, before: string, on: string | undefined): Earlier {
  const values = getColumn(rows, before, 'revisions');
  if (values.kind !== 'number') throw new TypeError('what is measured is converted before');
  const days = on === undefined ? undefined : getColumn(rows, on, 'revisions');
  const text = days && days.kind !== 'period' ? asTextColumn(days) : undefined;
  const periods = text
    ? text.words.map((word) => readIsoPeriod(word))
    : days?.kind === 'period'
      ? days.periods
      : [];
  const codes = days && days.kind !== 'number' ? days.codes : text?.codes;
  return Array.from(values.values, (value, row) =>
    Number.isNaN(value) ? undefined : { before: value, until: codes && periods[at(codes, row)] },
  );
}

/**
 * The answer with what each of its values was before: the value has the status of a revised one, and two columns after
 * the measures tell what it was and until when. A value that is the same in all the decimals that the source writes is
 * not told: nothing of it has changed for a reader. `dayName`: what the column of days is called, by who has changed it.
 */
export function withEarlier(
  answer: Table,
  measure: NumberColumn,
  earlier: Earlier,
  dayName: 'revised' | 'until',
): Table {
  const { values, decimals, name, unit } = measure;
  const written = (value: number): string => value.toFixed(Math.min(20, decimals));
  const changed = earlier.map((each, row) => {
    const value = at(values, row);
    return each && !Number.isNaN(value) && written(each.before) !== written(value) ? each : undefined;
  });
  if (!changed.some(Boolean)) return answer;
  const revised: NumberColumn = Object.freeze({
    ...measure,
    statuses: measure.statuses.map((status, row) => (changed[row] ? status | STATUS.revised : status)),
  });
  const previous: NumberColumn = Object.freeze({
    ...(unit && { unit }),
    name: `previous (${name})`,
    kind: 'number',
    role: 'attribute',
    part: 'previous',
    values: Float64Array.from(changed, (each) => each?.before ?? NaN),
    statuses: Uint16Array.from(changed, (each) => (each ? 0 : STATUS.notApplicable)),
    decimals,
  });
  const days: TextColumn = Object.freeze({
    name: `${dayName} (${name})`,
    kind: 'text',
    role: 'attribute',
    codes: Int32Array.from(changed.keys()),
    words: changed.map((each) => each?.until?.text ?? ''),
  });
  const columns = answer.columns.map((column) => (column === measure ? revised : column));
  const added = days.words.some(Boolean) ? [previous, days] : [previous];
  return makeTable(answer.length, [...columns, ...added], answer.notices);
}

/** The answer with what the source has revised, as the page tells it. `rows`: what the answer was made of. */
export function withRevisions(answer: Table, rows: Table, revisions: Revisions | undefined): Table {
  const measure = columnsOf(answer, 'measure').find((column) => column.kind === 'number');
  if (!revisions || !measure) return answer;
  const { earlier, notices } =
    revisions.before === undefined
      ? fromList(answer, revisions.listed)
      : { earlier: fromColumns(rows, revisions.before, revisions.on), notices: [] };
  return withEarlier(withNotices(answer, notices), measure, earlier, 'revised');
}
