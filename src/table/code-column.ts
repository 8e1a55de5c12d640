/** Whether a column holds codes: text that must keep its zeros and never be added. */

const CODE_NAME = /(^|[^a-z])(ubigeo|iduni|cod|codigo|code|clave|cve|id|dane|iccs|ruc|dni)([^a-z]|$)/;
const UBIGEO_NAME = /(^|[^a-z])ubigeo([^a-z]|$)/;
/** Department, province, district: two digits each. */
const UBIGEO_SIZES = [2, 4, 6];

/** `codDepto` and `Cve. Municipio` alike: words parted, lower case, without accents. */
function nameWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

export function looksLikeCode(name: string, words: readonly string[]): boolean {
  return CODE_NAME.test(nameWords(name)) || words.some((word) => /^0\d+$/.test(word));
}

/**
 * The words of a UBIGEO column with the leading zero that a spreadsheet took: `10202` becomes `010202`.
 * Only where the column's own digits show that it is one level and some codes are one digit short; lossless,
 * since no two codes fall together. `undefined` where nothing is to be mended.
 */
export function repairUbigeo(name: string, words: readonly string[]): string[] | undefined {
  if (!UBIGEO_NAME.test(nameWords(name))) return undefined;
  const digits = words.filter((word) => /^\d+$/.test(word));
  const size = Math.max(0, ...lengthsOf(digits));
  if (!UBIGEO_SIZES.includes(size)) return undefined;
  const short = digits.filter((word) => word.length === size - 1);
  const oneLevel = digits.every((word) => word.length === size || word.length === size - 1);
  if (short.length === 0 || !oneLevel) return undefined;
  const known = new Set(words);
  if (short.some((word) => known.has(`0${word}`)) && short.length === digits.length) return undefined;
  return words.map((word) => (/^\d+$/.test(word) ? word.padStart(size, '0') : word));
}

function lengthsOf(words: readonly string[]): Set<number> {
  return new Set(words.map((word) => word.length));
}

const YEAR_NAME = /(^|[^a-z])(ano|anio|year|gestion|ejercicio|periodo?|period|time)([^a-z]|$)/;

/** Whether four digits in a column of this name are years. */
export function looksLikeYears(name: string, words: readonly string[]): boolean {
  return YEAR_NAME.test(nameWords(name)) && words.every((word) => /^[12]\d{3}$/.test(word.trim()));
}
