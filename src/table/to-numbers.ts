import { at, type NumberColumn, type TextColumn } from './column.js';
import type { Notation } from './notation.js';
import type { Notice } from './notice.js';
import { readNumber, surveyNumbers, type NumberSurvey } from './number-notation.js';
import { STATUS } from './status.js';
import type { Typed } from './typed.js';
import { commonUnit, splitUnits } from './unit-notation.js';

/** The first cell and the number of cells whose word is one of these. */
export function cellsOf(
  { codes, words }: TextColumn,
  isMeant: (code: number) => boolean,
): Pick<Notice, 'value' | 'count' | 'line'> | undefined {
  const isCell = (code: number): boolean => code >= 0 && isMeant(code);
  const first = codes.findIndex(isCell);
  if (first < 0) return undefined;
  return { value: words[at(codes, first)] ?? '', count: codes.filter(isCell).length, line: first + 1 };
}

/** A text column as numbers; a word that is none becomes a missing value and is told. */
export function toNumbers(
  text: TextColumn,
  notation: Notation,
  told: NumberSurvey = surveyNumbers(text.words, true),
): Typed<NumberColumn> {
  const notices: Notice[] = [];
  const { name: column, label, role } = text;
  const split = told.allNumbers ? undefined : splitUnits(text.words, notation.decimal, true);
  const survey = split ? surveyNumbers(split.words, true) : told;
  const isKnown = notation.decimalGiven || notation.decimalProven;
  const mark = survey.proof ?? (isKnown ? undefined : survey.likely) ?? notation.decimal;
  if (survey.proof === 'both') notices.push({ code: 'decimal-mixed', column });
  const assumed = survey.proof === undefined && survey.ambiguous && !notation.decimalGiven;
  if (assumed) notices.push({ code: 'decimal-assumed', column, value: mark });
  const readings = (split?.words ?? text.words).map((word) => readNumber(word, mark));
  const values = Float64Array.from(text.codes, (code) => readings[code]?.value ?? NaN);
  const statuses = Uint16Array.from(text.codes, (code) => readings[code]?.status ?? STATUS.missing);
  const unread = cellsOf(text, (code) => !readings[code]);
  if (unread) notices.push({ code: 'unreadable-number', column, ...unread });
  const decimals = readings.reduce((most, reading) => Math.max(most, reading?.decimals ?? 0), 0);
  const common = commonUnit(readings, split?.units);
  if (common.mixed !== undefined) {
    const hasUnit = (code: number): boolean => !!(readings[code]?.percent ?? false) || !!split?.units[code];
    notices.push({ code: 'units-mixed', column, ...cellsOf(text, hasUnit) });
  }
  const unit = text.unit ?? common.unit;
  const base = { name: column, ...(label && { label }), ...(role && { role }), ...(unit && { unit }) };
  return { column: Object.freeze({ ...base, kind: 'number', values, statuses, decimals }), notices };
}
