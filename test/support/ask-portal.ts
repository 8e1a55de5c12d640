import type { Answer, Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { cellAt } from '../../src/table/cell.js';
import { findColumn, type Table } from '../../src/table/table.js';
import type { PortalReply } from './push-down-law.js';
import { never, question } from './question.js';

export interface AskedPortal extends Answer {
  /** The requests made, as addresses. */
  readonly requests: readonly URL[];
}

/** What the engine answers to questions put at once, where a portal answers its requests: no network. */
export async function askTogether(
  portal: (url: URL, body?: string) => PortalReply,
  src: string,
  questions: readonly Partial<Question>[],
): Promise<{ readonly answers: readonly Answer[]; readonly requests: readonly URL[] }> {
  const { fetch } = globalThis;
  const requests: URL[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(input as string);
    requests.push(url);
    const { body, status = 200, headers } = portal(url, init?.body as string | undefined);
    const response = new Response(body, { status, ...(headers && { headers }) });
    return Promise.resolve(Object.defineProperty(response, 'url', { value: url.href }));
  };
  try {
    const asking = questions.map((asked) => pageEngine.ask(question(src, asked), { signal: never }));
    return { answers: await Promise.all(asking), requests };
  } finally {
    globalThis.fetch = fetch;
  }
}

/** What the engine answers to one question. */
export async function askPortal(
  portal: (url: URL, body?: string) => PortalReply,
  src: string,
  asked: Partial<Question> = {},
): Promise<AskedPortal> {
  const { answers, requests } = await askTogether(portal, src, [asked]);
  const [answer] = answers;
  if (!answer) throw new Error('no answer');
  return { ...answer, requests };
}

/** The values of a column of numbers. */
export function numbersOf(table: Table, name: string): unknown[] {
  const column = findColumn(table, name);
  if (!column) throw new Error(`no column ${name} among ${table.columns.map((each) => each.name).join()}`);
  return Array.from({ length: table.length }, (_, row) => cellAt(column, row).value);
}
