/** A text, or a number with its decimals and exponent. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Whole numbers this long may not be kept apart from the next by a double. */
const LONG = /^-?\d{16,}$/;

/** The document, with whole numbers that no double holds as texts: they are codes, not amounts. */
export function quoteLongIntegers(json: string): string {
  return json.replace(TOKEN, (token) =>
    LONG.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
