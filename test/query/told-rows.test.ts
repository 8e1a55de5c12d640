import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/csv.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { Notice } from '../../src/table/notice.js';
import type { Question } from '../../src/engine/engine.js';
import { allWords } from '../support/all-words.js';
import { makeFrame } from '../../src/widgets/figure/frame-model.js';
import { readBytes } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';
import { answerOf, ask, UNSAID } from '../support/answer.js';

async function answer(
  [names, ...rows]: readonly (readonly string[])[],
  asked: Partial<Question>,
): Promise<{ rows: string[][]; notices: readonly Notice[]; cautions: readonly string[] }> {
  const table = await ask(await fromRows(names ?? [], rows), asked);
  const frame = makeFrame(answerOf(table), UNSAID, allWords(), {});
  return { rows: toRows(table), notices: table.notices, cautions: frame.cautions };
}

describe('rows that have no time', () => {
  it('of a month that nobody can read are told, to the reader as well', async () => {
    const { rows, notices, cautions } = await answer(
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
    const { rows, notices } = await answer(
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
    const { rows, notices, cautions } = await answer(
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
    const { notices } = await answer(
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

describe('totals and percentages among the rows', () => {
  const ROWS = [
    ['departamento', 'delito', 'n'],
    ['ICA', 'Robo', '1'],
    ['ICA', 'TOTAL', '3'],
    ['NACIONAL', 'Robo', '5'],
    ['PERÚ', 'Hurto', '7'],
  ];

  it('are added as any other, and told with their column and word', async () => {
    const { rows, notices } = await answer(ROWS, { value: 'sum(n)' });
    expect(rows).to.deep.equal([['16']]);
    expect(notices).to.deep.equal([
      { code: 'total-rows', column: 'departamento', value: 'NACIONAL', count: 2 },
      { code: 'total-rows', column: 'delito', value: 'TOTAL', count: 1 },
    ]);
  });

  it('that the question leaves out, or asks for alone, are not told', async () => {
    const without = await answer(ROWS, {
      value: 'sum(n)',
      where: "departamento = 'ICA' and delito <> 'TOTAL'",
    });
    expect(without.rows).to.deep.equal([['1']]);
    expect(without.notices).to.deep.equal([]);
    const alone = await answer(ROWS, { value: 'sum(n)', where: "departamento = 'NACIONAL'" });
    expect(alone.notices).to.deep.equal([]);
  });

  it('are not seen in words that only begin alike', async () => {
    const { notices } = await answer(
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
    expect(told.notices).to.deep.include.members([
      { code: 'total-rows', column: 'Geografía', value: 'NACIONAL', count: national.length },
    ]);
    expect(told.notices.map(({ code }) => code)).not.to.include('rows-without-time');
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
    (await answer(ROWS, { where: condition })).rows.map(([place = '']) => place);

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
    expect((await answer(rows, { where: 'n >= 1000', value: 'tasa' })).rows).to.deep.equal([['1.5']]);
  });

  it('keep their letters where they are words: only what no word is says that there is none', async () => {
    const rows = [
      ['tipo', 'n'],
      ['C', '1'],
      ['NE', '2'],
      ['s/d', '4'],
      ['N', '8'],
    ];
    expect((await answer(rows, { where: 'tipo is not null', value: 'sum(n)' })).rows).to.deep.equal([['11']]);
    expect((await answer(rows, { value: 'count(tipo)' })).rows).to.deep.equal([['3']]);
    expect((await answer(rows, { where: "tipo = 's/d'", value: 'sum(n)' })).rows).to.deep.equal([['4']]);
  });
});
