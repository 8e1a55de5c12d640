import type { Answer, Engine, Question } from '../../engine/engine.js';
import type { Compared } from './comparisons.js';
import { buildFile, type FileFacts } from './files.js';
import type { Format } from './formats.js';

/** A file that is ready, at an address within the page. */
export interface ReadyFile {
  readonly format: Format;
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}

/** What the figure shows beside its own rows, and who is asked for it. */
interface Beside {
  readonly said: object | undefined;
  readonly engine: Engine;
  readonly hosts: readonly string[];
  readonly signal: AbortSignal;
}

/** Writes an answer in each format, so that the files' sizes can be told before anybody downloads them. */
export async function readyFiles(
  formats: readonly Format[],
  answer: Answer,
  asked: Question,
  facts: FileFacts,
  suffix: string,
  { said, engine, hosts, signal }: Beside,
): Promise<ReadyFile[]> {
  const compared = said as Compared | undefined;
  const shown =
    compared?.reference || compared?.targets
      ? await (
          await import('./comparisons.js')
        ).asShown(answer, asked, facts, compared, (question) =>
          engine.ask({ ...question, hosts }, { signal }),
        )
      : { answer, facts };
  const files: ReadyFile[] = [];
  for (const format of formats) {
    const { name, type, text } = await buildFile(format, shown.answer, asked, shown.facts, suffix);
    const blob = new Blob([text], { type });
    files.push({ format, name, bytes: blob.size, href: URL.createObjectURL(blob) });
  }
  return files;
}

/** The whole series, where less than that is shown. */
export async function wholeOf(
  { answer, whole }: { readonly answer: Answer; readonly whole: Answer },
  question: Question,
  { engine, hosts, signal }: Beside,
): Promise<Answer | undefined> {
  if (question.range !== '' || question.limit !== '')
    return engine.ask({ ...question, hosts, range: '', limit: '' }, { signal }).catch(() => undefined);
  return answer.table.length < whole.table.length ? whole : undefined;
}
