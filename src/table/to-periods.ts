import { readAbsent } from './absent.js';
import type { PeriodColumn, TextColumn } from './column.js';
import type { Notice } from './notice.js';
import { readMarks } from './number-notation.js';
import { readPeriod, type DateOrder } from './period-notation.js';
import type { Period } from './period.js';
import { dateOrderOf, isOrderAssumed, periodStyleOf } from './period-style.js';
import { asPeriodColumn } from './plain-typing.js';
import type { StatusSet } from './status.js';
import { cellsOf } from './to-numbers.js';
import type { Typed } from './typed.js';

interface Reading {
  readonly period: Period | undefined;
  readonly status: StatusSet;
  /** The mark behind the period of which nobody knows what it says. */
  readonly unknown?: string;
}

/** A mark stands apart, or is none of letters alone: `2024*`, `2024p/`, `2024 (e)`, `2024 preliminar`, `2024 1/`. */
const MARKED = /^(.*\d)(?:\s*(?:\*+|\([a-z]{1,12}\)|[a-z]{1,12}\/)|\s+(?:[a-z]{1,12}|\d\/))$/i;

/** Reads words of one column; a period may have a mark behind it that says something of the whole row: `2024 p/`. */
function reader(text: TextColumn, usual?: DateOrder): (word: string) => Reading {
  const order = dateOrderOf(text.words, usual);
  const style = periodStyleOf(text.words, text.name);
  return (word) => {
    const period = readPeriod(word, order, style);
    if (period) return { period, status: 0 };
    const cell = word.trim();
    const before = MARKED.exec(cell)?.[1] ?? '';
    const behind = cell.slice(before.length).trim();
    const marked = before === '' ? undefined : readPeriod(before, order, style);
    if (!marked) return { period: undefined, status: 0 };
    const status = readMarks(behind);
    return { period: marked, status: status ?? 0, ...(status === undefined && { unknown: behind }) };
  };
}

/** Whether every word is a period or says that there is none, and at least one is. A mark of nobody's makes none. */
export function allPeriods(text: TextColumn, usual?: DateOrder): boolean {
  const read = reader(text, usual);
  const said = text.words.filter((word) => readAbsent(word) === undefined);
  return (
    said.length > 0 &&
    said.every((word) => {
      const { period, unknown } = read(word);
      return period !== undefined && unknown === undefined;
    })
  );
}

/** A text column as periods; a word that is none becomes a row without a period and is told. */
export function toPeriods(text: TextColumn, usual?: DateOrder): Typed<PeriodColumn> {
  const { name: column, words } = text;
  const read = reader(text, usual);
  const readings = words.map(read);
  const notices: Notice[] = [];
  const isUnread = (code: number): boolean =>
    !readings[code]?.period && readAbsent(words[code] ?? '') === undefined;
  const unread = cellsOf(text, isUnread);
  if (unread) notices.push({ code: 'unreadable-period', column, ...unread });
  for (const { unknown } of readings)
    if (unknown !== undefined) notices.push({ code: 'unknown-status', column, value: unknown });
  if (isOrderAssumed(words, usual)) {
    const value = dateOrderOf(words) === 'day' ? 'dd/mm' : 'mm/dd';
    notices.push({ code: 'date-order-assumed', column, value });
  }
  const places = new Map(words.map((word, index) => [word, index]));
  const typed = asPeriodColumn(text, (word) => readings[places.get(word) ?? -1]?.period);
  if (readings.every(({ status }) => status === 0)) return { column: typed, notices };
  const rowStatuses = Uint16Array.from(text.codes, (code) => readings[code]?.status ?? 0);
  return { column: typed, notices, rowStatuses };
}
