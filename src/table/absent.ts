import { STATUS, type StatusSet } from './status.js';

/** How sources write that there is no number, lower case. */
const MISSING = new Set(
  '-|--|–|—|.|..|...|…|:|s/d|s.d.|sd|s/i|s.i.|n/d|n.d.|nd|n/a|n.a.|na|null|none|nan|#n/a|#n/d|sin dato|sin registro'.split(
    '|',
  ),
);

/** The status of a cell that only says why there is no number; `undefined` for any other cell. */
export function readAbsent(text: string): StatusSet | undefined {
  const cell = text.trim().toLowerCase();
  if (cell === '' || MISSING.has(cell)) return STATUS.missing;
  if (cell === 'z' || cell === 'no aplica') return STATUS.notApplicable;
  return /^(x|c|<\s?\d{1,2})$/.test(cell) ? STATUS.suppressed : undefined;
}
