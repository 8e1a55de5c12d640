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
  ['i', STATUS.incomplete],
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

/** The letters that statuses of one value are written with together, in the order in which we write them. */
const TOGETHER: Readonly<Record<string, StatusSet>> = {
  ':': missing,
  c: suppressed,
  z: notApplicable,
  p: provisional,
  e: estimated,
  r: revised,
  b: STATUS.break,
  u: unreliable,
  f: forecast,
  i: STATUS.incomplete,
};
const OURS = Object.keys(TOGETHER).join('');

/** Whether each letter is there, once, and after those before it. */
function isInOrder(letters: readonly string[], order: string): boolean {
  const places = letters.map((letter) => order.indexOf(letter));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** `bp`: in our order or, as Eurostat has it, in the alphabet's. Any other letters are a word: `oficial`, `pre`. */
function readLetters(text: string): StatusSet | undefined {
  const letters = [...text];
  const known = letters.every((letter) => Object.hasOwn(TOGETHER, letter));
  if (!known || !(isInOrder(letters, OURS) || isInOrder(letters, [...OURS].sort().join(''))))
    return undefined;
  return letters.reduce((set, letter) => set | (TOGETHER[letter] ?? 0), 0);
}

/**
 * Reads one cell of a status column: `p`, `bp`, `P/`, `provisional`, `r, e`.
 * `undefined` where a part is not known: the caller tells, and treats the value as normal.
 */
export function readStatus(text: string): StatusSet | undefined {
  const cell = text.trim();
  // Capitals are SDMX's, where `I` is imputed; the small letter is ours.
  if (cell === 'I') return estimated;
  const whole = CODES.get(cell.toLowerCase());
  if (whole !== undefined) return whole;
  let set = 0;
  for (const part of cell.toLowerCase().split(/[\s,;|+]+/)) {
    const bits = CODES.get(part) ?? readLetters(part);
    if (bits === undefined) return undefined;
    set |= bits;
  }
  return set;
}
