import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

const FOLDERS: Readonly<Record<string, string>> = {
  cdn: 'cdn',
  copia: 'cdn',
  otra: 'cdn',
  tarde: 'cdn',
  npm: 'examples/developer/built',
  data: 'examples/data',
  // As the demonstration observatory has it.
  archivos: 'examples/data',
};

/** What the second version of the scripts says in place of the first one's word. */
export const OTHER_VERSION = { from: 'Consultado', to: 'Leído' } as const;

export type Headers = Readonly<Record<string, string>>;

/** A webmaster's site: the pages that a test writes, and the built scripts at several addresses. */
export interface Site {
  readonly url: string;
  /** Publishes a page; gives its address. */
  publish(html: string, headers?: Headers): string;
  close(): Promise<void>;
}

interface SitePage {
  readonly html: string;
  readonly headers: Headers;
}

/**
 * `/cdn/` and `/copia/` hold the built scripts, `/otra/` another version of them, `/tarde/` the same with an entry
 * that is three seconds late, `/npm/` the developer's bundle, `/data/` the example data; `/colgado/` never answers.
 * `?late=` waits milliseconds.
 */
async function sendFile(url: URL, response: ServerResponse): Promise<void> {
  const [, folder = '', ...rest] = normalize(url.pathname).split('/');
  const path = rest.join('/');
  if (folder === 'colgado') return;
  const from = FOLDERS[folder];
  if (from === undefined) throw new Error(`There is no folder ${folder}.`);
  const late = folder === 'tarde' && path === 'auto.js' ? 3000 : Number(url.searchParams.get('late') ?? 0);
  if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
  const file = await readFile(join(ROOT, from, path));
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Access-Control-Allow-Origin': '*',
  });
  const isOther = folder === 'otra' && path.endsWith('.js');
  response.end(isOther ? String(file).replaceAll(OTHER_VERSION.from, OTHER_VERSION.to) : file);
}

function answer(request: IncomingMessage, response: ServerResponse, pages: readonly SitePage[]): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const page = pages[Number(/^\/pagina-(\d+)\/$/.exec(url.pathname)?.[1] ?? -1)];
  if (page) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.html);
    return;
  }
  sendFile(url, response).catch(() => response.writeHead(404).end());
}

export async function startSite(): Promise<Site> {
  const pages: SitePage[] = [];
  const server = createServer((request, response) => answer(request, response, pages));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    publish: (html, headers = {}) => `${url}/pagina-${pages.push({ html, headers }) - 1}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Parts {
  readonly head?: string;
  readonly body: string;
}

/** The page around a webmaster's text. Its own icon, so that the browser does not ask for one. */
export function htmlPage({ head = '', body }: Parts): string {
  return `<!doctype html>
<html lang="es-PE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Seguridad ciudadana</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>`;
}

/** What the documentation tells webmasters to put into the head. */
export const DOCUMENTED_HEAD =
  '<link rel="stylesheet" href="/cdn/obs.css"><script type="module" src="/cdn/auto.js"></script>';
