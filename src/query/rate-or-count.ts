import { DataError } from '../errors.js';

/** What the page says of what it measures. */
export interface Measured {
  /** As it is asked: `sum(cantidad)`, `tasa`. */
  readonly value: string;
  readonly per: string;
  readonly unit: string;
  /** `rate` or `count`, where the page says it. */
  readonly kind: string;
}

/** Units of what is measured per something: `por 100 mil habitantes`, `%`, `per 1,000`, `víctimas/100 000 hab.` */
const PER = /%|\bpor(centaje)?\b|\bper\b|\bcada\b|\/|‰|\btasa\b|\brate\b|\b[íi]ndice\b|\bindex\b/i;

/**
 * Whether what is measured can be compared between places of any size. A sum or a number of rows is a count unless it
 * is divided (`per`); any other column is what the page says that it is: by `measure-kind`, else by its unit.
 */
export function isRate({ value, per, unit, kind }: Measured): boolean {
  if (per.trim() !== '') return true;
  if (/^\s*(sum|count)\s*\(/i.test(value)) return false;
  return kind === '' ? PER.test(unit) : kind === 'rate';
}

/**
 * Areas in colour show rates only: of counts they would show where many people live. Fails with the ways to say
 * that it is a rate, or that circles are wanted.
 */
export function requireRate(measured: Measured): void {
  if (isRate(measured)) return;
  const { value, kind } = measured;
  const isSum = /^\s*(sum|count)\s*\(/i.test(value);
  throw new DataError('bad-attribute', {
    attribute: isSum ? 'value' : 'measure-kind',
    value: isSum ? value : kind,
    expected: isSum
      ? ['per="100000 of sum(poblacion)"', 'as="symbols"']
      : ['measure-kind="rate"', 'unit="por 100 mil habitantes"', 'as="symbols"'],
  });
}
