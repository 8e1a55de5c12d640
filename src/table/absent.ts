import { STATUS, type StatusSet } from './status.js';

/** How sources write that there is no number. Eurostat's colon may be followed by a flag. */
const MISSING =
  /^(|--?|–|—|\.{1,3}|…|:(\s?[^cz])?|\*{1,3}|s\/?[di]|s\.[di]\.?|n\/?[dae]|n\.[dae]\.?|null|none|nan|#n\/[ad]|sin (dato|registro))$/i;

/** The status of a cell that only says why there is no number; `undefined` for any other cell. */
export function readAbsent(text: string): StatusSet | undefined {
  const cell = text.trim();
  if (MISSING.test(cell)) return STATUS.missing;
  if (/^((:\s?)?z|no aplica)$/i.test(cell)) return STATUS.notApplicable;
  return /^(x|(:\s?)?c|<\s?\d{1,2})$/i.test(cell) ? STATUS.suppressed : undefined;
}
