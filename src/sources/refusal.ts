import { DataError, type ErrorCode } from '../errors.js';

/** Characters of a server's own words; more are for its log. */
const MOST = 200;

/** What a portal says in place of data, in its own words where they are a text. */
export function refusal(host: string, said: unknown, code: ErrorCode = 'server-error'): DataError {
  return new DataError(code, { host, serverMessage: typeof said === 'string' ? said.slice(0, MOST) : '' });
}
