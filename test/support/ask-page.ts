import type { Answer, Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Table } from '../../src/table/table.js';
import { question } from './question.js';

/** What the engine of a page answers; without a signal, to one who never leaves. */
export function askPage(
  src: string,
  asked: Partial<Question> = {},
  signal = new AbortController().signal,
): Promise<Answer> {
  return pageEngine.ask(question(src, asked), { signal });
}

export async function tableFrom(src: string, asked: Partial<Question> = {}): Promise<Table> {
  return (await askPage(src, asked)).table;
}
