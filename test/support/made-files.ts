import { gzipSync } from 'node:zlib';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Answer, Question } from '../../src/engine/engine.js';
import { never, question } from './question.js';

/** A file as a server gives it: text, or bytes. */
export type MadeFile = string | Uint8Array;

export const MADE = 'https://datos.example/';

/** Texts as they are packed by gzip. */
export const gzipped = (text: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(text));

/** The bytes of a text in western Latin. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What the engine answers where these files are all that there is; `asked` takes the addresses in their order. */
export async function askFiles(
  files: Readonly<Record<string, MadeFile>>,
  src: string,
  asked: Partial<Question> = {},
  addresses: string[] = [],
): Promise<Answer> {
  const { fetch } = globalThis;
  globalThis.fetch = (input) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    addresses.push(url);
    const name = url.startsWith(MADE) ? url.slice(MADE.length) : url;
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    const body = typeof file === 'string' ? file : file?.slice();
    const response = new Response(body ?? 'No existe', { status: body === undefined ? 404 : 200 });
    Object.defineProperty(response, 'url', { value: url });
    return Promise.resolve(response);
  };
  try {
    const address = src.includes(':') ? src : MADE + src;
    return await pageEngine.ask(question(address, asked), { signal: never, fresh: true });
  } finally {
    globalThis.fetch = fetch;
  }
}
