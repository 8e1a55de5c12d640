import type { Answer, Question } from '../../engine/engine.js';
import { buildFile, type FileFacts } from './files.js';
import type { Format } from './formats.js';

/** A file that is ready, at an address within the page. */
export interface ReadyFile {
  readonly format: Format;
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}

/** Writes an answer in each format, so that the files' sizes can be told before anybody downloads them. */
export async function readyFiles(
  formats: readonly Format[],
  answer: Answer,
  asked: Question,
  facts: FileFacts,
  suffix: string,
): Promise<ReadyFile[]> {
  const files: ReadyFile[] = [];
  for (const format of formats) {
    const { name, type, text } = await buildFile(format, answer, asked, facts, suffix);
    const blob = new Blob([text], { type });
    files.push({ format, name, bytes: blob.size, href: URL.createObjectURL(blob) });
  }
  return files;
}
