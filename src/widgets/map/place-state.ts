import type { Observation } from '../../query/observations.js';
import { absenceOf, type Absence } from '../../table/absence.js';
import { OPEN } from '../../table/open-status.js';
import { STATUS } from '../../table/status.js';
import { joined } from '../../text/joined.js';
import type { MeasureMessages } from '../../text/messages.js';
import { spokenValue, statusText } from '../../text/spoken.js';
import { valueMarks } from '../../text/status-symbols.js';
import { valueText } from '../../text/value.js';
import type { Words } from '../../text/words.js';

/** What is known of a place in one period. */
export interface PlaceState {
  /** NaN where there is none. */
  readonly value: number;
  /** `undefined` where there is a value. */
  readonly absence: Absence | undefined;
  /** It may still change, is not whole, or rests on few cases: marked on the map. */
  readonly isOpen: boolean;
  /** `10.7 p`; a rate with the cases behind it: `10.7 u (12 casos)` */
  readonly text: string;
  /** The number alone, or why there is none: `10.7`, `sin dato`. */
  readonly spoken: string;
  /** `provisional, 12 casos, intervalo de confianza del 95%: de 7.5 a 8.1` */
  readonly qualified: string;
}

export const NONE: Pick<Observation, 'value' | 'status' | 'count' | 'interval' | 'reported'> = {
  value: NaN,
  status: STATUS.missing,
};

/** The state of a place; one that the data do not have has no value, and is never zero. */
export function stateOf(
  observation: Observation | undefined,
  { decimals, level }: { readonly decimals: number; readonly level: string },
  words: Words,
  { tooFew }: MeasureMessages,
): PlaceState {
  const { value, status, interval } = observation ?? NONE;
  const absence = observation ? absenceOf(observation) : 'missing';
  const cases = words.beside?.(observation ?? NONE) ?? '';
  const number = (each: number): string => words.number(each, decimals);
  const limits = interval ? (words.interval?.(level, number(interval.low), number(interval.high)) ?? '') : '';
  const text = joined([valueText(words, value, status, decimals), valueMarks(status)], ' ');
  return {
    value,
    absence,
    isOpen: absence === undefined && (status & OPEN) !== 0,
    text: cases === '' ? text : `${text} (${cases})`,
    spoken: absence === 'tooFew' ? tooFew : spokenValue(words, value, absence ? status : 0, decimals),
    qualified: joined([absence ? '' : statusText(words, status), cases, limits], ', '),
  };
}
