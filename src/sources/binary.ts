import { DataError } from '../errors.js';
import { isBinary } from './not-data.js';

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Whether a file is packed by gzip, whatever its name says. */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x1f, 0x8b);
}

/** Whether a file is a zip, as workbooks are, whatever its name says. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 3, 4);
}

/** The name of the part in which Excel keeps a workbook with a password, in UTF-16 as such files have it. */
const LOCKED = [...'EncryptedPackage'].join('\0');

/** Refuses the one kind of file in which Excel kept workbooks before 2007, and keeps those with a password. */
function refuseOldWorkbooks(bytes: Uint8Array, host: string): void {
  if (!startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return;
  const isLocked = new TextDecoder('latin1').decode(bytes).includes(LOCKED);
  throw new DataError(isLocked ? 'locked-workbook' : 'old-workbook', { host, expected: ['CSV', 'XLSX'] });
}

/** Refuses a file that is no text, whatever its name says. */
export function refuseBinary(bytes: Uint8Array, host: string): void {
  refuseOldWorkbooks(bytes, host);
  if (isBinary(bytes)) throw new DataError('not-data', { host, expected: ['CSV', 'JSON'] });
}
