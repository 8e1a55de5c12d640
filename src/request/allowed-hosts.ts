import { DataError } from '../errors.js';

/** The hosts that a page lets be asked. As text it is its lists: requests under other lists are other requests. */
export interface AllowedHosts {
  readonly lists: readonly string[];
  /** Fails with `bad-host` where a list does not allow the address; `isReply`: a request was sent on to it. */
  readonly check: (address: string, isReply?: true) => void;
}

/** What one word of a list allows. */
interface Entry {
  readonly name: string;
  /** All names under this one, and not itself. */
  readonly isWild: boolean;
  /** `''` for those that `https` and `http` have by themselves. */
  readonly port: string;
}

const NAME = 'data-obs-hosts';
const ENTRY = /^(\*\.)?((?:[\w\u0080-\uffff-]+\.)*[\w\u0080-\uffff-]+|\[[\da-f:.]+\])(?::([1-9]\d{0,4}))?$/i;

/**
 * A word of a list: a name or number of a host, with `*.` before it for all under a name of two parts or more, with a
 * port where it is not the usual one. A number or a lone name, such as those of an office's own network, has nothing
 * under it: it must be written as it is.
 */
function parseEntry(word: string): Entry {
  const [, star = '', written = '', port = ''] = ENTRY.exec(word) ?? [];
  const address = `https://${star && 'x.'}${written}`;
  const host = written !== '' && URL.canParse(address) ? new URL(address).hostname : '';
  const name = star ? host.slice('x.'.length) : host;
  // What is read as another host than it seems, such as `0x7f.1`, is no name of it.
  const isItself = name === written.toLowerCase() || /[\u0080-\uffff]/.test(written);
  const isWhole = name !== '' && !name.endsWith('.') && (star === '' || name.includes('.'));
  if (isItself && isWhole && Number(port) < 65_536) return { name, isWild: star !== '', port };
  const expected = ['datos.example', '*.datos.example', 'localhost:8080'];
  throw new DataError('bad-attribute', { attribute: NAME, value: word.slice(0, 200), expected });
}

function isAllowedBy({ name, isWild, port }: Entry, url: URL): boolean {
  const isPort =
    port === '' ? url.port === '' : port === (url.port || (url.protocol === 'http:' ? '80' : '443'));
  return isPort && (isWild ? url.hostname.endsWith(`.${name}`) : url.hostname === name);
}

/**
 * The hosts that every one of these lists has, and the page's own origin. Fails with `bad-attribute` where a word of
 * a list is no host.
 */
export function allowedHosts(texts: readonly string[], own: string | undefined): AllowedHosts {
  const lists = [...new Set(texts)].map((text) => ({
    text,
    entries: text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseEntry),
  }));
  // A page without an origin of its own, such as a file, says `null`, as other addresses do.
  const isOwn = (url: URL): boolean => url.origin === own && own !== 'null';
  const check = (address: string, isReply?: true): void => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url && isOwn(url)) return;
    const refusing = lists.find(({ entries }) => !url || !entries.some((entry) => isAllowedBy(entry, url)));
    if (!refusing) return;
    throw new DataError('bad-host', {
      attribute: NAME,
      value: refusing.text.slice(0, 200),
      host: url?.host ?? '',
      // Where a request was sent on to may hold what the page would not tell.
      ...(isReply ? { isRedirect: true as const } : url && { path: url.pathname }),
    });
  };
  return Object.freeze({ lists: lists.map(({ text }) => text), check });
}
