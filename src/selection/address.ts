/** The part of a page's address after the question mark; the page hands it in, so that nothing here knows one. */
export interface Address {
  /** `?dep=13&x=1`, or nothing. */
  read(): string;
  write(search: string): void;
  /** Tells when the reader goes back or forth. Gives what ends that. */
  watch(changed: () => void): () => void;
}

/** `dep=13` → `dep`; what cannot be decoded is the name of nothing. */
function nameOf(piece: string): string | undefined {
  const [name] = [...new URLSearchParams(piece).keys()];
  return name;
}

const piecesOf = (search: string): string[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '');

/** What an address says under a name; `undefined` where it says nothing. Of several, the first. */
export function readParameter(search: string, name: string): string | undefined {
  return new URLSearchParams(search).get(name) ?? undefined;
}

/** The address with another value under a name, `undefined` for none. All else stays, letter by letter. */
export function writeParameter(search: string, name: string, value: string | undefined): string {
  const pieces = piecesOf(search);
  const others = pieces.filter((piece) => nameOf(piece) !== name);
  const found = pieces.findIndex((piece) => nameOf(piece) === name);
  const at = found < 0 ? others.length : found;
  const ours = value === undefined ? [] : [new URLSearchParams([[name, value]]).toString()];
  const all = [...others.slice(0, at), ...ours, ...others.slice(at)];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}
