/** Addresses that end like a file's and are a portal's. */
const PORTAL = /\/api\/|\/resource\/\w{4}-\w{4}\.|\/exports\/|datapackage\.json|-metadata\.json/;

/** The protocol of an address that plainly is a file's; of any other, `recognise` knows more. */
export function protocolOfFile({ pathname }: URL): 'csv' | 'json' | undefined {
  const path = pathname.toLowerCase();
  if (PORTAL.test(path)) return undefined;
  if (/\.(csv|tsv|tab|txt)$/.test(path)) return 'csv';
  return path.endsWith('.json') ? 'json' : undefined;
}
