import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import { DataError } from '../errors.js';
import { percentStyles, shownNumber, writePercents } from './percent-cells.js';
import { tidySheet } from './sheet-xml.js';
import { storedZip, unzip, type ZipEntry } from './zip.js';

/** Where a workbook keeps what it says: its sheets, their words and styles. */
const PART = /^xl\/.*(\.xml|workbook\.xml\.rels)$/i;
/** Pictures, drawings, what is counted from the cells: not unpacked. */
const OTHER =
  /^xl\/(theme|drawings|charts|media|tables|pivot\w+|comments|threadedComments|persons|externalLinks|ctrlProps|slicers?\w*|calcChain|metadata|richData)/i;

/** What is no sheet. */
const KEY_PART = /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/.*)$/i;

/** Whether a zip is a workbook of Excel. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === 'xl/workbook.xml');
}

/** A date as ISO 8601 has it: without its time of day where that is midnight. */
function shownDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/(T00:00:00)?\.\d{3}Z$/, '');
}

function shown(cell: unknown, decimalChar: string | undefined): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return shownDate(cell);
  if (typeof cell !== 'number') return '';
  // A page that says how the numbers of its text are written says it of all of them.
  return decimalChar === ',' ? shownNumber(cell).replace('.', ',') : shownNumber(cell);
}

/** The names of the sheets that a reader of the workbook sees. */
function sheetsIn(file: Uint8Array | undefined): string[] {
  const tags = new TextDecoder().decode(file).match(/<(\w+:)?sheet\s[^<>]*>/g) ?? [];
  return tags.flatMap((tag) => (/\sstate="/.test(tag) ? [] : (/\sname="([^"]*)"/.exec(tag)?.[1] ?? [])));
}

/**
 * The cells of one sheet as text, row by row; those of a merged cell are empty but the first. Where nobody says which
 * sheet, with the names of the others.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  sheetName: string | undefined,
  { limit, host, decimalChar }: { limit: number; host: string; decimalChar: string | undefined },
): Promise<{ rows: string[][]; others: readonly string[] }> {
  const needed = entries.filter(({ name }) => PART.test(name) && !OTHER.test(name));
  if (needed.some(({ isLocked }) => isLocked)) throw new DataError('locked-workbook', { host });
  const files = await unzip(bytes, needed, limit, host);
  const percent = percentStyles(new TextDecoder().decode(files.get('xl/styles.xml')));
  for (const [name, file] of files) {
    if (KEY_PART.test(name)) continue;
    const sheet = tidySheet(new TextDecoder().decode(file), host);
    files.set(name, new TextEncoder().encode(writePercents(sheet, percent)));
  }
  const rows = await readOneSheet(storedZip(files), sheetName, host);
  const others = sheetName?.trim() ? [] : sheetsIn(files.get('xl/workbook.xml')).slice(1);
  return { rows: rows.map((row) => row.map((cell) => shown(cell, decimalChar))), others };
}

/** By its name, else by its number; the first where neither is told. */
async function readOneSheet(
  workbook: ArrayBuffer,
  sheetName: string | undefined,
  host: string,
): Promise<readonly (readonly unknown[])[]> {
  const wanted = sheetName?.trim() ?? '';
  try {
    return await readSheet(workbook, wanted === '' ? 1 : wanted);
  } catch (reason) {
    if (!(reason instanceof SheetNotFoundError)) throw new DataError('malformed', { host }, reason);
    const { sheets } = reason as unknown as { sheets: readonly string[] };
    const number = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0;
    const name =
      sheets[number - 1] ?? sheets.find((each) => each.trim().toLowerCase() === wanted.toLowerCase());
    if (name !== undefined && name !== wanted) return readOneSheet(workbook, name, host);
    const details = { host, attribute: 'sheet-name', value: wanted, expected: sheets };
    throw new DataError('no-resource', details, reason);
  }
}
