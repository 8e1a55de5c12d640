import type { Answer } from '../../engine/engine.js';
import { shownSpan, type Frame, type FrameOptions } from '../figure/frame-model.js';
import type { FileFacts } from './files.js';
import type { Format } from './formats.js';

export interface DownloadModel {
  readonly frame: Frame;
  readonly title: string;
  readonly formats: readonly Format[];
  /** What is shown. */
  readonly answer: Answer;
  /** All that was asked. */
  readonly whole: Answer;
}

/** What the header file tells of the data, by what the page says and what the source says of itself. */
export function factsOf(
  { frame, title, answer }: DownloadModel,
  said: FrameOptions & { readonly definition: string },
  statusHeader: string,
): FileFacts {
  const { metadata } = answer.provenance;
  const last = shownSpan(answer.table)?.last;
  return {
    title: title || frame.heading,
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
