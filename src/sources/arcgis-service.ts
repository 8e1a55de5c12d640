import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import type { Part, SourceOptions } from './source.js';

const Service = z.object({
  layers: z.array(z.object({ id: z.number(), name: z.nullish(z.string()) })),
});

/** Which layer of a service: the one that the page names or numbers, else its only one. */
export function readService(root: unknown, asked: URL, { resource }: SourceOptions): Part {
  const { host } = asked;
  const service = Service.safeParse(root);
  if (!service.success) throw new DataError('malformed', { host }, service.error);
  const { layers } = service.data;
  const [first] = layers;
  const chosen =
    resource === undefined && layers.length === 1 ? first : layers.find(({ name }) => name === resource);
  if (chosen) {
    // What the address asks of the service is meant for its layer.
    const url = new URL(asked);
    url.pathname = `${asked.pathname.replace(/\/$/, '')}/${chosen.id}`;
    url.searchParams.delete('f');
    return { elsewhere: { url: url.href, protocol: 'arcgis' } };
  }
  const expected = layers.map(({ id, name }) => name ?? String(id));
  throw new DataError('no-resource', { host, attribute: 'resource', value: resource ?? '', expected });
}
