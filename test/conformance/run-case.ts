import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Answer } from '../../src/engine/engine.js';
import { DataError } from '../../src/errors.js';
import { never, question } from '../support/question.js';
import { SHARED } from '../support/real-files.js';
import type { Case } from './case.js';

export interface Outcome {
  readonly rows: number;
  readonly facts: number;
  readonly requests: number;
  readonly faults: readonly string[];
}

const HUGE = String(256 * 1024 * 1024);

export const isThere = ({ file }: Case): boolean => existsSync(SHARED + file);

/** A portal that has the case's replies, in place of the network; counts what is asked of it. */
function standIn({ file, address, beside = {}, later, wrap, status = 200 }: Case): {
  readonly asked: string[];
  leave(): void;
} {
  const { fetch } = globalThis;
  const portal = { asked: [] as string[], leave: () => void (globalThis.fetch = fetch) };
  const bodyOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(SHARED + name));
  globalThis.fetch = (input) => {
    const url = input as string;
    portal.asked.push(url);
    const found = Object.entries(beside).find(([part]) => url.includes(part));
    const isMain = !found && new URL(url).host === new URL(address).host;
    if (!found && !isMain) return Promise.reject(new TypeError(`nothing is at ${url}`));
    const bytes = bodyOf(found?.[1] ?? file);
    const body = later?.part.test(url)
      ? later.body
      : wrap && isMain
        ? wrap(new TextDecoder().decode(bytes))
        : bytes;
    const response = new Response(body, { status: isMain ? status : 200 });
    return Promise.resolve(Object.defineProperty(response, 'url', { value: url }));
  };
  return portal;
}

/** A value in words, so short that a line of it can be read. */
function said(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length})` : text;
}

const ask = ({ address, asked }: Case): Promise<Answer> =>
  pageEngine.ask(question(address, { maxBytes: HUGE, ...asked }), { signal: never });

/** What the engine answers for one case. */
export async function askCase(each: Case): Promise<Answer> {
  const portal = standIn(each);
  try {
    return await ask(each);
  } finally {
    portal.leave();
  }
}

/** Asks the engine for one case and holds what it answers against the facts. */
export async function runCase(each: Case): Promise<Outcome> {
  const portal = standIn(each);
  const faults: string[] = [];
  let answer: Answer | undefined;
  let facts = 0;
  try {
    answer = await ask(each);
    if (each.fails) faults.push(`read, where ${String(each.fails)} was expected`);
    if (each.mayFail) facts++;
    const text = readFileSync(SHARED + each.file, 'utf8');
    for (const { what, found, expected } of each.facts?.(answer, text, portal.asked) ?? []) {
      facts++;
      if (!isDeepStrictEqual(found, expected))
        faults.push(`${what}: ${said(found)}, expected ${said(expected)}`);
    }
  } catch (error) {
    const code = error instanceof DataError ? error.code : String(error);
    if ([each.fails ?? [], each.mayFail ?? []].flat(2).some((one) => one === code)) facts++;
    else faults.push(`${code} ${error instanceof DataError ? JSON.stringify(error.details) : ''}`);
  } finally {
    portal.leave();
  }
  if (facts === 0 && faults.length === 0) faults.push('nothing was asserted');
  return { rows: answer?.table.length ?? 0, facts, requests: portal.asked.length, faults };
}
