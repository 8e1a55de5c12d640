import { DataError } from '../errors.js';
import type { TextReply } from './source.js';

/** Refuses an error object where a table was expected: a portal that says no. */
export function refuseErrorObject({ text, url }: TextReply): never {
  const { host } = new URL(url);
  const message = /"message"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  throw new DataError('server-error', { host, ...(message !== undefined && { serverMessage: message }) });
}
