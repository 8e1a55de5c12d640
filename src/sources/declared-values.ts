import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { distinctNames } from '../table/distinct-names.js';
import { STATUS, type StatusSet } from '../table/status.js';
import type { Written } from '../table/written.js';
import type { SourceOptions } from './source.js';

/** Why there is no value, as a page may say it. */
const REASONS: Readonly<Record<string, StatusSet>> = {
  missing: STATUS.missing,
  notapplicable: STATUS.notApplicable,
  suppressed: STATUS.suppressed,
};
const EXPECTED = ['S/D, n.d.', '- = notApplicable', 'x = suppressed'];

/** Parts a text at a mark that does not stand in quotes. */
function partedAt(text: string, mark: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === mark && !quoted) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts;
}

const unquoted = (text: string): string => text.trim().replace(/^"(.*)"$/s, '$1');

/** `S/D, n.d.; - = notApplicable; x = suppressed`: what stands for no value, and why there is none. */
export function parseMissingValues(text: string): ReadonlyMap<string, StatusSet> {
  const refuse = (): never => {
    throw new DataError('bad-attribute', {
      attribute: 'missing-values',
      value: text.slice(0, 200),
      expected: EXPECTED,
    });
  };
  const missing = new Map<string, StatusSet>();
  for (const group of partedAt(text, ';')) {
    if (group.trim() === '') continue;
    const [words = '', reason, ...more] = partedAt(group, '=');
    const name = reason === undefined ? 'missing' : reason.trim().toLowerCase().replace(/[\s-]/g, '');
    const status = Object.hasOwn(REASONS, name) ? REASONS[name] : undefined;
    if (status === undefined || more.length > 0) return refuse();
    for (const word of partedAt(words, ',')) {
      if (word.trim() === '') return refuse();
      missing.set(unquoted(word), status);
    }
  }
  return missing;
}

const MARK_CHOICES = ['.', ','];

/** What stands between thousands: no digit, sign or letter, and not what stands before the decimals. */
function parseGroup(text: string, decimal: string | undefined): string {
  const value = text === ' ' ? text : text.trim();
  const word = value.toLowerCase();
  const mark = word === 'space' || word === '\u00a0' || word === '' ? ' ' : value;
  if (mark.length === 1 && !/[\d+\-%a-z]/i.test(mark) && mark !== decimal) return mark;
  throw new DataError('bad-attribute', {
    attribute: 'group-char',
    value: text,
    expected: ['.', ',', ' ', "'"].filter((each) => each !== decimal),
  });
}

/** How the page says that the values of every column are written; `undefined` where it says nothing of them. */
export function parseWritten({ decimalChar, groupChar, missingValues }: SourceOptions): Written | undefined {
  const decimal = decimalChar?.trim();
  if (decimal && !MARK_CHOICES.includes(decimal)) {
    const details = { attribute: 'decimal-char', value: decimalChar ?? '', expected: MARK_CHOICES };
    throw new DataError('bad-attribute', details);
  }
  const written: Written = {
    ...(decimal && { decimalChar: decimal }),
    ...(groupChar && { groupChar: parseGroup(groupChar, decimal) }),
    ...(missingValues?.trim() && { missing: parseMissingValues(missingValues) }),
  };
  return Object.keys(written).length > 0 ? written : undefined;
}

/** What the page says of its values, of each of the columns; later than what a description says, it goes before. */
export function declaredColumns(names: readonly string[], options: SourceOptions): ColumnDescription[] {
  const written = parseWritten(options);
  return written ? distinctNames(names).names.map((name) => ({ name, written })) : [];
}
