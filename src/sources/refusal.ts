import { DataError, type ErrorCode } from '../errors.js';

/** Characters of what others wrote; more are no help. */
const MOST = 200;

/** What a portal says in place of data, in its own words where they are a text. */
export function refusal(host: string, said: unknown, code: ErrorCode = 'server-error'): DataError {
  return new DataError(code, { host, serverMessage: typeof said === 'string' ? said.slice(0, MOST) : '' });
}

/** The page's address is none of this protocol's; `expected` are such as are. */
export function wrongAddress({ href }: URL, ...expected: readonly string[]): DataError {
  return new DataError('bad-address', { attribute: 'src', value: href.slice(0, MOST), expected });
}
