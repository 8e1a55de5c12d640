import { readAbsent } from './absent.js';
import { isUbigeo, looksLikeCode, looksLikeYears } from './code-column.js';
import { at, type Column, type NumberColumn, type PeriodColumn, type TextColumn } from './column.js';
import type { Notice } from './notice.js';
import { readNumber, surveyNumbers, type DecimalMark, type NumberSurvey } from './number-notation.js';
import type { Notation } from './notation.js';
import { readIsoPeriod } from './period-iso.js';
import { dateOrderOf, provenDateOrder, readPeriod, type DateOrder } from './period-notation.js';
import { asPeriodColumn } from './plain-typing.js';
import { STATUS } from './status.js';
import { repairUbigeo } from './ubigeo.js';

export interface Typed<C extends Column = Column> {
  readonly column: C;
  readonly notices: readonly Notice[];
}

/** A text column as numbers; a word that is none becomes a missing value and is told. */
export function toNumbers(
  text: TextColumn,
  notation: Notation,
  survey: NumberSurvey = surveyNumbers(text.words, true),
): Typed<NumberColumn> {
  const isKnown = notation.decimalGiven || notation.decimalProven;
  const mark = survey.proof ?? (isKnown ? undefined : survey.likely) ?? notation.decimal;
  const notices: Notice[] = [];
  const column = text.name;
  if (survey.proof === 'both') notices.push({ code: 'decimal-mixed', column });
  const assumed = survey.proof === undefined && survey.ambiguous && !notation.decimalGiven;
  if (assumed) notices.push({ code: 'decimal-assumed', column, value: mark });
  const readings = text.words.map((word) => readNumber(word, mark));
  const values = Float64Array.from(text.codes, (code) => readings[code]?.value ?? NaN);
  const statuses = Uint16Array.from(text.codes, (code) => readings[code]?.status ?? STATUS.missing);
  const isUnread = (code: number): boolean => code >= 0 && !readings[code];
  const first = text.codes.findIndex(isUnread);
  if (first >= 0) {
    const value = text.words[at(text.codes, first)] ?? '';
    const count = text.codes.filter(isUnread).length;
    notices.push({ code: 'unreadable-number', column, value, count, line: first + 1 });
  }
  const decimals = readings.reduce((most, reading) => Math.max(most, reading?.decimals ?? 0), 0);
  const unit = text.unit ?? (readings.some((reading) => reading?.percent) ? '%' : undefined);
  const { name, label, role } = text;
  const base = { name, ...(label && { label }), ...(role && { role }), ...(unit && { unit }) };
  return { column: Object.freeze({ ...base, kind: 'number', values, statuses, decimals }), notices };
}

/** A text column as periods; a word that is none becomes a row without a period and is told. */
export function toPeriods(text: TextColumn, usual?: DateOrder): Typed<PeriodColumn> {
  const order = dateOrderOf(text.words, usual);
  const unread: string[] = [];
  const column = asPeriodColumn(text, (word) => {
    const period = readPeriod(word, order);
    if (!period && readAbsent(word) === undefined) unread.push(word);
    return period;
  });
  const [value] = unread;
  if (value === undefined) return { column, notices: [] };
  return { column, notices: [{ code: 'unreadable-period', column: text.name, value, count: unread.length }] };
}

function allPeriods(words: readonly string[], usual?: DateOrder): boolean {
  const order = dateOrderOf(words, usual);
  const said = words.filter((word) => readAbsent(word) === undefined);
  return said.length > 0 && said.every((word) => readPeriod(word, order) !== undefined);
}

/**
 * The type that every value of the column proves; text where one does not, and for codes.
 * A column of four-digit numbers is of years only where its name says so.
 */
function typeColumn(text: TextColumn, notation: Notation, survey: NumberSurvey): Typed {
  const { name, words } = text;
  if (words.length === 0) return { column: text, notices: [] };
  if (isUbigeo(name)) return repairUbigeo(text);
  if (looksLikeCode(name, words)) return { column: text, notices: [] };
  if (looksLikeYears(name, words)) return { column: asPeriodColumn(text, readIsoPeriod), notices: [] };
  if (survey.allNumbers) return toNumbers(text, notation, survey);
  return allPeriods(words, notation.dateOrder)
    ? toPeriods(text, notation.dateOrder)
    : { column: text, notices: [] };
}

/** The mark that the file's columns of numbers agree on, if any proves one. Codes such as `5.1` prove nothing. */
function fileDecimalMark(
  texts: readonly TextColumn[],
  surveys: readonly NumberSurvey[],
): DecimalMark | undefined {
  const proofs = new Set(
    texts.flatMap(({ name, words }, index) => {
      const survey = surveys[index];
      return survey?.allNumbers && survey.proof && !looksLikeCode(name, words) ? [survey.proof] : [];
    }),
  );
  const [only] = proofs;
  return proofs.size === 1 && only !== 'both' ? only : undefined;
}

/** The order that the file's columns of dates agree on, if any proves one: one program wrote them all. */
function fileDateOrder(texts: readonly TextColumn[]): DateOrder | undefined {
  const orders = texts.map(({ words }) => {
    const order = provenDateOrder(words);
    return order && allPeriods(words) ? order : undefined;
  });
  const proven = new Set(orders.filter((order) => order !== undefined));
  return proven.size === 1 ? [...proven][0] : undefined;
}

/** The columns of one file, typed with all that is known of how sources write numbers, periods and codes. */
export function typeColumns(
  texts: readonly TextColumn[],
  decimal: DecimalMark | undefined,
  fallback: DecimalMark,
): Typed[] {
  const surveys = texts.map((text) => surveyNumbers(text.words));
  const dateOrder = fileDateOrder(texts);
  const proven = fileDecimalMark(texts, surveys);
  const notation: Notation = {
    decimal: decimal ?? proven ?? fallback,
    decimalGiven: decimal !== undefined,
    decimalProven: proven !== undefined,
    ...(dateOrder && { dateOrder }),
  };
  const isUsual = notation.decimal === '.' && !dateOrder;
  return texts.map((text, index): Typed => {
    const typed = typeColumn(text, notation, surveys[index] ?? surveyNumbers(text.words));
    if (isUsual || typed.column.kind !== 'text') return typed;
    return { ...typed, column: Object.freeze({ ...typed.column, notation }) };
  });
}
