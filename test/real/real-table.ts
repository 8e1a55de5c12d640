import type { Question } from '../../src/engine/engine.js';
import { columnsOf, type Table } from '../../src/table/table.js';
import { textAt } from '../../src/table/cell.js';
import { askPage } from '../support/ask-page.js';
import { serveFolder, type RunningServer } from '../support/static-server.js';
import { CSV_FILES, type CsvName } from './csv-files.js';
import { CSV_FOLDER, readRaw, type RawFile } from './raw-csv.js';

let server: RunningServer | undefined;

/** Serves the folder of CSV files while the tests of a `describe` run. */
export function serveCsv(): void {
  before(async () => {
    server = await serveFolder(CSV_FOLDER);
  });
  after(() => server?.close());
}

/** More than a reader's page takes without being told to. */
const ROOM = String(64 * 1024 * 1024);

/** What a page is answered that asks this of the file. */
export async function askFile(name: CsvName, asked: Partial<Question> = {}): Promise<Table> {
  const { signal } = new AbortController();
  const src = `${server?.url ?? ''}/${name}`;
  return (await askPage(src, { maxBytes: ROOM, ...asked }, signal)).table;
}

export const rawFile = (name: CsvName): RawFile => readRaw(name, CSV_FILES[name]);

/** The only measure of an answer, by the texts of its time and dimensions. */
export function measured(table: Table): Record<string, number> {
  const keys = [...columnsOf(table, 'time'), ...columnsOf(table, 'dimension')];
  const [measure] = columnsOf(table, 'measure');
  if (measure?.kind !== 'number') throw new Error('the answer has no measure');
  const found: Record<string, number> = {};
  measure.values.forEach((value, row) => {
    found[keys.map((column) => textAt(column, row)).join(' | ')] = value;
  });
  return found;
}
