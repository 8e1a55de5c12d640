import { expect } from 'chai';
import { fromRows } from '../../src/table/rows.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const CELLS = [
  ['10', ''],
  ['20', 'p'],
  ['30', 'b, e'],
  ['40', 'c'],
  ['', 'z'],
  ['', 'p'],
  ['s/d', ''],
  ['0', 'A'],
  ['50', 'xyz'],
];
const file = (): Promise<Table> => fromRows(['casos', 'estado'], CELLS);

const named = (table: Table, name = 'casos'): string[] =>
  Array.from(columnNamed(table, name, 'number').statuses, (set) => statusNames(set).join(' '));

describe('a column of statuses', () => {
  it('[STAT-08] says of each value what it is', async () => {
    const answer = await ask(await file(), { value: 'casos', status: 'estado' });
    expect(named(answer)).to.deep.equal([
      '',
      'provisional',
      'estimated break',
      'suppressed',
      'notApplicable',
      'missing',
      'missing',
      '',
      '',
    ]);
  });

  it('[STAT-08] takes away the value that it says is hidden', async () => {
    const answer = await ask(await file(), { value: 'casos', status: 'estado' });
    expect([...columnNamed(answer, 'casos', 'number').values]).to.deep.equal([
      10,
      20,
      30,
      NaN,
      NaN,
      NaN,
      NaN,
      0,
      50,
    ]);
  });

  it('tells a status that is not known, and shows the value as normal', async () => {
    const { notices } = await ask(await file(), { value: 'casos', status: 'estado' });
    expect(notices).to.deep.equal([{ code: 'unknown-status', column: 'estado', value: 'xyz' }]);
  });

  it('is kept by the sum of its rows', async () => {
    const table = await fromRows(
      ['lugar', 'casos', 'estado'],
      [
        ['a', '1', 'p'],
        ['a', '2', ''],
        ['b', '3', ''],
        ['b', '4', 'c'],
        ['c', '5', ''],
      ],
    );
    const answer = await ask(table, { value: 'sum(casos)', by: 'lugar', status: 'estado' });
    expect(named(answer)).to.deep.equal(['provisional', 'incomplete', '']);
    expect([...columnNamed(answer, 'casos', 'number').values]).to.deep.equal([3, 3, 5]);
  });

  for (const value of ['count()', 'count(delito)', 'count(fecha)'] as const) {
    it(`[STAT-08] is kept by ${value} of its rows; one whose value is hidden is counted as any other`, async () => {
      const table = await fromRows(
        ['lugar', 'delito', 'fecha', 'estado'],
        [
          ['a', 'robo', '2024-01-02', 'p'],
          ['a', 'hurto', '2024-01-03', ''],
          ['b', 'robo', '2024-01-02', 'c'],
          ['b', 'robo', '2024-01-05', 'b, e'],
          ['c', 'robo', '2024-01-02', 'c'],
          ['d', 'robo', '2024-01-02', ''],
        ],
      );
      const asked = { value, by: 'lugar', status: 'estado' };
      const answer = await ask(table, asked);
      const name = value === 'count()' ? value : value.slice(6, -1);
      expect(named(answer, name)).to.deep.equal(['provisional', 'estimated break', '', '']);
      expect([...columnNamed(answer, name, 'number').values]).to.deep.equal([2, 2, 1, 1]);
      expect(answer.columns.map((column) => column.name)).to.deep.equal(['lugar', name]);
    });
  }

  it('[STAT-08] is kept by a rate of the rows that are counted', async () => {
    const cells = Array.from({ length: 30 }, (_, row) => ['1', row === 7 ? 'p' : '']);
    const table = await fromRows(['casos', 'estado'], cells);
    const answer = await ask(table, { value: 'sum(casos)', per: '100 of count()', status: 'estado' });
    expect(named(answer)).to.deep.equal(['provisional']);
    const counts = await ask(table, { value: 'count()', per: '100 of sum(casos)', status: 'estado' });
    expect(named(counts, 'count()')).to.deep.equal(['provisional']);
  });

  it('changes no column that is not measured', async () => {
    const table = await fromRows(['casos', 'edad', 'estado'], [['1', '30', 'c']]);
    const answer = await ask(table, { value: 'casos', status: 'estado' });
    expect(answer.columns.map(({ name }) => name)).to.deep.equal(['casos']);
    const both = await ask(table, { value: 'casos, edad', status: 'estado' });
    expect(named(both, 'edad')).to.deep.equal(['suppressed']);
  });

  it('that is not there is an error of its attribute', async () => {
    const { code, details } = await thrownBy(async () =>
      ask(await file(), { value: 'casos', status: 'situación' }),
    );
    expect([code, details.attribute, details.value]).to.deep.equal(['missing-column', 'status', 'situación']);
  });

  it('is read also where the page writes the measure with other capitals', async () => {
    const answer = await ask(await file(), { value: 'CASOS', status: 'estado' });
    expect(named(answer)[3]).to.equal('suppressed');
  });

  it('[STAT-08] holds for every column of numbers where the page names none, but for the month', async () => {
    const table = await fromRows(
      ['anio', 'mes', 'casos', 'heridos', 'estado'],
      [
        ['2024', '1', '5', '6', 'c'],
        ['2024', '2', '7', '8', 'p'],
      ],
    );
    const answer = await ask(table, { time: 'anio, mes', status: 'estado', provisionalFrom: '2024' });
    expect(named(answer, 'mes')).to.deep.equal(['', '']);
    expect(named(answer, 'casos')).to.deep.equal(['suppressed', 'provisional']);
    expect(named(answer, 'heridos')).to.deep.equal(['suppressed', 'provisional']);
  });
});
