import type { Answer } from '../../engine/engine.js';
import { columnsOf } from '../../table/table.js';
import { measuresTitle } from '../../text/measure-title.js';
import type { MeasureMessages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';

/** What a figure of several measures is called: as the page says, else the portal, else by all that it measures. */
export function headingOf(
  { table, provenance }: Answer,
  heading: string,
  words: Words,
  measures: MeasureMessages,
): string {
  const all = columnsOf(table, 'measure');
  return heading || (provenance.metadata.title ?? measuresTitle(all, words, measures));
}
