import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * Files of this computer under an address of its own, so that they are read by the very code that reads the web. Only
 * this process knows the address: it holds a number drawn at random.
 */
const SECRET = `/${randomUUID()}`;
let started: Promise<Server> | undefined;
/** 0 until a file has been asked for. */
let port = 0;

async function sendFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith(`${SECRET}/`)) return void response.writeHead(404).end();
  const path = fileURLToPath(new URL(pathname.slice(SECRET.length), 'file:///'));
  const found = await stat(path);
  if (!found.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-length': found.size, 'last-modified': found.mtime.toUTCString() });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function start(): Promise<Server> {
  const server = createServer((request, response) => {
    sendFile(request, response).catch(() => response.writeHead(404).end());
  });
  // It does not keep the command from ending.
  server.unref();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  return server;
}

async function host(): Promise<string> {
  await (started ??= start());
  return `127.0.0.1:${port}`;
}

/** The address by which a file of this computer is asked for; of the web, the address itself. */
export async function askable(address: URL): Promise<URL> {
  return address.protocol === 'file:'
    ? new URL(`http://${await host()}${SECRET}${address.pathname}`)
    : address;
}

/** The one list of hosts that lets only files of this computer be read. */
export async function onlyLocal(): Promise<readonly string[]> {
  return [await host()];
}

/** The path of a file of this computer, from what a failure says of its address; `undefined` for another address. */
export function localPath({
  host,
  path = '',
}: {
  readonly host?: string;
  readonly path?: string;
}): string | undefined {
  return host === `127.0.0.1:${port}` && path.startsWith(`${SECRET}/`)
    ? path.slice(SECRET.length)
    : undefined;
}

/** A text without the addresses that only this process knows: paths in their stead. */
export function withPaths(text: string): string {
  return port === 0
    ? text
    : text.replace(new RegExp(`(http://)?127\\.0\\.0\\.1:${port}(${SECRET}|: )`, 'g'), '');
}
