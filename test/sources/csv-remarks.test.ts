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

  for (const [what, above, below] of [
    ['a source parted at its comma', [], ['Fuente: PNP, 2024']],
    ['a note parted at its comma', [], ['Nota: datos al 31 de mayo, 2024']],
    ['a mark and its meaning, parted at a comma', [], ['* Cifras preliminares al, 2024']],
    ['a numbered note parted at its comma', [], ['1/ Incluye tentativas, 2024']],
    ['when it was made', [], ['Fecha de corte: 31 de mayo, 2024']],
    ['a title and a source, both parted at their commas', ['Denuncias, 2024'], ['Fuente: PNP, 2024']],
    ['a title parted at its comma', ['Denuncias, 2024'], []],
  ] as const) {
    it(`as wide as the table, ${what}, is left out, and that is told`, async () => {
      const table = await read(...above, 'distrito,n', 'Lima,5', 'Cusco,7', ...below, '');
      expect(names(table)).to.deep.equal(['distrito', 'n']);
      expect(toRows(table)).to.deep.equal([
        ['Lima', '5'],
        ['Cusco', '7'],
      ]);
      expect(table.notices.map(({ code }) => code)).to.deep.equal(['lines-left-out']);
    });
  }

  it('as wide as a table of three columns is left out above and below', async () => {
    for (const [above, below] of [
      [['Denuncias; por lugar; 2024'], ['Elaboración: OBNASEC; Lima; 2024']],
      [[], ['Fuente: INEI; PNP; 2024']],
      [['Denuncias; por lugar; 2024'], ['Fuente: INEI; PNP; 2024']],
      [['Denuncias; por lugar; 2024'], []],
      [['Denuncias por lugar; 2024'], ['Fuente; INEI; 2024']],
    ] as const) {
      const table = await read(...above, ...ROWS, ...below);
      expect(names(table)).to.deep.equal(['lugar', 'casos', 'tasa']);
      expect(toRows(table)).to.deep.equal(CELLS);
      expect(table.notices.map(({ code }) => code)).to.deep.equal(['lines-left-out']);
    }
  });

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
    [
      'a last row with a space after each comma',
      ['a, b', 'x, 1', 'y, 2'],
      [
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    [
      'a place with a mark',
      ['a;b', 'x;1', '*Lima;2'],
      [
        ['x', '1'],
        ['*Lima', '2'],
      ],
    ],
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

describe('a header of two lines', () => {
  for (const [what, lines, header, first] of [
    [
      'years over what they count',
      ['Distrito;2023;;2024;', ';Casos;Tasa;Casos;Tasa', 'Lima;5;1,2;7;1,3', 'Ica;6;1,4;8;1,5'],
      ['Distrito', '2023 Casos', '2023 Tasa', '2024 Casos', '2024 Tasa'],
      ['Lima', '5', '1.2', '7', '1.3'],
    ],
    [
      'what is counted over years',
      ['Distrito,Casos,,Tasa,', ',2023,2024,2023,2024', 'Lima,5,7,1.2,1.3', 'Ica,6,8,1.4,1.5'],
      ['Distrito', 'Casos 2023', 'Casos 2024', 'Tasa 2023', 'Tasa 2024'],
      ['Lima', '5', '7', '1.2', '1.3'],
    ],
    [
      'groups over a whole second line, below a title',
      ['Denuncias', ';2023;;2024;', 'lugar;h;m;h;m', 'Ica;1;2;3;4', 'Tacna;1;2;3;4'],
      ['lugar', '2023 h', '2023 m', '2024 h', '2024 m'],
      ['Ica', '1', '2', '3', '4'],
    ],
    [
      'names repeated in each of their columns, below a title',
      [
        'Denuncias',
        'Lugar;2023;2023;2024;2024',
        ';Casos;Tasa;Casos;Tasa',
        'Ica;5;1,2;7;1,3',
        'Lima;5;1,2;7;1,3',
      ],
      ['Lugar', '2023 Casos', '2023 Tasa', '2024 Casos', '2024 Tasa'],
      ['Ica', '5', '1.2', '7', '1.3'],
    ],
  ] as const) {
    it(`of ${what} is joined, and that is told`, async () => {
      const table = await read(...lines);
      expect(names(table)).to.deep.equal(header);
      expect(toRows(table)[0]).to.deep.equal(first);
      expect(table.notices.map(({ code }) => code)).to.include('header-joined');
    });
  }

  for (const [what, lines, rows] of [
    ['a column without a name', ['lugar;;n', 'x;y;5', 'z;w;6'], 2],
    ['a name used twice', ['a;a;n', 'x;y;5', 'z;w;6'], 2],
    ['a column without a name and a first row of words', ['lugar;;n', 'x;y;s/d', 'z;w;6'], 2],
    ['years in the first row', ['anio;;n', '2023;a;5', '2024;b;6'], 2],
    ['a first cell that is blank since the row above has it', ['lugar;;n', 'Lima;a;5', ';b;6'], 2],
  ] as const) {
    it(`is not made of ${what}`, async () => {
      const table = await read(...lines);
      expect(table).to.have.length(rows);
      expect(table.notices.map(({ code }) => code)).not.to.include('header-joined');
    });
  }
});
