import { DataError } from '../errors.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { parseLabels } from './labels.js';
import { parseSuppressUnder } from './parse-suppress.js';
import type { Measure, Query } from './query.js';
import { parseRevisions } from './revisions.js';

/** What the page knows of its data and the source does not say. */
type Declared = NonNullable<Query['declared']>;

function periodsIn(text: string, attribute: string, expected: readonly string[], separator = ','): Period[] {
  if (text.trim() === '') return [];
  return text.split(separator).map((part) => {
    const period = readIsoPeriod(part);
    if (period) return period;
    throw new DataError('bad-attribute', { attribute, value: text, expected });
  });
}

/** The only period of an attribute that takes no more. */
function periodIn(text: string, attribute: string, expected: readonly string[]): Period | undefined {
  return periodsIn(text, attribute, expected, '\n')[0];
}

/** `2024`, or the first and the last: `2018..2024`. */
function rangeIn(value: string): Declared['range'] {
  const expected = ['2024', '2018..2024'];
  const [from, to = from, more] = periodsIn(value, 'period', expected, '..');
  if (!from || !to) return undefined;
  if (!more && from.start < to.end) return { from, to };
  throw new DataError('bad-attribute', { attribute: 'period', value, expected });
}

/** The texts of the attributes by which a page declares what it knows. */
interface DeclaredTexts {
  readonly labels: string;
  readonly breaks: string;
  readonly revisions?: string;
  readonly suppressUnder?: string;
  readonly provisionalFrom: string;
  readonly completeThrough: string;
  readonly range: string;
}

/** Reads what the page declares; each text is an attribute of that name. */
export function parseDeclared(texts: DeclaredTexts, measures: readonly Measure[] = []): Declared {
  const { revisions = '', suppressUnder = '' } = texts;
  const provisionalFrom = periodIn(texts.provisionalFrom, 'provisional-from', ['2025', '2025-01']);
  const completeThrough = periodIn(texts.completeThrough, 'complete-through', ['2026-07']);
  const range = rangeIn(texts.range);
  return {
    labels: parseLabels(texts.labels),
    breaks: periodsIn(texts.breaks, 'breaks', ['2025', '2025-01']),
    ...(provisionalFrom && { provisionalFrom }),
    ...(completeThrough && { completeThrough }),
    ...(suppressUnder.trim() && { suppressUnder: parseSuppressUnder(suppressUnder, measures) }),
    ...(revisions.trim() && { revisions: parseRevisions(revisions, measures) }),
    ...(range && { range }),
  };
}
