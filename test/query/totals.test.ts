import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/csv.js';
import { fromRows } from '../../src/table/rows.js';
import { columnNamed } from '../support/make-table.js';
import { readBytes } from '../support/read-text.js';
import { toRows } from '../../src/table/rows.js';
import { describeWith, REAL } from '../support/real-files.js';
import { ask } from '../support/answer.js';
import { answerRows } from '../support/answer-rows.js';

describe('totals and percentages among the rows', () => {
  const ROWS = [
    ['departamento', 'delito', 'n'],
    ['ICA', 'Robo', '1'],
    ['ICA', 'TOTAL', '3'],
    ['NACIONAL', 'Robo', '5'],
    ['PERÚ', 'Hurto', '7'],
  ];

  it('[STAT-04] never enter a sum with the rows that they repeat, and readers are told', async () => {
    const { rows, notices } = await answerRows(ROWS, { value: 'sum(n), count()' });
    expect(rows).to.deep.equal([['1', '1']]);
    expect(notices).to.deep.equal([
      { code: 'totals-left-out', isForReaders: true, column: 'departamento', value: 'NACIONAL', count: 2 },
      { code: 'totals-left-out', isForReaders: true, column: 'delito', value: 'TOTAL', count: 1 },
    ]);
  });

  it('[STAT-10] leave no decimals of theirs to the sums of the others; those that the others have stay', async () => {
    const decimalsOf = async (...cells: string[]): Promise<number> => {
      const rows = cells.map((cell, index) => [
        index === cells.length - 1 ? 'Porcentaje' : `Delito ${index}`,
        cell,
      ]);
      const table = await fromRows(['delito', 'n'], rows);
      return columnNamed(await ask(table, { value: 'sum(n)' }), 'n', 'number').decimals;
    };
    expect(await decimalsOf('1200', '34', '12.5')).to.equal(0);
    expect(await decimalsOf('1200.5', '34', '12.55')).to.equal(1);
    expect(await decimalsOf('1200.5', '34', '12')).to.equal(1);
    expect(await decimalsOf('0.0', '34.0', '12.0')).to.equal(1);
    expect(await decimalsOf('12', 's/d', '12.5')).to.equal(0);
  });

  it('are groups of their own where the question breaks down by them, and told', async () => {
    const { rows, notices } = await answerRows(ROWS, { value: 'sum(n)', by: 'departamento' });
    expect(rows).to.deep.equal([
      ['ICA', '1'],
      ['NACIONAL', '5'],
      ['PERÚ', '7'],
    ]);
    expect(notices.map(({ code, column }) => [code, column])).to.deep.equal([
      ['total-rows', 'departamento'],
      ['totals-left-out', 'delito'],
    ]);
  });

  it('are what there is of a group that has nothing else', async () => {
    const { rows } = await answerRows(
      [
        ['departamento', 'delito', 'n'],
        ['ICA', 'Robo', '1'],
        ['ICA', 'Total', '3'],
        ['LIMA', 'Total', '8'],
      ],
      { value: 'sum(n)', by: 'departamento' },
    );
    expect(rows).to.deep.equal([
      ['ICA', '1'],
      ['LIMA', '8'],
    ]);
  });

  it('are added where the question speaks of their column', async () => {
    const { rows, notices } = await answerRows(ROWS, {
      value: 'sum(n)',
      where: "departamento <> 'x' and delito <> 'x'",
    });
    expect(rows).to.deep.equal([['16']]);
    expect(notices.map(({ code }) => code)).to.deep.equal(['total-rows', 'total-rows']);
  });

  it('are not where somebody comes from, nor a kind of road', async () => {
    const { rows } = await answerRows(
      [
        ['lugar de nacimiento', 'vía', 'n'],
        ['Perú', 'nacional', '1'],
        ['Chile', 'vecinal', '3'],
      ],
      { value: 'sum(n)' },
    );
    expect(rows).to.deep.equal([['4']]);
  });

  it('that the question leaves out, or asks for alone, are not told', async () => {
    const without = await answerRows(ROWS, {
      value: 'sum(n)',
      where: "departamento = 'ICA' and delito <> 'TOTAL'",
    });
    expect(without.rows).to.deep.equal([['1']]);
    expect(without.notices).to.deep.equal([]);
    const alone = await answerRows(ROWS, { value: 'sum(n)', where: "departamento = 'NACIONAL'" });
    expect(alone.notices).to.deep.equal([]);
  });

  it('are not seen in words that only begin alike', async () => {
    const { notices } = await answerRows(
      [
        ['pais', 'tipo', 'n'],
        ['Perú', 'Totalmente quemado', '1'],
        ['Chile', 'Nacionalidad', '3'],
      ],
      { value: 'sum(n)' },
    );
    expect(notices).to.deep.equal([]);
  });
});

describeWith(REAL, 'totals and percentages in a real file', () => {
  it('of Spain are told: the country, the changes among the periods; nothing else of it has no time', async () => {
    const bytes = readFileSync(`${REAL}crime-csv/es-interior-balance-criminalidad-2023-4-municipios.csv`);
    const national = bytes.toString('utf8').match(/^NACIONAL;/gm) ?? [];
    const { table } = await readBytes(source, bytes);
    const told = await ask(table, { time: 'Periodos:', value: 'sum(Total)' });
    expect(told.notices).to.deep.include({
      code: 'total-rows',
      column: 'Periodos:',
      value: 'Variación % 2023/2022',
      count: 28_329 / 3,
    });
    const left = told.notices.filter(({ code }) => code === 'totals-left-out');
    expect(left.map(({ column, value }) => [column, value])).to.deep.equal([
      ['Geografía', 'NACIONAL'],
      ['Tipología penal', 'I. CRIMINALIDAD CONVENCIONAL'],
    ]);
    expect(left[0]?.count).to.equal((national.length / 3) * 2);
    expect(told.notices.map(({ code }) => code)).not.to.include('rows-without-time');
  });

  it('[STAT-04] of Spain, and its numbered subtotals, leave what the source itself gives as the total', async () => {
    const bytes = readFileSync(`${REAL}crime-csv/es-interior-balance-criminalidad-2023-4-municipios.csv`);
    const { table } = await readBytes(source, bytes);
    const asked = { time: 'Periodos:', value: 'sum(Total)' };
    const told = await ask(table, { ...asked, where: "[Geografía] = 'ANDALUCÍA'" });
    expect(toRows(told)).to.deep.equal([
      ['2022', '379133'],
      ['2023', '413493'],
    ]);
    expect(told.notices.map(({ code }) => code)).not.to.include('levels-unconfirmed');
    // Seen by hand: I, II and III of both years, 5 beside 5.1 and 5.2, 7.1 that is within 7.
    expect(told.notices.find(({ code }) => code === 'totals-left-out')?.count).to.equal(2 * 5);
  });
});
