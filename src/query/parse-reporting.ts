import { DataError } from '../errors.js';
import { parseMeasures } from './parse-options.js';
import type { Reporting } from './query.js';

/** `reporting="sum(informaron) of sum(unidades)"`: how many units sent data, of how many; `de` does as well. */
export function parseReporting(text: string): Reporting {
  const [, first = '', second = ''] = /^(.+?\))\s+(?:of|de)\s+(\S.*)$/is.exec(text.trim()) ?? [];
  const [reported, expected, more] = [first, second].flatMap((each) =>
    each === '' ? [] : parseMeasures(each),
  );
  if (reported?.aggregate && expected?.aggregate && !more) return { reported, expected };
  throw new DataError('bad-expression', {
    attribute: 'reporting',
    value: text,
    expected: ['sum(informaron) of sum(unidades)'],
  });
}
