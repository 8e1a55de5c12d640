import type { About, Source, SourceOptions } from '../sources/source.js';
import { replyTo } from './read-reply.js';
import { textOf, type Reading } from './reading.js';

/** What the portal says of its data; `undefined` where it has no words for that, or cannot be heard. */
export async function askAbout(
  { about: portal }: Source,
  address: URL,
  options: SourceOptions,
  reading: Reading,
): Promise<About | undefined> {
  const asked = portal?.plan(address, options);
  if (!portal || !asked) return undefined;
  const { signal, notices, columns } = reading;
  try {
    const about = await portal.parse(
      await textOf(await replyTo(asked, reading), { ...reading, notices: [] }),
      options,
    );
    notices.push(...(about.notices ?? []));
    columns.push(...(about.columns ?? []));
    return about;
  } catch (reason) {
    // The data themselves may still come: without their description, less is known and less is asked of the portal.
    if (signal.aborted) throw reason;
    return undefined;
  }
}
