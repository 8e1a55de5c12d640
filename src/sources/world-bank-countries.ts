/**
 * Whether an ISO 3166 code of two letters is one of the World Bank's own, for regions and income groups: with a digit,
 * or of the letters that ISO leaves to users. Kosovo is `XK`.
 */
export function isAggregate(iso2: string): boolean {
  return /\d|^(EU|OE)$|^X[^K]$|^Z[^AMW]$/.test(iso2);
}
