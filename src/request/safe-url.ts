import { DataError } from '../errors.js';

/** Written in an address, these hide what follows from the reader or from a filter. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function baseOf(base: string | undefined): URL | undefined {
  return base !== undefined && URL.canParse(base) ? new URL(base) : undefined;
}

/**
 * The one gate for every address that becomes a link or a request: `https:`, and `http:` where the page itself
 * is not `https:`; no credentials, no control characters. `undefined` for anything else.
 */
export function safeUrl(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || CONTROL.test(trimmed)) return undefined;
  const page = baseOf(base);
  if (!URL.canParse(trimmed, page?.href)) return undefined;
  const url = new URL(trimmed, page?.href);
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && page?.protocol !== 'https:');
  return allowed && url.username === '' && url.password === '' ? url : undefined;
}

/** The address of data, absolute; what may not be asked for is an error that says why. */
export function dataUrl(text: string, base?: string): URL {
  const url = safeUrl(text, base);
  if (url) return url;
  const isPlainHttp = baseOf(base)?.protocol === 'https:' && /^http:\/\//i.test(text.trim());
  throw new DataError(isPlainHttp ? 'mixed-content' : 'bad-address', {
    attribute: 'src',
    value: text.slice(0, 200),
    expected: ['https://…'],
  });
}
