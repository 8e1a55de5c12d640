import { makeDay, makePeriod, type Period } from './period.js';

/** Reads `2024`, `2024-S1`, `2024-Q3`, `2024-09` and `2024-09-05`: as periods are written here, and in attributes. */
export function readIsoPeriod(text: string): Period | undefined {
  const parts = /^(\d{4})(?:-([SQ]?)(\d{1,2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, year, kind, part, day] = parts;
  if (part === undefined) return makePeriod('year', Number(year));
  if (day !== undefined) return kind === '' ? makeDay(Number(year), Number(part), Number(day)) : undefined;
  return makePeriod(kind === 'S' ? 'half' : kind === 'Q' ? 'quarter' : 'month', Number(year), Number(part));
}
