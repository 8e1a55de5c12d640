import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { source as csv } from '../../src/sources/csv.js';
import { TableBuilder } from '../../src/table/builder.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { makeTable, type Table } from '../../src/table/table.js';
import { toCsv, writtenColumns } from '../../src/table/to-csv.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { ask } from '../support/answer.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const breathe = (): Promise<void> => Promise.resolve();

function write(table: Table, forExcel = false): Promise<string> {
  const columns = writtenColumns(table, (measure) => `${measure}_estado`, statusSymbols);
  return toCsv(columns, table.length, { forExcel, breathe });
}

/** Reads the file again as the page would. */
async function readBack(text: string): Promise<Table> {
  const builder = new TableBuilder();
  const part = await csv.parse({ url: 'https://datos.example/a.csv', text }, builder, {});
  return builder.finish({ notices: part.notices ?? [] });
}

const papaRows = (text: string): string[][] => Papa.parse<string[]>(text.trimEnd()).data;

/** Cells that need quotes, and cells that look as if they did. */
const nasty = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    '"',
    '""',
    ',',
    'a,b',
    'a"b',
    'una\nlínea',
    'una\r\nlínea',
    ';',
    "'",
    'Ñuñoa',
    '😀',
    '#',
    '\\',
  ),
);
/** What the source would hand over: without the space around it, and no formula that hides a code. */
const word = nasty.map((text) => text.trim().replaceAll('\0', '')).filter((text) => !text.startsWith('="'));

describe('a table as CSV', () => {
  it('has the names of codes beside the codes', async () => {
    const geo = texts('geo', ['ES', null, '01'], { wordLabels: ['España', 'Áncash'], label: 'Lugar' });
    const sex = texts('sexo', ['F', 'F', 'M'], { wordLabels: ['Mujeres', 'Hombres'] });
    expect(papaRows(await write(tableOf(geo, sex, numbers('n', [1, 2, 3]))))).to.deep.equal([
      ['geo', 'Lugar', 'sexo', 'sexo_label', 'n'],
      ['ES', 'España', 'F', 'Mujeres', '1'],
      ['', '', 'F', 'Mujeres', '2'],
      ['01', 'Áncash', 'M', 'Hombres', '3'],
    ]);
  });

  it('has a header, lines that end as RFC 4180 says, quotes only where they are needed', async () => {
    const table = tableOf(
      texts('lugar', ['La Libertad', 'dicho "norte"', 'a, b', 'una\nlínea']),
      numbers('casos', [1, 2, 3, 4]),
    );
    expect(await write(table)).to.equal(
      'lugar,casos\r\nLa Libertad,1\r\n"dicho ""norte""",2\r\n"a, b",3\r\n"una\nlínea",4\r\n',
    );
  });

  it('writes numbers unrounded with a point, periods as ISO has them, codes with their zeros', async () => {
    const table = tableOf(
      texts('ubigeo', ['010101', '150101']),
      periods('mes', ['2024-09', '2024-Q3']),
      numbers('tasa', [6.25, 1 / 3], { decimals: 1 }),
    );
    expect(papaRows(await write(table)).slice(1)).to.deep.equal([
      ['010101', '2024-09', '6.25'],
      ['150101', '2024-Q3', '0.3333333333333333'],
    ]);
  });

  it('[STAT-08] has a column of statuses after each column of numbers that has one, and after no other', async () => {
    const table = tableOf(
      numbers('casos', [5, 'suppressed', [7, 'break provisional'], 'missing']),
      numbers('poblacion', [1, 2, 3, 4]),
    );
    expect(papaRows(await write(table))).to.deep.equal([
      ['casos', 'casos_estado', 'poblacion'],
      ['5', '', '1'],
      ['', 'c', '2'],
      ['7', 'pb', '3'],
      ['', ':', '4'],
    ]);
  });

  it('[STAT-08] keeps missing, hidden, not applicable and zero apart when it is read again with its statuses', async () => {
    const table = tableOf(
      texts('lugar', ['a', 'b', 'c', 'd', 'e']),
      numbers('casos', [0, 'missing', 'suppressed', 'notApplicable', [5, 'provisional']]),
    );
    const again = await ask(await readBack(await write(table)), {
      value: 'casos',
      by: 'lugar',
      status: 'casos_estado',
    });
    const casos = again.columns.find(({ name }) => name === 'casos');
    expect(casos?.kind === 'number' && [...casos.values]).to.deep.equal([0, NaN, NaN, NaN, 5]);
    expect(casos?.kind === 'number' && [...casos.statuses]).to.deep.equal([0, 1, 2, 4, 8]);
  });

  it('gives no column of statuses a name that the source has taken', async () => {
    const table = tableOf(numbers('a', ['missing']), texts('a_estado', ['cerrado']));
    expect(papaRows(await write(table))).to.deep.equal([
      ['a', 'a_estado (2)', 'a_estado'],
      ['', ':', 'cerrado'],
    ]);
  });

  it('is read back by PapaParse as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(nasty, nasty), { minLength: 1 }), async (rows) => {
        const table = tableOf(
          texts(
            'a',
            rows.map(([a]) => a),
          ),
          texts(
            'b',
            rows.map(([, b]) => b),
          ),
        );
        const { data } = Papa.parse<string[]>(await write(table), { delimiter: ',', newline: '\r\n' });
        expect(data.slice(1, -1)).to.deep.equal(rows);
      }),
    );
  });

  it('is read back by our own source as it was: the same columns, kinds and cells', async () => {
    const cells = fc.oneof(
      word,
      fc.integer().map(String),
      fc.constantFrom('1.5', '2024', '010101', '2024-09', ''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cells, word, fc.integer()), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const table = await fromRows(['primera', '"2.ª", rara', 'casos'], rows);
          const read = await readBack(await write(table));
          const again = makeTable(
            read.length,
            read.columns.filter(({ name }) => !name.endsWith('_estado')),
          );
          expect(again.columns.map(({ name, kind }) => [name, kind])).to.deep.equal(
            table.columns.map(({ name, kind }) => [name, kind]),
          );
          expect(toRows(again)).to.deep.equal(toRows(table));
        },
      ),
    );
  });

  it('lets the page breathe between slices, and loses no row at their edges', async () => {
    let breaths = 0;
    const cells = Array.from({ length: 4001 }, (_, row) => `fila ${row}`);
    const columns = writtenColumns(tableOf(texts('a', cells)), String, String);
    const text = await toCsv(columns, cells.length, {
      forExcel: false,
      breathe: () => {
        breaths++;
        return Promise.resolve();
      },
    });
    expect(breaths).to.equal(3);
    expect(papaRows(text).slice(1).flat()).to.deep.equal(cells);
  });

  it('of no rows is its header', async () => {
    expect(await write(tableOf(texts('a', []), numbers('b', [])))).to.equal('a,b\r\n');
  });

  it('[SEC-10] writes columns that objects already have', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const table = tableOf(...names.map((name, index) => numbers(name, [index])));
    expect(papaRows(await write(table))).to.deep.equal([names, ['0', '1', '2']]);
    expect(toRows(await readBack(await write(table)))).to.deep.equal([['0', '1', '2']]);
  });
});
