import { DataError } from '../errors.js';
import { nameWords } from '../table/code-column.js';
import { readMonth } from '../table/month.js';

/** What a column beside one of years tells: which part of the year a row is of. */
export interface YearPart {
  readonly length: 'month' | 'quarter' | 'half';
  /** The number of the part; `undefined` where the text is none. */
  readonly read: (text: string) => number | undefined;
  /** How it may be written. */
  readonly expected: readonly string[];
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** `3`, `III`, `T3`, `Q3`, `III trimestre`, `3er trim.` */
function readNumbered(text: string, most: number): number | undefined {
  const [, said = ''] =
    /^(?:[tqs]\s*)?([1-4](?!\d)|iv(?![a-z])|i{1,3}(?![a-z]))/.exec(text.trim().toLowerCase()) ?? [];
  const number = Number(said) || ROMAN.indexOf(said) + 1;
  return number >= 1 && number <= most ? number : undefined;
}

const named = (words: string): RegExp => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`);
const QUARTERS = named('trim|trimestres?|quarter|qtr|q');
const HALVES = named('semestres?|semester|half');
const WEEKS = named('semanas?|weeks?');

/**
 * Which part of a year a column tells, by its name: 3 is March in `mes` and the third quarter in `trimestre`. Fails for
 * weeks, which are part of no year alone.
 */
export function yearPart(name: string): YearPart {
  const words = nameWords(name);
  if (QUARTERS.test(words))
    return { length: 'quarter', read: (text) => readNumbered(text, 4), expected: ['1 … 4', 'I … IV'] };
  if (HALVES.test(words))
    return { length: 'half', read: (text) => readNumbered(text, 2), expected: ['1, 2', 'I, II'] };
  if (WEEKS.test(words))
    throw new DataError('not-a-period', {
      ...{ attribute: 'time', value: name },
      expected: ['fecha', 'anio, mes', 'anio, trimestre', 'anio, semestre'],
    });
  return { length: 'month', read: readMonth, expected: ['1 … 12', 'enero', 'ene'] };
}
