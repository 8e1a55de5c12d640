import type { DataError } from '../errors.js';
import { describeError } from '../text/describe-problem.js';
import { localPath, withPaths } from './local-files.js';
import type { Words } from './words/words.js';

/** A failure in words, for whoever runs the command. */
export function tellError(error: DataError, words: Words): string {
  const { cause, code, details } = error;
  const path = code === 'http' && details.status === 404 ? localPath(details) : undefined;
  if (path !== undefined) return words.noFile(decodeURIComponent(path));
  const told = withPaths(describeError(words.owner, error));
  // A mistake of the program: what it is must not be lost.
  return code === 'internal' && cause instanceof Error ? `${told} ${cause.stack ?? cause.message}` : told;
}
