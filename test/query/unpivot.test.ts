import { expect } from 'chai';
import { unpivot } from '../../src/query/unpivot.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const WIDE = [
  ['Año', 'Lugar', 'Enero', 'Febrero', 'Marzo'],
  ['2024', 'Ica', '1', '2', ''],
  ['2024', 'Lima', '3', '', ''],
];
const wide = ([names = [], ...rows]: readonly (readonly string[])[] = WIDE): Promise<Table> =>
  fromRows(names, rows);

describe('a wide table made long', () => {
  it('has one row a month, and a month that has not happened stays missing', async () => {
    const long = unpivot(await wide(), 'Enero..Marzo as mes, casos');
    expect(toRows(long)).to.deep.equal([
      ['2024', 'Ica', 'Enero', '1'],
      ['2024', 'Ica', 'Febrero', '2'],
      ['2024', 'Ica', 'Marzo', ''],
      ['2024', 'Lima', 'Enero', '3'],
      ['2024', 'Lima', 'Febrero', ''],
      ['2024', 'Lima', 'Marzo', ''],
    ]);
    const answer = await ask(long, { time: 'Año, mes', value: 'sum(casos)' });
    expect(toRows(answer)).to.deep.equal([
      ['2024-01', '4', '', ''],
      ['2024-02', '2', '1', '2'],
      ['2024-03', '', '', ''],
    ]);
    const { statuses } = columnNamed(answer, 'casos', 'number');
    expect([...statuses].map(statusNames)).to.deep.equal([[], ['incomplete'], ['missing']]);
  });

  it('may be of some columns only, in any order, ranges and names together', async () => {
    const long = unpivot(await wide(), 'Marzo, Enero as mes, casos');
    expect(toRows(long).slice(0, 2)).to.deep.equal([
      ['2024', 'Ica', '2', 'Enero', '1'],
      ['2024', 'Ica', '2', 'Marzo', ''],
    ]);
    expect(unpivot(await wide(), 'Enero..Febrero, Marzo como mes, casos')).to.have.length(6);
  });

  it('of years has years, their marks, and what stands around them taken off', async () => {
    const years = await wide([
      ['lugar', '2023', '2024 p/'],
      ['Ica', '5', '6'],
    ]);
    const long = unpivot(years, '2023..2024 p/ as anio, casos');
    expect(columnNamed(long, 'anio', 'period').periods.map(({ text }) => text)).to.deep.equal([
      '2023',
      '2024',
    ]);
    expect([...columnNamed(long, 'casos', 'number').statuses].map(statusNames)).to.deep.equal([
      [],
      ['provisional'],
    ]);
    const named = await wide([
      ['lugar', 'Casos 2023', 'Casos 2024'],
      ['Ica', '5', '6'],
    ]);
    expect(toRows(unpivot(named, '"Casos 2023".."Casos 2024" as anio, casos'))).to.deep.equal([
      ['Ica', '2023', '5'],
      ['Ica', '2024', '6'],
    ]);
  });

  it('keeps words where the cells are words, and reads single words beside numbers as missing, told', async () => {
    const words = await wide([
      ['lugar', 'a', 'b'],
      ['Ica', 'alto', 'bajo'],
    ]);
    expect(toRows(unpivot(words, 'a..b as tipo, nivel'))).to.deep.equal([
      ['Ica', 'a', 'alto'],
      ['Ica', 'b', 'bajo'],
    ]);
    const mixed = await wide([
      ['lugar', 'a', 'b'],
      ['Ica', '5', 'seis'],
    ]);
    const long = unpivot(mixed, 'a..b as tipo, n');
    expect(toRows(long).map(([, , n]) => n)).to.deep.equal(['5', '']);
    expect(long.notices.map(({ code }) => code)).to.deep.equal(['unreadable-number']);
  });

  for (const text of [
    'Enero..Marzo',
    'Enero as mes',
    'Enero as a, a',
    'Enero as Lugar, n',
    'Marzo..Enero as a, b',
    'as a, b',
  ]) {
    it(`is refused where it says «${text}»`, async () => {
      const table = await wide();
      const { code, details } = await thrownBy(() => unpivot(table, text));
      expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', 'unpivot', text]);
    });
  }

  it('names the columns that there are where one is not there', async () => {
    const table = await wide();
    const { code, details } = await thrownBy(() => unpivot(table, 'Enero..Abril as mes, n'));
    expect([code, details.attribute, details.value]).to.deep.equal(['missing-column', 'unpivot', 'Abril']);
    expect(details.expected).to.include('Marzo');
  });

  it('[SEC-10] takes any name for a name', async () => {
    const table = await wide([
      ['__proto__', 'constructor', 'toString'],
      ['1', '2', '3'],
    ]);
    expect(toRows(unpivot(table, 'constructor..toString as __proto__x, valueOf'))).to.deep.equal([
      ['1', 'constructor', '2'],
      ['1', 'toString', '3'],
    ]);
  });
});
