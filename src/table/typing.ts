import { looksLikeCode, looksLikeYears, repairUbigeo } from './code-column.js';
import type { Column, NumberColumn, PeriodColumn, TextColumn } from './column.js';
import { at } from './column.js';
import type { Notice } from './notice.js';
import {
  readAbsent,
  readNumber,
  surveyNumbers,
  type DecimalMark,
  type NumberSurvey,
} from './number-notation.js';
import type { Period } from './period.js';
import { dateOrderOf, readPeriod } from './period-notation.js';
import { STATUS } from './status.js';

/** What the file as a whole, or the page, says about how numbers are written. */
export interface Typing {
  /** Holds where a column's own cells prove nothing. */
  readonly decimal: DecimalMark;
  /** The page said so: nothing is assumed, nothing need be told. */
  readonly decimalGiven: boolean;
}

export interface Typed<C extends Column = Column> {
  readonly column: C;
  readonly notices: readonly Notice[];
}

/** A text column as numbers; a word that is none becomes a missing value and is told. */
export function toNumbers(
  text: TextColumn,
  typing: Typing,
  survey: NumberSurvey = surveyNumbers(text.words, true),
): Typed<NumberColumn> {
  const mark = survey.proof ?? typing.decimal;
  const notices: Notice[] = [];
  const column = text.name;
  if (survey.proof === 'both') notices.push({ code: 'decimal-mixed', column });
  const assumed = survey.proof === undefined && survey.ambiguous && !typing.decimalGiven;
  if (assumed) notices.push({ code: 'decimal-assumed', column, value: mark });
  const readings = text.words.map((word) => readNumber(word, mark));
  const values = new Float64Array(text.codes.length);
  const statuses = new Uint16Array(text.codes.length);
  let decimals = 0;
  let unread = 0;
  let firstUnread = -1;
  for (let row = 0; row < values.length; row++) {
    const code = at(text.codes, row);
    const reading = readings[code];
    if (code >= 0 && !reading && unread++ === 0) firstUnread = row;
    values[row] = reading?.value ?? NaN;
    statuses[row] = reading?.status ?? STATUS.missing;
    if (reading && reading.decimals > decimals) decimals = reading.decimals;
  }
  if (unread > 0) {
    const value = text.words[at(text.codes, firstUnread)] ?? '';
    notices.push({ code: 'unreadable-number', column, value, count: unread, line: firstUnread + 1 });
  }
  const percent = readings.some((reading) => reading?.percent);
  const { name, label, role } = text;
  const unit = text.unit ?? (percent ? '%' : undefined);
  const base = { name, ...(label && { label }), ...(role && { role }), ...(unit && { unit }) };
  return { column: Object.freeze({ ...base, kind: 'number', values, statuses, decimals }), notices };
}

/** A text column as periods; a word that is none becomes a row without a period and is told. */
export function toPeriods(text: TextColumn): Typed<PeriodColumn> {
  const order = dateOrderOf(text.words);
  const periods: Period[] = [];
  const place = new Map<string, number>();
  let unread = 0;
  let firstUnread = '';
  const codeOf = text.words.map((word) => {
    const period = readPeriod(word, order);
    if (!period) {
      if (readAbsent(word) === undefined && unread++ === 0) firstUnread = word;
      return -1;
    }
    const known = place.get(period.text) ?? periods.push(period) - 1;
    place.set(period.text, known);
    return known;
  });
  const codes = text.codes.map((code) => (code < 0 ? -1 : (codeOf[code] ?? -1)));
  const { words: _words, codes: _codes, ...base } = text;
  const column: PeriodColumn = Object.freeze({ ...base, kind: 'period', codes, periods });
  const notices: Notice[] =
    unread > 0 ? [{ code: 'unreadable-period', column: text.name, value: firstUnread, count: unread }] : [];
  return { column, notices };
}

function allPeriods(words: readonly string[]): boolean {
  const order = dateOrderOf(words);
  return (
    words.some((word) => readAbsent(word) === undefined) &&
    words.every((word) => readAbsent(word) !== undefined || readPeriod(word, order) !== undefined)
  );
}

/**
 * The type that every value of the column proves; text where one does not, and for codes.
 * A column of four-digit numbers is of years only where its name says so.
 */
export function typeColumn(text: TextColumn, typing: Typing, survey: NumberSurvey): Typed {
  const words = text.words;
  if (words.length === 0) return { column: text, notices: [] };
  const repaired = repairUbigeo(text.name, words);
  if (repaired) {
    const count = repaired.filter((word, code) => word !== words[code]).length;
    return {
      column: Object.freeze({ ...text, words: Object.freeze(repaired) }),
      notices: [{ code: 'codes-padded', column: text.name, count }],
    };
  }
  if (looksLikeCode(text.name, words)) return { column: text, notices: [] };
  if (looksLikeYears(text.name, words)) return toPeriods(text);
  if (survey.allNumbers) return toNumbers(text, typing, survey);
  return allPeriods(words) ? toPeriods(text) : { column: text, notices: [] };
}
