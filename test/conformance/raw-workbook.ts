import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { SHARED } from '../support/real-files.js';

/** The parts of a ZIP file by name, found by its central directory (APPNOTE 4.3.12). */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extraLength, remarkLength] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const isPacked = zip.readUInt16LE(at + 10) === 8;
    parts.set(name, (isPacked ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (remarkLength ?? 0);
  }
  return parts;
}

const plain = (xml: string): string =>
  xml.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '');
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The first sheet of a workbook, read with nothing of the library and of nobody else: its rows by their numbers, less
 * one, of cells by the letters of their columns.
 */
export function readWorkbook(file: string): Record<string, string>[] {
  const parts = partsOf(readFileSync(SHARED + file));
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)];
  const rows: Record<string, string>[] = [];
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  for (const [, column = '', row, attributes = '', body = ''] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const [, value = ''] = /<v>(.*?)<\/v>/s.exec(body) ?? [];
    const text = attributes.includes('t="s"') ? plain(shared[Number(value)]?.[1] ?? '') : value;
    const place = Number(row) - 1;
    if (text !== '') (rows[place] ??= {})[column] = text;
  }
  return rows;
}
