import type { Answer, Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Table } from '../../src/table/table.js';
import { never, question } from './question.js';

/** What the engine of a page answers. */
export function askPage(src: string, asked: Partial<Question> = {}, signal = never): Promise<Answer> {
  return pageEngine.ask(question(src, asked), { signal });
}

export async function tableFrom(src: string, asked: Partial<Question> = {}): Promise<Table> {
  return (await askPage(src, asked)).table;
}
