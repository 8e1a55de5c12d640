import { expect } from 'chai';
import { fromRows, toRows } from '../../src/table/rows.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';

const column = (name: string, cells: readonly string[]): Promise<Table> =>
  fromRows(
    [name],
    cells.map((cell) => [cell]),
  );
const codesOf = ({ notices }: Table): string[] => notices.map(({ code }) => code);
const textsOf = async (name: string, ...cells: string[]): Promise<string[]> =>
  toRows(await column(name, cells)).map(([cell = '']) => cell);

describe('units beside numbers', () => {
  for (const [cells, values, unit] of [
    [['12,5 %', '7,1 %'], [12.5, 7.1], '%'],
    [['S/ 3.50', 'S/ 1,200.00', 's/d'], [3.5, 1200, NaN], 'S/'],
    [['1 234 hab.', '88 hab.'], [1234, 88], 'hab.'],
    [['2,5 km²', '3,5 km²'], [2.5, 3.5], 'km²'],
    [['US$ 5', 'US$ 6'], [5, 6], 'US$'],
    [['5 detenidos', '6 detenidos'], [5, 6], 'detenidos'],
  ] as const) {
    it(`in ${cells.join(' and ')} are the column’s unit`, async () => {
      const found = columnNamed(await column('valor', cells), 'valor', 'number');
      expect([...found.values]).to.deep.equal(values);
      expect(found.unit).to.equal(unit);
    });
  }

  it('that only some numbers have are no unit of the column, and that is told', async () => {
    for (const cells of [
      ['12%', '5', '7'],
      ['5 casos', '6'],
      ['S/ 5', '6 hab.'],
    ]) {
      const table = await column('valor', cells);
      expect(columnNamed(table, 'valor', 'number').unit, cells.join()).to.equal(undefined);
      expect(codesOf(table), cells.join()).to.include('units-mixed');
    }
    expect(codesOf(await column('valor', ['12%', '', 's/d', '5%']))).to.deep.equal([]);
  });

  it('are not seen in addresses, articles and words with a number', async () => {
    for (const cells of [
      ['5B', '6B'],
      ['12 esquina', '13'],
      ['108-A', '109-A'],
      ['5 de mayo', '6 de mayo'],
      ['80 y más', '70 y más'],
      ['3 A', '4 A'],
    ])
      expect((await column('valor', cells)).columns[0]?.kind, cells.join()).to.equal('text');
  });
});

describe('codes with marks in them', () => {
  for (const cells of [
    ['01.1', '01.10'],
    ['01 001', '02 001'],
    ['1E5', '2E5'],
  ]) {
    it(`such as ${cells.join(' and ')} are no numbers`, async () => {
      expect(await textsOf('capitulo', ...cells)).to.deep.equal(cells);
    });
  }

  it('are not made of numbers and dates that begin with 0', async () => {
    expect((await column('v', ['0.5', '0,7'])).columns[0]?.kind).to.equal('number');
    expect(await textsOf('v', '05.12.2024', '06.12.2024')).to.deep.equal(['2024-12-05', '2024-12-06']);
  });
});

describe('absent values', () => {
  for (const word of ['N.D', 'N.D.', 'NE', 'n.e.', '***', 'S.D'])
    it(`are written ${word}`, async () => {
      const { values, statuses } = columnNamed(await column('v', ['5', word]), 'v', 'number');
      expect([...values]).to.deep.equal([5, NaN]);
      expect([...statuses]).to.deep.equal([0, 1]);
    });
});

describe('the periods of a column', () => {
  for (const [name, cells, expected] of [
    ['semestre', ['2023-1', '2023-2'], ['2023-S1', '2023-S2']],
    ['trimestre', ['2023-1', '2023-4'], ['2023-Q1', '2023-Q4']],
    ['semestre', ['2024-I', '2024-II'], ['2024-S1', '2024-S2']],
    ['Trimestre', ['2024-I', '2024-II'], ['2024-Q1', '2024-Q2']],
    ['periodo', ['2024-I', '2024-III'], ['2024-Q1', '2024-Q3']],
    ['periodo', ['2023-I', '2023-II', '2024-I'], ['2023-S1', '2023-S2', '2024-S1']],
    ['periodo', ['2024-I', '2024-II'], ['2024-I', '2024-II']],
    ['mes', ['2023-1', '2023-2'], ['2023-01', '2023-02']],
    ['periodo', ['2024M05', '2024m06', '2024-M07'], ['2024-05', '2024-06', '2024-07']],
    ['p', ['1er semestre 2024', '2do semestre 2024'], ['2024-S1', '2024-S2']],
    ['p', ['Primer trimestre de 2024', 'cuarto trimestre 2024'], ['2024-Q1', '2024-Q4']],
    ['p', ['1T24', '2T24'], ['2024-Q1', '2024-Q2']],
    ['p', ['Q1-24', '3Q2024'], ['2024-Q1', '2024-Q3']],
    ['p', ['ene24', 'Dic.98'], ['2024-01', '1998-12']],
    ['p', ['dic-98', 'ene-49', 'ene-50'], ['1998-12', '2049-01', '1950-01']],
    ['p', ['Marz. 2024', 'Sept 2024', 'January 2024'], ['2024-03', '2024-09', '2024-01']],
    ['anio', ['2010/11', '2011/12'], ['2010/11', '2011/12']],
    ['año académico', ['2010-11', '2013-14'], ['2010/11', '2013/14']],
    ['campaña', ['2023-2024'], ['2023/24']],
    ['p', ['1999/2000', '2000/2001'], ['1999/00', '2000/01']],
    ['mes', ['2010/10', '2010/11', '2010/12'], ['2010-10', '2010-11', '2010-12']],
    ['anio', ['2023', '2024 p/'], ['2023', '2024']],
    ['anio', ['2023', '2024*', ''], ['2023', '2024', '']],
    ['p', ['nov-24', 'dic-24 p/'], ['2024-11', '2024-12']],
  ] as const) {
    it(`[REL-13] called «${name}», ${cells.join(', ')} are ${expected.join(', ')}`, async () => {
      expect(await textsOf(name, ...cells)).to.deep.equal(expected);
    });
  }

  it('called a week are none', async () => {
    expect(await textsOf('semana', '1 semana 2024', '2 semana 2024')).to.deep.equal([
      '1 semana 2024',
      '2 semana 2024',
    ]);
  });

  it('a mark behind a year is the status of every number of its row', async () => {
    const table = await fromRows(
      ['anio', 'casos', 'tasa'],
      [
        ['2022', '5', '1.5'],
        ['2023 e/', '6', '1.6'],
        ['2024 (preliminar)', '7', ''],
      ],
    );
    const names = [...columnNamed(table, 'casos', 'number').statuses].map(statusNames);
    expect(names).to.deep.equal([[], ['estimated'], ['provisional']]);
    expect([...columnNamed(table, 'tasa', 'number').statuses].map(statusNames)[2]).to.deep.equal(['missing']);
    const answer = await ask(table, { time: 'anio', value: 'casos' });
    expect([...columnNamed(answer, 'casos', 'number').statuses].map(statusNames)).to.deep.equal(names);
  });

  it('a mark that nobody knows is told where the page takes the column for its time', async () => {
    const table = await fromRows(
      ['anio', 'casos'],
      [
        ['2023', '6'],
        ['2024 1/', '7'],
      ],
    );
    const answer = await ask(table, { time: 'anio', value: 'casos' });
    expect(toRows(answer)).to.deep.equal([
      ['2023', '6'],
      ['2024', '7'],
    ]);
    expect(answer.notices).to.deep.include({ code: 'unknown-status', column: 'anio', value: '1/' });
  });

  it('fiscal years come one after the other', async () => {
    const table = await fromRows(
      ['anio', 'n'],
      [
        ['2011/12', '2'],
        ['2010/11', '1'],
      ],
    );
    expect(toRows(await ask(table, { time: 'anio', value: 'n' }))).to.deep.equal([
      ['2010/11', '1'],
      ['2011/12', '2'],
    ]);
    expect(toRows(await ask(table, { time: 'anio', value: 'n', where: 'anio >= 2011' }))).to.deep.equal([
      ['2011/12', '2'],
    ]);
  });
});

describe('dates that can be read both ways', () => {
  const months = Array.from({ length: 12 }, (_, index) => `${String(index + 1).padStart(2, '0')}/01/2024`);

  it('are days first, as Peru writes, and that is told', async () => {
    const table = await column('fecha', ['05/12/2024', '06/11/2024']);
    expect(toRows(table)).to.deep.equal([['2024-12-05'], ['2024-11-06']]);
    expect(table.notices).to.deep.equal([{ code: 'date-order-assumed', column: 'fecha', value: 'dd/mm' }]);
  });

  it('are the first days of months where only that number changes, and that is told', async () => {
    const table = await column('fecha', months);
    expect(toRows(table).map(([date]) => date?.slice(5))).to.deep.equal(
      months.map((date) => `${date.slice(0, 2)}-01`),
    );
    expect(table.notices).to.deep.equal([{ code: 'date-order-assumed', column: 'fecha', value: 'mm/dd' }]);
  });

  it('are not told where a date proves the order, or both orders give the same', async () => {
    expect(codesOf(await column('fecha', ['05/12/2024', '13/12/2024']))).to.deep.equal([]);
    expect(codesOf(await column('fecha', ['05/05/2024', '06/06/2024']))).to.deep.equal([]);
  });
});
