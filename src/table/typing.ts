import { readAbsent } from './absent.js';
import { isUbigeo, looksLikeCode, looksLikeYears } from './code-column.js';
import type { TextColumn } from './column.js';
import { surveyNumbers, type DecimalMark, type NumberSurvey } from './number-notation.js';
import type { Notation } from './notation.js';
import { readIsoPeriod } from './period-iso.js';
import type { DateOrder } from './period-notation.js';
import { provenDateOrder } from './period-style.js';
import { asPeriodColumn } from './plain-typing.js';
import { toNumbers } from './to-numbers.js';
import { allPeriods, toPeriods } from './to-periods.js';
import type { Typed } from './typed.js';
import { repairUbigeo } from './ubigeo.js';
import { splitUnits } from './unit-notation.js';
import { withStatuses } from './with-statuses.js';

export type { Typed } from './typed.js';
export { toNumbers } from './to-numbers.js';
export { toPeriods } from './to-periods.js';

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
  // `2024*` and `2024 p/` beside other years: the mark is the row's, not the year's.
  const said = words.filter((word) => readAbsent(word) === undefined);
  const years = said.map((word) => word.replace(/^(\d{4})(?!\d).*$/, '$1'));
  const isMarkedYears = looksLikeYears(name, years) && years.length > 0 && allPeriods(text);
  if (survey.allNumbers && !isMarkedYears) return toNumbers(text, notation, survey);
  if (allPeriods(text, notation.dateOrder)) return toPeriods(text, notation.dateOrder);
  const hasUnits = splitUnits(words, notation.decimal, false) !== undefined;
  return hasUnits ? toNumbers(text, notation, survey) : { column: text, notices: [] };
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
  const orders = texts.map((text) => {
    const order = provenDateOrder(text.words);
    return order && allPeriods(text) ? order : undefined;
  });
  const proven = new Set(orders.filter((order) => order !== undefined));
  return proven.size === 1 ? [...proven][0] : undefined;
}

/** What a cell says of its whole row is said of every number in it. */
function withRowStatuses(typed: readonly Typed[]): Typed[] {
  const said = typed.flatMap(({ rowStatuses }) => rowStatuses ?? []);
  return typed.map((each) => {
    const { column } = each;
    if (column.kind !== 'number') return each;
    return { ...each, column: said.reduce((marked, statuses) => withStatuses(marked, statuses), column) };
  });
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
  const typed = texts.map((text, index): Typed => {
    const one = typeColumn(text, notation, surveys[index] ?? surveyNumbers(text.words));
    if (isUsual || one.column.kind !== 'text') return one;
    return { ...one, column: Object.freeze({ ...one.column, notation }) };
  });
  return withRowStatuses(typed);
}
