import { labelAt } from '../table/cell.js';
import { at, type Column } from '../table/column.js';
import type { RareRemarkMessages } from './messages.js';
import type { Words } from './words.js';

/** More revisions than this are counted, not told. */
const MOST_TOLD = 3;

/** What was revised, when, and what it was before: `2024: revisado el 12 ago. 2026 (antes 6.1).`, the latest first. */
export function revisionNotes(
  columns: readonly Column[],
  words: Pick<Words, 'number' | 'date'>,
  { revision, formerly, otherRevisions }: RareRemarkMessages,
): string[] {
  const previous = columns.find((column) => column.kind === 'number' && column.part === 'previous');
  if (previous?.kind !== 'number') return [];
  const days = columns.find(({ name, role }) => role === 'attribute' && /^(revised|until) \(/.test(name));
  const tell = days?.name.startsWith('until') ? formerly : revision;
  const keys = columns.filter(({ role }) => role === 'time' || role === 'dimension');
  const rows = Array.from(previous.values.keys()).filter((row) => !Number.isNaN(previous.values[row]));
  const told = rows.reverse().slice(0, MOST_TOLD);
  const notes = told.map((row) => {
    const what = keys.map((column) => words.date(labelAt(column, row))).join(' · ');
    const day = days ? words.date(labelAt(days, row)) : '';
    return tell(what, words.number(at(previous.values, row), previous.decimals), day);
  });
  const others = rows.length - told.length;
  return others > 0 ? [...notes, otherRevisions(words.number(others))] : notes;
}
