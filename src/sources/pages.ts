/** More requests than this for one table is a burden on the portal: the rest is told as missing. */
const MAX_PAGES = 100;

/** What comes after a first page: the addresses of the others, and how many rows there are with them. */
export interface Rest {
  readonly more: readonly string[];
  readonly total: number;
}

/** What is left, by what the first page held and what there is in all; rows before it were not asked for. */
export function restAfter(firstUrl: string, received: number, all: number): Rest {
  const more: string[] = [];
  const url = new URL(firstUrl);
  const skipped = Math.max(0, Number(url.searchParams.get('offset'))) || 0;
  const total = Math.max(received, all - skipped);
  for (let read = received; received > 0 && read < total && more.length + 1 < MAX_PAGES; read += received) {
    url.searchParams.set('offset', String(skipped + read));
    more.push(url.href);
  }
  return { more, total };
}
