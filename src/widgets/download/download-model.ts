import type { Answer } from '../../engine/engine.js';
import { shownSpan, type Frame, type FrameOptions } from '../figure/frame-model.js';
import type { Table } from '../../table/table.js';
import { measureTitle } from '../../text/measure-title.js';
import type { MeasureMessages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';
import type { FileFacts } from './files.js';
import type { Format } from './formats.js';

export interface DownloadModel {
  readonly frame: Frame;
  readonly title: string;
  /** What readers call each column; `''` where that is its name. */
  readonly titles: readonly string[];
  readonly formats: readonly Format[];
  /** What is shown. */
  readonly answer: Answer;
  /** All that was asked. */
  readonly whole: Answer;
}

/** What readers call the columns of a table, the count behind a rate and the ends of an interval included. */
export function titlesOf({ columns }: Table, words: Words, measures: MeasureMessages): string[] {
  return columns.map((column) => {
    const isMade = column.role === 'attribute' || (column.kind === 'number' && column.role !== undefined);
    const title = column.label ?? (isMade ? measureTitle(column, words, measures) : '');
    return title === column.name ? '' : title;
  });
}

/** What the header file tells of the data, by what the page says and what the source says of itself. */
export function factsOf(
  { frame, title, titles, answer }: DownloadModel,
  said: FrameOptions & { readonly definition: string },
  statusHeader: string,
): FileFacts {
  const { metadata } = answer.provenance;
  const last = shownSpan(answer.table)?.last;
  return {
    title: title || frame.heading,
    titles,
    place: said.place,
    unit: frame.unit,
    definition: said.definition || (metadata.description ?? ''),
    sourceName: frame.source?.name,
    sourceHref: frame.source?.href,
    license: said.license || (metadata.license ?? ''),
    updated: said.updatedOn || (metadata.updated ?? ''),
    dataThrough: (last?.through ?? last)?.text ?? '',
    statusHeader,
  };
}
