import { DataError } from '../errors.js';
import { ALL_ROWS } from './all-rows.js';
import type { Limited, Question } from './engine.js';
import type { ManifestQuestion } from './observatory.js';

/** A question about what an observatory says, not about rows: `src` is the address of its manifest. */
export interface ObservatoryQuestion extends Question {
  /** `''` for every one of them, where that can be asked. */
  readonly indicator: string;
  /** A code or a name of the list of places; `''` for none in particular. */
  readonly place: string;
  readonly lang: string;
}

/** The question that a widget puts, from what its page says. */
export function observatoryQuestion(
  url: string,
  asked: Pick<ObservatoryQuestion, 'indicator' | 'place' | 'lang'>,
  { maxBytes, timeout, firstByteTimeout, stallTimeout }: Omit<Limited, 'hosts'>,
): ObservatoryQuestion {
  return {
    ...ALL_ROWS,
    source: {},
    src: url,
    ...asked,
    ...{ maxBytes, timeout, firstByteTimeout, stallTimeout },
  };
}

/** Engines take any question; one about an observatory is told apart by its indicator. */
export function readObservatoryQuestion(question: Question): ObservatoryQuestion {
  if ('indicator' in question && 'place' in question && 'lang' in question)
    return question as ObservatoryQuestion;
  throw new DataError('bad-attribute', { attribute: 'indicator', value: '', expected: ['robos'] });
}

/** Which manifest a question means. */
export function manifestQuestion({
  src: url,
  hosts,
  maxBytes,
  timeout,
  firstByteTimeout,
  stallTimeout,
}: Pick<Question, 'src' | keyof Limited>): ManifestQuestion {
  return { url, ...(hosts && { hosts }), maxBytes, timeout, firstByteTimeout, stallTimeout };
}
