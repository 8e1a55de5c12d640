import type { Query } from '../query/query.js';
import { decode } from '../request/decode.js';
import type { About, Source, SourceOptions } from '../sources/source.js';
import { replyTo } from './read-reply.js';
import type { Reading } from './reading.js';

/** What the portal says of its data; `undefined` where it has no words for that, or cannot be heard. */
export async function askAbout(
  { about: portal }: Source,
  address: URL,
  options: SourceOptions,
  query: Query,
  reading: Reading,
): Promise<About | undefined> {
  const asked = portal?.plan(address, options, query);
  if (!portal || !asked) return undefined;
  const { signal, notices, columns } = reading;
  try {
    const { url, bytes, contentType } = await replyTo(asked, reading);
    // Some portals describe their data in XML, whatever they are asked for: each source knows what it can read.
    const { text } = await decode(bytes, contentType);
    const about = await portal.parse({ url, text }, options);
    notices.push(...(about.notices ?? []));
    columns.push(...(about.columns ?? []));
    return about;
  } catch (reason) {
    // The data themselves may still come: without their description, less is known and less is asked of the portal.
    if (signal.aborted) throw reason;
    return undefined;
  }
}
