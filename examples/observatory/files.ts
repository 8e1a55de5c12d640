import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { OTHER_FILES } from './catalogue.js';
import type { Datastore } from './datastore.js';
import { acceptsGzip, allowAnyOrigin, endUnchanged, html, isUnchanged, send } from './reply.js';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** Names of the files offered under `/archivos/`; nothing else in the folder can be reached. */
export function publishedFiles(datastore: Datastore): string[] {
  const ofDatasets = datastore.publicDatasets.flatMap((dataset) => datastore.resourcesOf(dataset));
  return [...ofDatasets.map(({ file }) => file), ...OTHER_FILES];
}

/** When the data were last changed, as the catalogue says: a file's own date is that of its copy on this computer. */
function lastModified(datastore: Datastore, file: string): Date | undefined {
  const resource = datastore.publicDatasets
    .flatMap((dataset) => datastore.resourcesOf(dataset))
    .find((each) => each.file === file);
  return resource && new Date(`${resource.lastModified}Z`);
}

export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  datastore: Datastore,
  file: string,
  offered: readonly string[] = publishedFiles(datastore),
): Promise<void> {
  const path = datastore.pathOf(file);
  const found = offered.includes(file) ? await stat(path).catch(() => undefined) : undefined;
  if (!found) return send(request, response, html('<h1>404 Archivo no encontrado</h1>', 404));

  const etag = `W/"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  allowAnyOrigin(response);
  response.setHeader('ETag', etag);
  const modified = lastModified(datastore, file);
  if (modified) response.setHeader('Last-Modified', modified.toUTCString());
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, etag, modified)) return endUnchanged(response);

  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  const compressed = acceptsGzip(request);
  if (compressed) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', found.size);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const source = createReadStream(path);
  await (compressed ? pipeline(source, createGzip(), response) : pipeline(source, response));
}
