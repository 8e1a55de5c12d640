import { readPeriod } from '../table/period-notation.js';
import { makePeriod, type Period } from '../table/period.js';

/** `2024M05`, `2024-Q1`, `2024K1`, `2024H2`, `2024-S1`: as SDMX, Eurostat and the offices of PxWeb write them. */
const PART = /^(\d{4})-?([SHQKM])(\d{1,2})$/;
const LENGTHS: Readonly<Record<string, 'half' | 'quarter' | 'month'>> = {
  S: 'half',
  H: 'half',
  Q: 'quarter',
  K: 'quarter',
  M: 'month',
};

/** Reads one code of a dimension of time; `undefined` for weeks, school years (`2010/11`) and what is no period. */
function readStatisticalTime(code: string): Period | undefined {
  const text = code.trim();
  const [, year, letter = '', part] = PART.exec(text.toUpperCase()) ?? [];
  const length = LENGTHS[letter];
  if (length) return makePeriod(length, Number(year), Number(part));
  if (/^\d{4}-?A1?$/.test(text)) return makePeriod('year', Number(text.slice(0, 4)));
  return /^\d{4}\/\d\d$/.test(text) ? undefined : readPeriod(text);
}

/** The periods of a dimension of time, by its codes or else by their labels; `undefined` where some are none. */
export function periodsOf(codes: readonly string[], labels: readonly string[]): Period[] | undefined {
  for (const words of [codes, labels]) {
    const periods = words.map(readStatisticalTime).filter((period) => period !== undefined);
    if (periods.length === codes.length && periods.length > 0) return periods;
  }
  return undefined;
}
