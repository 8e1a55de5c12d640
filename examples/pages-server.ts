import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLES = dirname(fileURLToPath(import.meta.url));
const ROOT = join(EXAMPLES, '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

/** Where the pages say that the observatory is; replaced where it is elsewhere. */
const USUAL_OBSERVATORY = 'http://localhost:4174';

export interface PagesOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly observatory: string;
  /** Headers of every page: policies, in tests. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Pages {
  readonly url: string;
  close(): Promise<void>;
}

/** The file of a path: the built scripts under `/cdn/`, the pages under everything else. */
function fileOf(path: string): string {
  const safe = normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, '');
  const file = safe.startsWith('/cdn/') ? join(ROOT, safe) : join(EXAMPLES, safe);
  return file.endsWith('/') ? join(file, 'index.html') : file;
}

/** Serves the example pages on loopback, beside and apart from the observatory that they read. */
export async function servePages({ port, observatory, headers = {} }: PagesOptions): Promise<Pages> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // Browsers ask for it unasked; a missing one would stand in red in the console.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const file = fileOf(path);
    readFile(file)
      .then((body) => {
        const type = TYPES[extname(file)];
        const page = type?.startsWith('text/html');
        const content = page ? String(body).replaceAll(USUAL_OBSERVATORY, observatory) : body;
        response.writeHead(200, {
          'Content-Type': type ?? 'application/octet-stream',
          // A page of another site may load the script as a module.
          'Access-Control-Allow-Origin': '*',
          ...(page ? headers : {}),
        });
        response.end(content);
      })
      .catch(() => response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('No está.'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const used = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${used}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
