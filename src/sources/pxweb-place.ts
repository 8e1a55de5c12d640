import type { Ask } from './source.js';

/** What an address of PxWeb means. */
export interface Place {
  /** A table of PxWebApi 2, without `/data` and the like. */
  readonly table2: URL | undefined;
  /** Whether the address chooses by itself what it wants of the table. */
  readonly isChosen: boolean;
  /** The request that says how much the portal gives at once. */
  readonly config: Ask | undefined;
}

const TABLE2 = /^(.*\/v2(?:-\w+)?)\/tables\/([^/]+)/;
/** `/api/v1/es`, `/v1/doris/en`: where PxWeb 1 answers for the whole of one language. */
const ROOT1 = /^(.*\/v[01](?:\/[^/]{3,})?\/\w\w)\//;

/** Reads the address of a table, or of anything about it. */
export function placeOf(address: URL): Place {
  const [, root, table = ''] = TABLE2.exec(address.pathname) ?? [];
  const isChosen = [...address.searchParams.keys()].some((name) => /^(valuecodes|codelist)\[/i.test(name));
  if (root === undefined) {
    const root1 = ROOT1.exec(address.pathname)?.[1];
    const config = root1 === undefined ? undefined : { url: `${address.origin}${root1}/?config` };
    return { table2: undefined, isChosen: false, config };
  }
  const table2 = new URL(address);
  table2.pathname = `${root}/tables/${table}`;
  return { table2, isChosen, config: { url: `${address.origin}${root}/config` } };
}
