import { DataError } from '../errors.js';
import { inflate } from '../request/inflate.js';

/** One file of a zip, as its directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Where its own header starts. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const FILE = 0x04034b50;
/** A zip may end in a remark. */
const LONGEST_REMARK = 65_535;
const END_LENGTH = 22;
const MOST_ENTRIES = 5000;

/** Where the directory's end is; `undefined` where the file is cut short. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory of a zip (PKWARE's APPNOTE, 4.3.12). Fails with `malformed` where it cannot be read. */
export function zipEntries(bytes: Uint8Array, host: string): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  try {
    const end = findEnd(view);
    if (end === undefined) throw new RangeError('the zip has no end');
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry where one should be');
      const [nameLength, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const nameEnd = at + 46 + (nameLength ?? 0);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
        isLocked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      });
      at = nameEnd + (extra ?? 0) + (remark ?? 0);
    }
  } catch (reason) {
    throw new DataError('malformed', { host }, reason);
  }
  return entries;
}

/**
 * Unpacks files of a zip. What they say that they unpack to is added up before anything is unpacked, and what they
 * really unpack to is stopped where it is more [SEC-13].
 */
export async function unzip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit: number,
  host: string,
): Promise<Map<string, Uint8Array>> {
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > limit) throw new DataError('too-big', { host, what: 'bytes', limit });
  const view = viewOf(bytes);
  const files = new Map<string, Uint8Array>();
  let left = limit;
  for (const { name, method, packed, at } of entries) {
    if (at + 30 > bytes.length || view.getUint32(at, true) !== FILE)
      throw new DataError('malformed', { host });
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const data = bytes.subarray(from, from + packed);
    if (data.length < packed || (method !== 0 && method !== 8)) throw new DataError('malformed', { host });
    const file = method === 0 ? data : await inflate(data, 'deflate-raw', left, host);
    left -= file.length;
    if (left < 0) throw new DataError('too-big', { host, what: 'bytes', limit });
    files.set(name, file);
  }
  return files;
}

/** Files as a zip that packs nothing: who reads it need not unpack, and so cannot be made to unpack without end. */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const parts = [...files].map(([name, data]) => ({ name: new TextEncoder().encode(name), data }));
  const body = parts.reduce((sum, { name, data }) => sum + 30 + name.length + data.length, 0);
  const directory = parts.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const zip = new Uint8Array(body + directory + END_LENGTH);
  const view = viewOf(zip);
  let [at, entry] = [0, body];
  for (const { name, data } of parts) {
    view.setUint32(at, FILE, true);
    view.setUint32(entry, ENTRY, true);
    view.setUint32(entry + 42, at, true);
    for (const [place, nameAt] of [
      [at + 18, at + 26],
      [entry + 20, entry + 28],
    ] as const) {
      view.setUint32(place, data.length, true);
      view.setUint32(place + 4, data.length, true);
      view.setUint16(nameAt, name.length, true);
    }
    zip.set(name, at + 30);
    zip.set(data, at + 30 + name.length);
    zip.set(name, entry + 46);
    at += 30 + name.length + data.length;
    entry += 46 + name.length;
  }
  view.setUint32(entry, END, true);
  view.setUint16(entry + 8, parts.length, true);
  view.setUint16(entry + 10, parts.length, true);
  view.setUint32(entry + 12, directory, true);
  view.setUint32(entry + 16, body, true);
  return zip.buffer;
}
