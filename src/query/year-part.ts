import { DataError } from '../errors.js';
import { readMonth } from '../table/month.js';

/** What a column beside one of years tells: which part of the year a row is of. */
export interface YearPart {
  readonly length: 'month' | 'quarter' | 'half';
  /** The number of the part; `undefined` where the text is none. */
  readonly read: (text: string) => number | undefined;
  /** How it may be written. */
  readonly expected: readonly string[];
}

const NAMED =
  /(?:^|[^a-z])(?:(trim|trimestres?|quarter|qtr)|(semestres?|semester|half)|semanas?|weeks?)(?:[^a-z]|$)/i;
const NUMBERS = ['i', 'ii', 'iii', 'iv', '1', '2', '3', '4'];

/** `3`, `III`, `T3`, `Q3`, `III trimestre`, `3er trim.` */
function readNumbered(text: string, most: number): number | undefined {
  const [, said = ''] = /^\s*[tqs]?\s*([1-4](?!\d)|i?v?i{0,2}(?![a-z]))/.exec(text.toLowerCase()) ?? [];
  const number = (NUMBERS.indexOf(said) % 4) + 1;
  return number > 0 && number <= most ? number : undefined;
}

/**
 * Which part of a year a column tells, by its name: 3 is March in `mes` and the third quarter in `trimestre`. Fails for
 * weeks, which are part of no year alone.
 */
export function yearPart(name: string): YearPart {
  const [isNamed, quarter, half] = NAMED.exec(name) ?? [];
  if (isNamed === undefined)
    return { length: 'month', read: readMonth, expected: ['1 … 12', 'enero', 'ene'] };
  const most = quarter ? 4 : 2;
  if (quarter || half)
    return {
      length: quarter ? 'quarter' : 'half',
      read: (text) => readNumbered(text, most),
      expected: ['1', 'I'],
    };
  throw new DataError('not-a-period', { attribute: 'time', value: name, expected: ['fecha', 'anio, mes'] });
}
