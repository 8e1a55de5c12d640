import type { ProtocolName } from './source.js';

/** The protocol that an address tells; `undefined` where only the reply can. */
export function protocolOfAddress(url: URL): ProtocolName | undefined {
  const path = url.pathname.toLowerCase();
  if (path.includes('/api/action/datastore/search.json')) return 'dkan';
  if (path.includes('/api/3/action/') || /\/dataset\/[^/]+(\/resource\/[^/]+)?\/?$/.test(path)) return 'ckan';
  if (/\.(csv|tsv|tab|txt)$/.test(path)) return 'csv';
  return /\.(geo)?json$/.test(path) ? 'json' : undefined;
}

/** The protocol that a reply tells. */
export function protocolOfReply(text: string): ProtocolName {
  return /^\s*[[{]/.test(text) ? 'json' : 'csv';
}
