import type { Query } from '../query/query.js';
import { decode } from '../request/decode.js';
import type { About, Source, SourceOptions } from '../sources/source.js';
import { replyTo } from './read-reply.js';
import type { Reading } from './reading.js';

/** Descriptions that lead to one another end somewhere. */
const MOST_HOPS = 4;

/** What was told before, and what is told now. */
function together(before: About | undefined, now: About): About {
  if (!before) return now;
  return {
    ...now,
    metadata: { ...before.metadata, ...now.metadata },
    columns: [...(before.columns ?? []), ...(now.columns ?? [])],
    facts: { ...before.facts, ...now.facts },
  };
}

/** What the portal says of its data; `undefined` where it has no words for that, or cannot be heard. */
export async function askAbout(
  { about: portal }: Source,
  address: URL,
  options: SourceOptions,
  query: Query,
  reading: Reading,
): Promise<About | undefined> {
  let asked = portal?.plan(address, options, query);
  let told: About | undefined;
  const { signal, notices, columns } = reading;
  try {
    for (let hop = 0; portal && asked && hop < MOST_HOPS; hop++) {
      const { url, bytes, contentType } = await replyTo(asked, reading);
      // Some portals describe their data in XML, whatever they are asked for: each source knows what it can read.
      const { text } = await decode(bytes, contentType);
      const about = await portal.parse({ url, text }, options);
      notices.push(...(about.notices ?? []));
      columns.push(...(about.columns ?? []));
      told = together(told, about);
      asked = about.next;
    }
  } catch (reason) {
    // The data themselves may still come: without their description, less is known and less is asked of the portal.
    if (signal.aborted) throw reason;
  }
  return told;
}
