const CODE_NAME = /(^|[^a-z])(ubigeo|iduni|cod|codigo|code|clave|cve|id|dane|iccs|ruc|dni)([^a-z]|$)/;
const YEAR_NAME = /(^|[^a-z])(ano|anio|year|gestion|ejercicio|periodo?|period|time)([^a-z]|$)/;

/** `codDepto` and `Cve. Municipio` alike: words parted, lower case, without accents. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/** Whether a column holds the codes of Peru's places, whose leading zeros spreadsheets take. */
export function isUbigeo(name: string): boolean {
  return /(^|[^a-z])ubigeo([^a-z]|$)/.test(nameWords(name));
}

/** Whether a column holds codes, `01.10` among them: text that must keep its zeros and never be added. */
export function looksLikeCode(name: string, words: readonly string[]): boolean {
  return CODE_NAME.test(nameWords(name)) || words.some((word) => /^0\d+(\.\d+)?$/.test(word));
}

/** Whether four digits in a column of this name are years. */
export function looksLikeYears(name: string, words: readonly string[]): boolean {
  return YEAR_NAME.test(nameWords(name)) && words.every((word) => /^[12]\d{3}$/.test(word));
}
