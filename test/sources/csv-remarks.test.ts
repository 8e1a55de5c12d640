import '../support/as-module.js';
import { expect } from 'chai';
import { source } from '../../src/sources/csv.js';
import { toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { names, readText } from '../support/read-text.js';

const read = async (...lines: string[]): Promise<Table> => (await readText(source, lines.join('\n'))).table;

const ROWS = ['lugar;casos;tasa', 'Áncash;3;1,5', 'Ica;4;2,5'];
const CELLS = [
  ['Áncash', '3', '1.5'],
  ['Ica', '4', '2.5'],
];

describe('what stands around a table in a file', () => {
  for (const [what, above] of [
    ['a title', ['Denuncias por lugar, 2024']],
    ['a title with the delimiters of the other lines', ['Denuncias por lugar, 2024;;']],
    ['several lines, some of them empty', ['MININTER', '', ';;', '"Denuncias; por lugar"', '']],
    ['a source with a colon', ['Fuente: PNP; SIDPOL']],
    ['a line of groups of columns', [';2024;', '']],
  ] as const) {
    it(`above, ${what}, is left out, and that is told`, async () => {
      const table = await read(...above, ...ROWS);
      expect(names(table)).to.deep.equal(['lugar', 'casos', 'tasa']);
      expect(toRows(table)).to.deep.equal(CELLS);
      expect(table.notices.map(({ code }) => code)).to.deep.equal(['lines-left-out']);
    });
  }

  for (const [what, below] of [
    ['a source', ['Fuente: PNP']],
    ['a source with delimiters', ['Fuente: PNP; SIDPOL; MININTER;']],
    ['a source padded and in quotes', ['"Fuente";"";""']],
    ['who made it', ['', 'Elaboración: Observatorio Regional', '']],
    ['notes with marks', ['* Cifras preliminares', '1/ Incluye tentativas;;', '(1) No incluye faltas']],
    ['a note in English', ['Source: police records']],
  ] as const) {
    it(`below, ${what}, is left out, and that is told`, async () => {
      const table = await read(...ROWS, ...below);
      expect(toRows(table)).to.deep.equal(CELLS);
      expect(table.notices.map(({ code }) => code)).to.deep.equal(['lines-left-out']);
    });
  }

  it('is told with its first words and how many lines it has', async () => {
    const { notices } = await read('Denuncias', ...ROWS, 'Nota: preliminar', 'Fuente: PNP');
    expect(notices).to.deep.equal([{ code: 'lines-left-out', value: 'Denuncias', count: 3 }]);
  });

  for (const [what, lines, expected] of [
    ['a row without a value', [...ROWS, 'Tumbes;;'], [...CELLS, ['Tumbes', '', '']]],
    ['a total', [...ROWS, 'TOTAL;7;2'], [...CELLS, ['TOTAL', '7', '2']]],
    [
      'a note among the rows',
      ['a;b', 'Nota: x;1', 'y;2'],
      [
        ['Nota: x', '1'],
        ['y', '2'],
      ],
    ],
    [
      'a place that is called so',
      ['a;b', 'y;2', 'Notaría;1'],
      [
        ['y', '2'],
        ['Notaría', '1'],
      ],
    ],
    ['a file of one column', ['nota', 'x', 'Fuente: PNP'], [['x'], ['Fuente: PNP']]],
    ['a header without the name of its first column', [';b', 'x;1'], [['x', '1']]],
    ['a line within a quoted cell', ['a;b', '1;"x\nFuente: PNP"'], [['1', 'x\nFuente: PNP']]],
    ['a header with line ends in its names', ['"a\nb";"c\nd";"e"', '1;2;3'], [['1', '2', '3']]],
  ] as const) {
    it(`is not ${what}`, async () => {
      const table = await read(...lines);
      expect(toRows(table)).to.deep.equal(expected);
      expect(table.notices.map(({ code }) => code)).not.to.include('lines-left-out');
    });
  }
});
