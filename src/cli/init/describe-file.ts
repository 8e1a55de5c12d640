import { open } from 'node:fs/promises';
import { findDialect } from '../../sources/csv-dialect.js';
import { protocolOfFile } from '../../sources/protocol-of.js';
import { decode } from '../../request/decode.js';

/** How a file is written, in the words of Data Package; what is as these suppose is not said. */
export interface FileForm {
  readonly encoding?: string;
  readonly dialect?: { readonly delimiter: string };
  /** Of the columns of numbers. */
  readonly decimalChar?: ',';
}

/** So much tells how a file is written. */
const SAMPLE = 256 * 1024;
/** `3,5` and `1.234,56`; not `1,234`, which may be a thousand. */
const COMMA_DECIMAL = /^-?\d{1,3}((\.\d{3})*|\d*),(\d{1,2}|\d{4,})$/;

async function firstBytes(address: URL): Promise<Uint8Array> {
  const file = await open(address);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whole lines: a letter of several bytes may be cut at the end. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.length < SAMPLE ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
  return bytes.subarray(0, end || bytes.length);
}

/**
 * How a delimited file of this computer is written, so that other tools that read the manifest read it the same way:
 * its encoding where it is not UTF-8, its delimiter where it is no comma, and a decimal comma. Nothing of other files.
 */
export async function describeFile(address: URL): Promise<FileForm> {
  if (address.protocol !== 'file:' || protocolOfFile(address) !== 'csv') return {};
  const { text, assumedLatin } = await decode(wholeLines(await firstBytes(address)), '');
  const { delimiter, start } = findDialect(text);
  const cells = text
    .slice(start)
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(delimiter));
  const isComma =
    delimiter !== ',' && cells.some((cell) => COMMA_DECIMAL.test(cell.trim().replace(/^"|"$/g, '')));
  return {
    ...(assumedLatin && { encoding: 'windows-1252' }),
    ...(delimiter !== ',' && delimiter !== '\0' && { dialect: { delimiter } }),
    ...(isComma && { decimalChar: ',' }),
  };
}
