/** More requests than this for one table is a burden on the portal: the rest is told as missing. */
const MAX_PAGES = 100;

/** The addresses of the pages after the first, by what the first one held and what there is in all. */
export function pagesAfter(firstUrl: string, received: number, total: number): string[] {
  const urls: string[] = [];
  if (received === 0) return urls;
  for (let offset = received; offset < total && urls.length + 1 < MAX_PAGES; offset += received) {
    const url = new URL(firstUrl);
    url.searchParams.set('offset', String(offset));
    urls.push(url.href);
  }
  return urls;
}
