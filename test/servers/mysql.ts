/** A cell of a MySQL database. */
export type MysqlValue = string | number | null;
export type MysqlRow = Readonly<Record<string, MysqlValue>>;

/** What MySQL's usual collations take for the same: capitals, accents and spaces at the end do not count. */
export function folded(value: MysqlValue): string {
  return String(value).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/ +$/, '');
}

/** What MySQL takes a text for where it needs a number: the digits at its beginning, or nothing. */
function asNumber(value: MysqlValue): number {
  return Number(/^\s*-?\d+(\.\d+)?/.exec(String(value))?.[0] ?? 0);
}

export function aggregateOf(how: string, values: readonly MysqlValue[]): MysqlValue {
  const present = values.filter((value) => value !== null);
  if (how === 'count') return present.length;
  if (present.length === 0) return null;
  const numbers = present.map(asNumber);
  if (how === 'sum') return numbers.reduce((sum, each) => sum + each, 0);
  if (how === 'avg') return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  // Texts are compared as texts.
  if (present.some((value) => typeof value === 'string')) {
    const sorted = present.map(String).sort();
    return (how === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
  }
  return how === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

/** Rows put together by columns; without any, all of them together. */
export function grouped(rows: readonly MysqlRow[], by: readonly string[]): MysqlRow[][] {
  const groups = new Map<string, MysqlRow[]>(by.length > 0 ? [] : [['', []]]);
  for (const row of rows) {
    const key = by
      .map((name) => (row[name] === null ? 'null' : JSON.stringify(folded(row[name] ?? null))))
      .join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** As PHP writes what a database gave: everything a text. */
export const asTexts = (row: MysqlRow): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
