/** Splits at commas that stand outside quotes and parentheses; one that is not closed goes to the end. */
export function splitAtCommas(text: string): string[] {
  const parts = text.match(/("[^"]*"?|`[^`]*`?|\[[^\]]*]?|\((\[[^\]]*]?|[^)])*\)?|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A column name without its quotes: `"Tipo de delito"`, `[Tipo de delito]`. */
export function unquoteName(text: string): string {
  return /^(".*"|`.*`|\[.*\])$/.test(text) ? text.slice(1, -1) : text;
}

/** `by="modalidad, Tipo de delito"` */
export function parseNames(text: string): string[] {
  return splitAtCommas(text).map(unquoteName);
}
