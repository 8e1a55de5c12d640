import { DataError } from '../errors.js';

/** How files begin that are no text: zip (also xlsx, ods), gzip, PDF, old Excel. */
// eslint-disable-next-line no-control-regex -- the bytes of a file that is no text
const BINARY = /^(PK\x03\x04|\x1f\x8b|%PDF|\xd0\xcf\x11\xe0)/;

/** Refuses a file that is no text, whatever its name says. */
export function refuseBinary(bytes: Uint8Array, host: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (!BINARY.test(start)) return;
  throw new DataError('not-data', { host, value: start, expected: ['CSV', 'JSON'] });
}

/**
 * Refuses what is no data although the server answered 200: nothing at all, a maintenance page, a login form,
 * a warning of the server's own program before the data.
 */
export function refusePages(text: string, host: string): void {
  if (!/\S/.test(text)) throw new DataError('empty-reply', { host });
  if (/^\s*<[a-z!?]/i.test(text)) throw new DataError('not-data', { host, expected: ['CSV', 'JSON'] });
}
