import { DataError } from '../errors.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';

/** What happened at a time or through some, as the page tells it. */
export interface Annotation {
  readonly from: Period;
  /** The same as `from` where it is one period. */
  readonly to: Period;
  readonly text: string;
  /** As the page wrote it. */
  readonly written: string;
}

/**
 * `2020-03..2021-06: Aislamiento obligatorio; 2023-01: Cambia la ley`: periods, or ranges of them, each with its
 * text. Fails with the part that cannot be read.
 */
export function parseAnnotations(text: string): Annotation[] {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const read = parts.map((part): Annotation => {
    const written = part.trim();
    const [, first = '', last = first, said = ''] =
      /^([\w-]+)(?:\.\.([\w-]+))?\s*:\s*(.+)$/s.exec(written) ?? [];
    const [from, to] = [readIsoPeriod(first), readIsoPeriod(last)];
    if (from && to && to.end >= from.end && to.start >= from.start)
      return Object.freeze({ from, to, text: said.replace(/\s+/g, ' '), written });
    throw new DataError('bad-attribute', {
      attribute: 'annotations',
      value: written,
      expected: ['2023-01: texto', '2020-03..2021-06: texto'],
    });
  });
  return read.sort((a, b) => a.from.start - b.from.start);
}
