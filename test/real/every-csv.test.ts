import '../support/as-module.js';
import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { type Column } from '../../src/table/column.js';
import { cellAt, textAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { failureOf } from '../support/failure.js';
import { describeWith } from '../support/real-files.js';
import { CSV_FILES, type CsvFile, type CsvName, type WrittenPeriod } from './csv-files.js';
import { columnOf, CSV_FOLDER } from './raw-csv.js';
import { askFile, rawFile, serveCsv } from './real-table.js';

const NAMES = Object.keys(CSV_FILES) as CsvName[];

/** A date as it should be read: its digits in the order of ISO, without the time of day. */
function isoOf(cell: string, written: WrittenPeriod): string {
  if (written === 'iso') return cell;
  const [first = '', second = '', year = ''] = cell.split(' ')[0]?.split('/') ?? [];
  const [day, month] = written === 'day/month/year' ? [first, second] : [second, first];
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** What the cell of the file should have become. */
function expectedCell(file: CsvFile, name: string, cell: string): string | number | undefined {
  if (cell === '') return undefined;
  if (cell === 'NA' && file.numbers.includes(name)) return undefined;
  if (file.numbers.includes(name)) return (file.readNumber ?? Number)(cell);
  const written = file.periods[name];
  return written === undefined ? cell : isoOf(cell, written);
}

/** The first cell that was not read as it stands in the file; a loop, since there are millions of them. */
function firstWrongCell(file: CsvFile, column: Column, cells: readonly string[]): string | undefined {
  for (const [row, cell] of cells.entries()) {
    const { value, status } = cellAt(column, row);
    const expected = expectedCell(file, column.name, cell);
    const read = typeof value === 'object' ? textAt(column, row) : value;
    const saysMissing = expected !== undefined || status === STATUS.missing;
    if (read !== expected || !saysMissing) return `row ${row + 1} of ${column.name}: «${cell}» is ${read}`;
  }
  return undefined;
}

describeWith(CSV_FOLDER, 'real CSV files of crime', () => {
  serveCsv();

  it('are all described here, and no other is', () => {
    const present = readdirSync(CSV_FOLDER).filter((name) => name.endsWith('.csv'));
    expect(NAMES).to.have.members(present);
  });

  for (const name of NAMES) {
    const file: CsvFile = CSV_FILES[name];

    it(`[REL-13] ${name}: every cell of its ${file.rows} rows is read as it stands there`, async () => {
      const [table, raw] = [await askFile(name), rawFile(name)];
      expect([raw.rows.length, table.length]).to.deep.equal([file.rows, file.rows]);
      expect(table.columns.map((column) => column.name)).to.deep.equal(raw.header);
      for (const column of table.columns) {
        const isNumber = file.numbers.includes(column.name);
        const kind = isNumber ? 'number' : column.name in file.periods ? 'period' : 'text';
        expect([column.name, column.kind]).to.deep.equal([column.name, kind]);
        expect(firstWrongCell(file, column, columnOf(raw, column.name))).to.equal(undefined);
      }
    });

    it(`[REL-12] ${name}: no letter is lost, and nothing had to be mended but its encoding`, async () => {
      const table = await askFile(name);
      const words = table.columns.flatMap((column) => (column.kind === 'text' ? column.words : []));
      expect(words.filter((word) => word.includes('\ufffd'))).to.deep.equal([]);
      const told = table.notices.map(({ code }) => code);
      expect(told).to.deep.equal(file.encoding === 'latin1' ? ['read-as-windows-1252'] : []);
    });
  }

  it('[SEC-13] the one of 31 MB is refused where the page takes no more than 20 MB', async () => {
    const asking = askFile('ar-caba-delitos-2016-2017-31MB.csv', { maxBytes: '20000000' });
    await failureOf(asking, 'too-big');
  });
});
