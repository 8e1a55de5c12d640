import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { CSV_TYPE, HEALTHY_CSV, HTML_TYPE, reply, replyHealthy, type Fault } from './fault.js';
import { bodyFaults } from './fault-body.js';
import { corsFaults } from './fault-cors.js';
import { dataFaults } from './fault-data.js';
import { sizeFaults } from './fault-size.js';
import { page, statusFaults } from './fault-status.js';
import { timeFaults } from './fault-time.js';
import { transportFaults } from './fault-transport.js';

/** One request the server got. */
export interface Hit {
  readonly method: string;
  /** With its query string. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly headers: IncomingHttpHeaders;
}

export interface FaultServer {
  readonly url: string;
  /** The requests for one path, whatever their query string. */
  hits(path: string): Hit[];
  /** Forgets all requests, and with them how often a flaky path has failed. */
  reset(): void;
  close(): Promise<void>;
}

const FAULTS: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ['/ok.csv', (call) => replyHealthy(call)],
  ['/ok.json', (call) => replyHealthy({ ...call, parameters: new URLSearchParams({ format: 'json' }) })],
  ...[statusFaults, transportFaults, bodyFaults, sizeFaults, timeFaults, corsFaults, dataFaults].flatMap(
    (faults) => Object.entries(faults),
  ),
]);

/** Every path the server knows. */
export const FAULT_PATHS: readonly string[] = [...FAULTS.keys()];

/** Starts a local server where each path goes wrong in one way. */
export async function startFaultServer(): Promise<FaultServer> {
  const hits = new Map<string, Hit[]>();
  const visits = new Map<string, number>();
  const other = await listen((_request, response) => {
    response.writeHead(200, { 'Content-Type': CSV_TYPE });
    response.end(HEALTHY_CSV);
  });
  const main = await listen((request, response) => {
    const { method = '', url = '/', headers } = request;
    const { pathname, searchParams: parameters } = new URL(url, 'http://localhost');
    const hit = { method, path: url, time: Date.now(), headers };
    const sameBefore = hits.get(pathname);
    if (sameBefore) sameBefore.push(hit);
    else hits.set(pathname, [hit]);
    if (method === 'OPTIONS') {
      // As on many a portal: no CORS header, so that whatever needs a preflight fails.
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const visitor = `${pathname} ${parameters.get('key') ?? ''}`;
    const earlierVisits = visits.get(visitor) ?? 0;
    visits.set(visitor, earlierVisits + 1);
    (FAULTS.get(pathname) ?? unknownPath)({
      request,
      response,
      parameters,
      otherOrigin: other.url,
      earlierVisits,
    });
  });
  return {
    url: main.url,
    hits: (path) => [...(hits.get(path) ?? [])],
    reset() {
      hits.clear();
      visits.clear();
    },
    async close() {
      await Promise.all([stop(main.server), stop(other.server)]);
    },
  };
}

const unknownPath: Fault = (call) =>
  reply(call, { status: 404, type: HTML_TYPE, body: page('Este servidor no tiene esa falla') });

async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the fault server has no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

/** Also ends what hangs: a test must not wait for a fault to finish. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
