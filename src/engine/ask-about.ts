import type { About, Source, SourceOptions } from '../sources/source.js';
import { replyTo } from './read-reply.js';
import { textOf, type Reading } from './reading.js';

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
  reading: Reading,
): Promise<About | undefined> {
  let asked = portal?.plan(address, options);
  let told: About | undefined;
  const { signal, notices, columns } = reading;
  try {
    for (let hop = 0; portal && asked && hop < MOST_HOPS; hop++) {
      const about = await portal.parse(await textOf(await replyTo(asked, reading), []), options);
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
