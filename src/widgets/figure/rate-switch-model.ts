import { DataError } from '../../errors.js';

/** What the page says of a rate, and of the count that it is made of. */
export interface RateTexts {
  readonly heading: string;
  readonly unit: string;
  readonly per: string;
  readonly decimals: string;
  readonly interval: string;
  readonly definition: string;
  readonly method: string;
  readonly countHeading: string;
  readonly countUnit: string;
  /** How a map shows it; other widgets have none. */
  readonly as?: string;
}

/** What is said otherwise of a count. */
export type CountTexts = Omit<RateTexts, 'countHeading' | 'countUnit'>;

/**
 * What holds while the count is shown: its own title and unit, as many decimals as the source wrote, no denominator.
 * An interval is that of a count, whose only method is Poisson's. What the page says of the meaning and the making of
 * the rate does not hold for its count. A map shows it as circles: colour is for what can be compared.
 */
export function asCount({ countHeading, countUnit, interval, as }: RateTexts): CountTexts {
  return {
    heading: countHeading,
    unit: countUnit,
    per: '',
    decimals: '',
    interval: interval.replace(/\s*wilson/i, ''),
    definition: '',
    method: '',
    ...(as !== undefined && { as: 'symbols' }),
  };
}

/** A choice needs a rate, and a name for its count. Fails with a DataError that names the attribute. */
export function requireBoth({ per, countHeading, countUnit }: RateTexts): void {
  const [attribute, value, expected] =
    countHeading.trim() === ''
      ? ['count-unit', countUnit, 'count-heading="…"']
      : ['count-heading', countHeading, 'per="100000 of sum(poblacion)"'];
  if (countHeading.trim() === '' || per.trim() === '')
    throw new DataError('bad-attribute', { attribute, value, expected: [expected] });
}
