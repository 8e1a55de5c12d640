import { wrongAddress } from './refusal.js';
import type { SourceOptions } from './source.js';

/** The id of a data set ("four by four"), or the name that an old portal gave it, at the end of its address. */
const VIEW = /^.*\/([a-z0-9]{4}-[a-z0-9]{4})(?=[./]|$)/i;
const NAMED = /\/resource\/([^/.]+)/;

/** Which view of the portal an address means: its page, its rows, its description, or the portal with `resource`. */
function viewOf({ pathname }: URL, { resource }: SourceOptions): string | undefined {
  return VIEW.exec(pathname)?.[1] ?? NAMED.exec(pathname)?.[1] ?? resource;
}

export const isVersion3 = ({ pathname }: URL): boolean => pathname.includes('/api/v3/views/');

/** The token by which a portal knows who asks, which the page may write in any of the addresses. */
const TOKENS = ['$$app_token', 'app_token'];

function withTokens(url: URL, address: URL, name: string): URL {
  for (const each of TOKENS) {
    const token = address.searchParams.get(each);
    if (token !== null) url.searchParams.set(name, token);
  }
  return url;
}

/** The address of the rows, with what the page asks for itself. */
export function rowsOf(address: URL, options: SourceOptions): URL {
  const view = viewOf(address, options);
  if (view === undefined)
    throw wrongAddress(address, 'https://…/d/xxxx-xxxx', 'https://…/resource/xxxx-xxxx.json');
  const version3 = isVersion3(address);
  const url = new URL(address.origin);
  url.pathname = version3 ? `/api/v3/views/${view}/query.json` : `/resource/${view}.json`;
  // A page of the portal has parameters of its own, which mean nothing to its data.
  const isData = version3 || address.pathname.includes('/resource/');
  for (const [name, value] of address.searchParams)
    if (!TOKENS.includes(name) && (isData || name.startsWith('$'))) url.searchParams.append(name, value);
  return withTokens(url, address, version3 ? 'app_token' : '$$app_token');
}

/** The address of the description; a name that is no id has none. */
export function descriptionOf(address: URL, options: SourceOptions): URL | undefined {
  const view = viewOf(address, options);
  if (view === undefined || !VIEW.test(`/${view}`)) return undefined;
  const url = new URL(address.origin);
  url.pathname = `/api/views/${view}.json`;
  return withTokens(url, address, '$$app_token');
}
