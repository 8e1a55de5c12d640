import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textOf } from '../engine/reading.js';
import { get } from '../request/get.js';
import { DEFAULT_LIMITS } from '../request/limits.js';
import { isObject, parseJson } from '../sources/json-text.js';
import { asDataError, DataError } from '../errors.js';
import { UsageError } from './io.js';
import { askable } from './local-files.js';
import type { Words } from './words/words.js';

const USUAL = 'observatory.json';

/** A manifest as it was found; what it says is not read yet. */
export interface Opened {
  readonly document: unknown;
  /** Where it is: `file:` or of the web. */
  readonly base: URL;
}

/** The address of what a command was given: of the web as it is, else a path. */
export function addressOf(where: string, cwd: string): URL {
  return /^https?:\/\//i.test(where) && URL.canParse(where)
    ? new URL(where)
    : pathToFileURL(resolve(cwd, where));
}

/** The path of a manifest, where its folder or nothing is told. */
function manifestPath(where: string | undefined, cwd: string): string {
  const path = where ?? USUAL;
  if (/^https?:\/\//i.test(path)) return path;
  const whole = resolve(cwd, path);
  return existsSync(whole) && statSync(whole).isDirectory() ? resolve(whole, USUAL) : whole;
}

/** Reads a manifest's document. Fails with a DataError, or a UsageError where there is no such file. */
export async function openManifest(
  where: string | undefined,
  cwd: string,
  words: Words,
  { signal, offline = false }: { readonly signal: AbortSignal; readonly offline?: boolean },
): Promise<Opened> {
  const path = manifestPath(where, cwd);
  const base = addressOf(path, cwd);
  if (base.protocol === 'file:' && !existsSync(base)) throw new UsageError(words.noFile(path));
  if (offline && base.protocol !== 'file:') throw new DataError('bad-host', { host: base.host });
  const document = await readDocument(base, base.host, signal).catch((reason: unknown) => {
    const { code, details } = asDataError(reason);
    if (code !== 'malformed') throw reason;
    throw new DataError(code, { ...details, path, expected: ['JSON'] }, reason);
  });
  if (!isObject(document))
    throw new DataError('not-data', { expected: ['{"title": "…", "resources": […]}'] });
  return { document, base };
}

/** A document of JSON, of this computer or of the web; `host` is named where it cannot be read. */
export async function readDocument(address: URL, host: string, signal: AbortSignal): Promise<unknown> {
  const reply = await get((await askable(address)).href, DEFAULT_LIMITS, signal);
  const { text } = await textOf(reply, { limits: DEFAULT_LIMITS, notices: [] });
  return parseJson(text, host);
}
