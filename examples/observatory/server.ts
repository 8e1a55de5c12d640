import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerCkan, CKAN_ROOT } from './ckan.js';
import type { CkanCall } from './ckan-call.js';
import { Datastore } from './datastore.js';
import { answerDkan } from './dkan.js';
import { sendFile } from './files.js';
import { homePage } from './home.js';
import { html, send, type Reply } from './reply.js';
import { SqlDatabase } from './sql-database.js';

export interface ObservatoryOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Gets one line a request. */
  readonly log?: (line: string) => void;
  /** Where the CSV files stand; `examples/data` unless told. */
  readonly dataFolder?: string;
  /** False leaves out `datastore_search_sql`, as most portals do; true unless told. */
  readonly sqlSearch?: boolean;
}

export interface Observatory {
  readonly url: string;
  close(): Promise<void>;
}

const DATA_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');

/** What the data mean: at the root, since what it names is relative to it. */
const MANIFEST = '/observatory.json';

/** Starts the demonstration observatory: files, a CKAN portal and a DKAN 7 portal over the same data. */
export async function startObservatory(options: ObservatoryOptions): Promise<Observatory> {
  const { port, host = '127.0.0.1', log, dataFolder = DATA_FOLDER, sqlSearch = true } = options;
  const datastore = new Datastore(dataFolder);
  const sql = sqlSearch ? new SqlDatabase() : undefined;
  let siteUrl = '';
  const server = createServer((request, response) => {
    response.on('close', () => log?.(`${request.method ?? ''} ${request.url ?? ''} ${response.statusCode}`));
    answer(request, response, { datastore, sql, siteUrl }).catch((error: unknown) => {
      log?.(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (response.headersSent) response.destroy();
      else send(request, response, html('<h1>500 Error interno</h1>', 500));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  siteUrl = `http://${host}:${typeof address === 'object' && address ? address.port : port}`;
  return {
    url: siteUrl,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await sql?.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Omit<CkanCall, 'parameters'>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // No CORS header: a preflight fails here, as it does on many a portal.
    const refusal = html('<h1>405 Método no permitido</h1>', 405);
    return send(request, response, { ...refusal, headers: { Allow: 'GET, HEAD' }, cors: false });
  }
  const target = request.url ?? '/';
  const url = URL.canParse(target, site.siteUrl) ? new URL(target, site.siteUrl) : undefined;
  const path = url && decoded(url.pathname);
  if (!url || path === undefined) {
    return send(request, response, html('<h1>400 Dirección no válida</h1>', 400));
  }
  if (path === MANIFEST) {
    return sendFile(request, response, site.datastore, MANIFEST.slice(1), [MANIFEST.slice(1)]);
  }
  if (path.startsWith('/archivos/')) {
    return sendFile(request, response, site.datastore, path.slice('/archivos/'.length));
  }
  send(request, response, await page(path, url.search, { ...site, parameters: url.searchParams }));
}

async function page(path: string, query: string, call: CkanCall): Promise<Reply> {
  if (path === '/') return homePage(call);
  if (path.startsWith(CKAN_ROOT)) return answerCkan(path.slice(CKAN_ROOT.length), call);
  if (path.startsWith('/dkan/')) return answerDkan(path, query, call);
  return html('<h1>404 Página no encontrada</h1>', 404);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
