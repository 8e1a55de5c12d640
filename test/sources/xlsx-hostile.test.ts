import '../support/as-module.js';
import { expect } from 'chai';
import type { SourceOptions } from '../../src/sources/source.js';
import type { Table } from '../../src/table/table.js';
import { askFiles } from '../support/made-files.js';
import { makeWorkbook, makeZip, workbookFiles, type MadeCell } from '../support/make-workbook.js';
import { failureOf } from '../support/failure.js';

const ask = async (file: Uint8Array, source: SourceOptions = {}, name = 'd.xlsx'): Promise<Table> =>
  (await askFiles({ [name]: file }, name, { source })).table;
const sheet = (rows: readonly (readonly MadeCell[])[]): Uint8Array => makeWorkbook({ Hoja1: rows });

describe('a workbook that is too large, old, locked or damaged', () => {
  it('[SEC-13] is not unpacked where it says that it is too large, nor further than it said that it is', async () => {
    const declared = makeWorkbook({ A: [['a'], [1]] }, { size: 500_000_000 });
    expect((await failureOf(ask(declared), 'too-big')).details).to.include({
      what: 'bytes',
      limit: 33_554_432,
    });
    const files = workbookFiles({ A: [['a'], [1]] });
    const bomb = makeZip({ ...files, 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }, { size: 10 });
    await failureOf(ask(bomb), 'too-big');
    const large = makeZip({
      ...files,
      'xl/media/foto.xml': new Uint8Array(40_000_000),
      'docProps/x.xml': new Uint8Array(40_000_000),
    });
    expect((await ask(large)).length, 'what is not needed is left packed').to.equal(1);
  });

  it('[SEC-13] has no cell a billion rows below the others, however few bytes that takes', async () => {
    const files = workbookFiles({ A: [['a'], [1]] });
    const withRow = (xml: string): Promise<Table> =>
      ask(
        makeZip({
          ...files,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
        }),
      );
    for (const row of ['999999', '1048577', '9999999']) {
      await failureOf(
        withRow(`<row r="1"><c r="XFD1"><v>1</v></c></row><row r='${row}'><c r="A${row}"><v>1</v></c></row>`),
        'too-big',
      );
    }
    await failureOf(withRow('<row r="99999999999"><c><v>1</v></c></row>'), 'malformed');
    await failureOf(withRow('<row x=">" r="&#57;9999999"><c><v>1</v></c></row>'), 'malformed');
  });

  it('[SEC-13] is unpacked without another thread, however large, since a strict page allows none', async () => {
    const rows: MadeCell[][] = Array.from({ length: 12_000 }, (_, row) => [`distrito ${row}`, row]);
    const book = sheet([['distrito', 'casos'], ...rows]);
    let workers = 0;
    const count = (): void => void workers++;
    process.on('worker', count);
    try {
      expect((await ask(book)).length).to.equal(12_000);
    } finally {
      process.off('worker', count);
    }
    expect(workers).to.equal(0);
  });

  it('[REL-02] is told where it is old, locked, damaged or empty', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    const locked = Uint8Array.from([
      ...old,
      ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    for (const name of ['d.xls', 'd.csv', 'd.xlsx', 'd']) {
      await failureOf(ask(old, {}, name), 'old-workbook');
      await failureOf(ask(locked, {}, name), 'locked-workbook');
    }
    await failureOf(ask(makeWorkbook({ A: [['a'], [1]] }, { locked: true })), 'locked-workbook');
    await failureOf(ask(makeWorkbook({ A: [['a'], [1]] }, { method: 99 })), 'malformed');
    await failureOf(ask(sheet([['a'], [1]]).subarray(0, 900)), 'malformed');
    await failureOf(
      ask(
        makeZip({ ...workbookFiles({ A: [] }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c' }),
      ),
      'malformed',
    );
    await failureOf(ask(sheet([])), 'empty-reply');
    await failureOf(ask(new TextEncoder().encode('<html>')), 'not-data');
    await failureOf(ask(new Uint8Array()), 'empty-reply');
  });
});
