import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A reply held in memory; files go out as streams instead. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** False for the answers that the portal's own framework gives before any module can add the header. */
  readonly cors?: boolean;
}

const WORTH_COMPRESSING = 1_024;

export function json(body: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

export function html(body: string, status = 200): Reply {
  return { status, type: 'text/html; charset=utf-8', body };
}

export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply.cors !== false) allowAnyOrigin(response);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.setHeader('Content-Type', reply.type);
  response.setHeader('Vary', 'Accept-Encoding');
  if (reply.status === 200) {
    // Weak, because the compressed and the plain body share it.
    const etag = `W/"${createHash('sha1').update(reply.body).digest('base64url')}"`;
    response.setHeader('ETag', etag);
    if (isUnchanged(request, etag)) return endUnchanged(response);
  }
  let body = Buffer.from(reply.body);
  if (body.length > WORTH_COMPRESSING && acceptsGzip(request)) {
    body = gzipSync(body);
    response.setHeader('Content-Encoding', 'gzip');
  }
  response.setHeader('Content-Length', body.length);
  response.writeHead(reply.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
}

export function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /(^|[,\s])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted);
}

/** If-None-Match decides alone when it is sent; the date only counts without it. */
export function isUnchanged(request: IncomingMessage, etag: string, lastModified?: Date): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');
  const since = request.headers['if-modified-since'];
  if (since === undefined || !lastModified) return false;
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= Date.parse(since);
}

export function endUnchanged(response: ServerResponse): void {
  response.removeHeader('Content-Type');
  response.writeHead(304);
  response.end();
}
