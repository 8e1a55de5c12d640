/** What each kind of offence has in one place after the other. */
export type Kinds = Readonly<Record<string, readonly number[]>>;

/** A row for each kind and place, as many places as each kind has values. */
export function rowsOf(kinds: Kinds, column = 'delito'): string[][] {
  const rows = Object.entries(kinds).flatMap(([kind, values]) =>
    values.map((value, place) => [`Lugar ${place + 1}`, kind, String(value)]),
  );
  return [['lugar', column, 'n'], ...rows];
}
