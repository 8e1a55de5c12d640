import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleByHand, CONTESTANTS, monthsCsv } from './contestants.js';
import { DISTRICTS, districtsCsv, placesCsv } from './districts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One file that a page took. */
export interface Taken {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
}

export interface BenchServer {
  readonly url: string;
  /** What was taken since the last call. */
  taken(): Taken[];
  close(): void;
}

const page = (body: string): string =>
  `<!doctype html><html lang="es"><meta charset="utf-8"><title>bench</title><body>${body}</body></html>`;

/** Serves each contestant's page, its scripts gzip-ed, and the same CSV; nothing is cached. */
export async function serveContestants(pages: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const taken: Taken[] = [];
  const hand = new Map<string, string>();
  for (const name of ['vanilla-trend', 'vanilla-card', 'vanilla-figure', 'vanilla-map'])
    hand.set(`/hand/${name}.js`, await bundleByHand(name));
  const bodies = new Map(CONTESTANTS.map(({ name, body }) => [name as string, body]));
  for (const [name, body] of Object.entries(pages)) bodies.set(name, body);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const send = (type: string, body: string | Buffer): void => {
      const packed = gzipSync(body, { level: 9 });
      if (type === 'text/javascript')
        taken.push({ path, bytes: Buffer.byteLength(body), gzip: packed.length });
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Encoding': 'gzip',
        'Cache-Control': 'no-store',
      });
      response.end(packed);
    };
    const body = bodies.get(path.replace(/^\/page\//, ''));
    if (body !== undefined) return send('text/html', page(body));
    if (path === '/data.csv') return send('text/csv', monthsCsv());
    if (path === '/places.csv') return send('text/csv', placesCsv());
    if (path === '/districts.csv') return void districtsCsv().then((csv) => send('text/csv', csv));
    const script = hand.get(path);
    if (script !== undefined) return send('text/javascript', script);
    const within = path.startsWith('/data/') ? `${ROOT}examples${path}` : `${ROOT}${path}`;
    const file = path === '/districts.json' ? DISTRICTS : within;
    readFile(file).then(
      (content) => send(path.endsWith('.js') ? 'text/javascript' : 'text/csv', content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    taken: () => taken.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
