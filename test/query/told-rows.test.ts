import '../support/as-module.js';
import { expect } from 'chai';
import { answerRows } from '../support/answer-rows.js';

describe('rows that have no time', () => {
  it('of a month that nobody can read are told, to the reader as well', async () => {
    const { rows, notices, cautions } = await answerRows(
      [
        ['anio', 'mes', 'n'],
        ['2024', 'Ene', '1'],
        ['2024', 'Marz', '2'],
        ['2024', 'Avril', '4'],
      ],
      { time: 'anio, mes', value: 'n' },
    );
    expect(rows).to.deep.equal([
      ['2024-01', '1'],
      ['2024-03', '2'],
    ]);
    expect(notices).to.deep.equal([
      { code: 'unreadable-period', column: 'mes', value: 'Avril', count: 1, line: 3 },
      { code: 'rows-without-time', isForReaders: true, column: 'anio mes', count: 1, total: 3 },
    ]);
    expect(cautions).to.have.length(1);
    expect(cautions[0]).to.match(/1 filas? sin dato de periodo/);
  });

  it('of months that no year has, or none, are told; a total is told as one', async () => {
    const { rows, notices } = await answerRows(
      [
        ['anio', 'mes', 'n'],
        ['2024', '1', '1'],
        ['2024', '13', '2'],
        ['2024', '0', '4'],
        ['2024', '', '8'],
        ['2024', 'Total', '15'],
      ],
      { time: 'anio, mes', value: 'sum(n)' },
    );
    expect(rows).to.deep.equal([['2024-01', '1']]);
    expect(notices).to.deep.equal([
      { code: 'total-rows', column: 'mes', value: 'Total', count: 1 },
      { code: 'unreadable-period', column: 'mes', value: '13', count: 3, line: 2 },
      { code: 'rows-without-time', isForReaders: true, column: 'anio mes', count: 3, total: 5 },
    ]);
  });

  it('of a date that is blank or not known are told', async () => {
    const { rows, notices, cautions } = await answerRows(
      [
        ['fecha', 'n'],
        ['2024-05-01', '1'],
        ['', '2'],
        ['s/d', '4'],
      ],
      { time: 'year(fecha)', value: 'sum(n)' },
    );
    expect(rows).to.deep.equal([['2024', '1']]);
    expect(notices).to.deep.equal([
      { code: 'rows-without-time', isForReaders: true, column: 'fecha', count: 2, total: 3 },
    ]);
    expect(cautions).to.have.length(1);
  });

  it('are counted by their cells, not by their different words', async () => {
    const { notices } = await answerRows(
      [
        ['cuando', 'n'],
        ['set-24', '1'],
        ['pronto', '2'],
        ['pronto', '3'],
      ],
      { time: 'cuando', value: 'n' },
    );
    expect(notices).to.deep.include({
      code: 'unreadable-period',
      column: 'cuando',
      value: 'pronto',
      count: 2,
      line: 2,
    });
  });
});

describe('words compared with a number', () => {
  const ROWS = [
    ['lugar', 'n'],
    ['a', '1,500'],
    ['b', '90'],
    ['c', 's/d'],
    ['d', 'seis'],
    ['e', 'x'],
    ['f', '1,234.5'],
  ];
  const where = async (condition: string): Promise<string[]> =>
    (await answerRows(ROWS, { where: condition })).rows.map(([place = '']) => place);

  it('are read as numbers, with their thousands', async () => {
    expect(await where('n > 100')).to.deep.equal(['a', 'f']);
    expect(await where('n <= 1500')).to.deep.equal(['a', 'b', 'f']);
    expect(await where('n = 1500')).to.deep.equal(['a']);
    expect(await where('n in (90, 1234.5)')).to.deep.equal(['b', 'f']);
  });

  it('are neither larger, smaller nor other where they say that there is none', async () => {
    expect(await where('n <> 90')).to.deep.equal(['a', 'd', 'f']);
    expect(await where('not (n > 100)')).to.deep.equal(['b']);
    expect(await where('n is not null')).to.deep.equal(['a', 'b', 'd', 'f']);
    expect(await where('n is null')).to.deep.equal(['c', 'e']);
  });

  it('are read in the notation of their file', async () => {
    const rows = [
      ['tasa', 'n'],
      ['1,5', '1.500'],
      ['2,5', 'pocos'],
    ];
    expect((await answerRows(rows, { where: 'n >= 1000', value: 'tasa' })).rows).to.deep.equal([['1.5']]);
  });

  it('keep their letters where they are words: only what no word is says that there is none', async () => {
    const rows = [
      ['tipo', 'n'],
      ['C', '1'],
      ['NE', '2'],
      ['s/d', '4'],
      ['N', '8'],
    ];
    expect((await answerRows(rows, { where: 'tipo is not null', value: 'sum(n)' })).rows).to.deep.equal([
      ['11'],
    ]);
    expect((await answerRows(rows, { value: 'count(tipo)' })).rows).to.deep.equal([['3']]);
    expect((await answerRows(rows, { where: "tipo = 's/d'", value: 'sum(n)' })).rows).to.deep.equal([['4']]);
  });
});
