import { pageEngine } from '../../src/engine/page-engine.js';
import type { Answer, Question } from '../../src/engine/engine.js';
import type { PortalReply } from './push-down-law.js';
import { never, question } from './question.js';

export interface Asked {
  readonly answer: Answer;
  /** What was asked of the portal, in order; readable. */
  readonly requests: readonly string[];
}

/** Puts a question to a portal as a page does, without a network. */
export async function putQuestion(
  portal: (url: URL, body?: string) => PortalReply,
  src: string,
  asked: Partial<Question> = {},
): Promise<Asked> {
  const { fetch } = globalThis;
  const requests: string[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(input as string);
    requests.push(decodeURIComponent(url.href.replaceAll('+', ' ')));
    const { body, status = 200, headers } = portal(url, init?.body as string | undefined);
    const response = new Response(body, { status, ...(headers && { headers }) });
    return Promise.resolve(Object.defineProperty(response, 'url', { value: url.href }));
  };
  try {
    return { answer: await pageEngine.ask(question(src, asked), { signal: never }), requests };
  } finally {
    globalThis.fetch = fetch;
  }
}
