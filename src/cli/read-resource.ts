import { ALL_ROWS } from '../engine/all-rows.js';
import { pageEngine } from '../engine/page-engine.js';
import type { Answer, Limited, Question } from '../engine/engine.js';
import { sourceOf } from '../engine/resource-question.js';
import type { Manifest } from '../observatory/manifest.js';
import type { Table } from '../table/table.js';
import { askable, onlyLocal } from './local-files.js';

type Resource = Manifest['resources'][number];

/** How a command reads. */
export interface ReadOptions {
  /** Only files of this computer. */
  readonly offline: boolean;
  readonly signal: AbortSignal;
  /** Bytes of one reply. */
  readonly maxBytes: number;
}

/** What a command may take, where it is not told: a page would be spoiled by as much, a schedule is not. */
export const MOST_BYTES = 512 * 1024 * 1024;
/** Seconds: a schedule waits longer than a reader. */
const PATIENCE = { timeout: '600', firstByteTimeout: '60', stallTimeout: '60' };

/** How much to take, how long to wait, and whom to ask. */
export async function limitsFor({
  offline,
  maxBytes,
}: Pick<ReadOptions, 'offline' | 'maxBytes'>): Promise<Limited> {
  return { ...PATIENCE, maxBytes: String(maxBytes), ...(offline && { hosts: await onlyLocal() }) };
}

/** A question about a resource, with what else is asked of it. */
export async function questionAbout(
  resource: Resource,
  base: URL,
  options: Pick<ReadOptions, 'offline' | 'maxBytes'>,
  asked: Partial<Question> = {},
): Promise<Question> {
  const manifestUrl = (await askable(base)).href;
  return { ...(await limitsFor(options)), ...ALL_ROWS, ...asked, ...sourceOf(resource, manifestUrl) };
}

/** The rows of a resource with where they come from. */
export async function readAnswer(resource: Resource, base: URL, options: ReadOptions): Promise<Answer> {
  return pageEngine.ask(await questionAbout(resource, base, options), { signal: options.signal });
}

/**
 * The rows of a resource of the manifest: the same sources and the same reading as in a page. `base` is where the
 * manifest is, `file:` or of the web. Fails with a DataError.
 */
export async function readResource(resource: Resource, base: URL, options: ReadOptions): Promise<Table> {
  return (await readAnswer(resource, base, options)).table;
}
