import type { Answer } from '../../engine/engine.js';
import { askable } from '../local-files.js';
import { readAnswer, type ReadOptions } from '../read-resource.js';

/** The rows at an address of which no manifest says anything yet. */
export async function readSample(
  address: URL,
  protocol: string | undefined,
  options: ReadOptions,
): Promise<Answer> {
  const path = (await askable(address)).href;
  const resource = { name: 'datos', path, ...(protocol !== undefined && { protocol }) };
  return readAnswer(resource, address, options);
}
