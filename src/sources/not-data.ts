import { DataError } from '../errors.js';

/** First bytes of files that are no text: zip (also xlsx, ods), gzip, PDF, old Excel. */
const BINARY = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Refuses a file that is no text, whatever its name says. */
export function refuseBinary(bytes: Uint8Array, host: string): void {
  const isBinary = BINARY.some((start) => start.every((byte, index) => bytes[index] === byte));
  if (isBinary) throw new DataError('not-data', { host, expected: ['CSV', 'JSON'] });
}

/**
 * Refuses what is no data although the server answered 200: nothing at all, a maintenance page, a login form,
 * a warning of the server's own program before the data.
 */
export function refusePages(text: string, host: string): void {
  const start = /^\s*(.{0,200})/s.exec(text)?.[1] ?? '';
  if (start === '') throw new DataError('empty-reply', { host });
  if (/^<[a-z!?]/i.test(start)) throw new DataError('not-data', { host, expected: ['CSV', 'JSON'] });
}
