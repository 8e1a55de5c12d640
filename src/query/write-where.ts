/** A name of a column as conditions have it. */
export function columnName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `[${name}]`;
}

/** A text as conditions have it: a quote within it is written twice, so that it ends nothing. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `column in ('a', 'b')` */
export function isOneOf(column: string, values: readonly string[]): string {
  const [only = '', more] = values;
  const list = values.map(quoted).join(', ');
  return `${columnName(column)} ${more === undefined ? `= ${quoted(only)}` : `in (${list})`}`;
}

/** All of these conditions hold. */
export function allOf(...conditions: readonly (string | undefined)[]): string {
  const said = conditions.filter((each): each is string => each !== undefined && each.trim() !== '');
  return said.length < 2 ? (said[0] ?? '') : said.map((each) => `(${each})`).join(' and ');
}
