import { STATUS, type StatusSet } from './status.js';

const { missing, suppressed, notApplicable, provisional, estimated, revised, unreliable, forecast } = STATUS;

/** Words and codes found in status columns, lower case. Letters: Eurostat flags, then SDMX codes. */
const CODES = new Map<string, StatusSet>([
  ['', 0],
  ['a', 0],
  ['definitivo', 0],
  ['final', 0],
  ['normal', 0],
  [':', missing],
  ['m', missing],
  ['o', missing],
  ['l', missing],
  ['h', missing],
  ['missing', missing],
  ['sin dato', missing],
  ['s/d', missing],
  ['c', suppressed],
  ['q', suppressed],
  ['suppressed', suppressed],
  ['suprimido', suppressed],
  ['confidencial', suppressed],
  ['z', notApplicable],
  ['no aplica', notApplicable],
  ['not applicable', notApplicable],
  ['p', provisional],
  ['p/', provisional],
  ['(p)', provisional],
  ['*', provisional],
  ['v', provisional],
  ['preliminar', provisional],
  ['provisional', provisional],
  ['e', estimated],
  ['e/', estimated],
  ['(e)', estimated],
  ['i', estimated],
  ['s', estimated],
  ['estimado', estimated],
  ['estimated', estimated],
  ['r', revised],
  ['r/', revised],
  ['(r)', revised],
  ['revisado', revised],
  ['revised', revised],
  ['b', STATUS.break],
  ['quiebre', STATUS.break],
  ['ruptura', STATUS.break],
  ['break', STATUS.break],
  ['u', unreliable],
  ['n', unreliable],
  ['(u)', unreliable],
  ['referencial', unreliable],
  ['unreliable', unreliable],
  ['f', forecast],
  ['forecast', forecast],
  ['proyectado', forecast],
]);

/**
 * Reads one cell of a status column: `p`, `bp`, `P/`, `provisional`, `r, e`.
 * `undefined` where a part is not known: the caller tells, and treats the value as normal.
 */
export function readStatus(text: string): StatusSet | undefined {
  const cell = text.trim().toLowerCase();
  const whole = CODES.get(cell);
  if (whole !== undefined) return whole;
  const parts = /[\s,;|+]/.test(cell) ? cell.split(/[\s,;|+]+/) : [...cell];
  let set = 0;
  for (const part of parts) {
    const bits = CODES.get(part);
    if (bits === undefined) return undefined;
    set |= bits;
  }
  return set;
}
