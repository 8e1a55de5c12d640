import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { toSeries } from '../../src/query/series.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { toJson } from '../../src/table/to-json.js';
import { writtenColumns } from '../../src/table/to-csv.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { ask } from '../support/answer.js';
import { answerRows } from '../support/answer-rows.js';
import { columnNamed, statuses } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

type Rows = readonly (readonly string[])[];

/** The answer's rows as one line of text each, what is hidden as nothing. */
async function shown(rows: Rows, asked: Partial<Question>): Promise<string[]> {
  const answer = await answerRows(rows, { suppressUnder: '3', value: 'sum(n)', ...asked });
  return answer.rows.map((row) => row.join(' '));
}

const ONE_WAY = [
  ['lugar', 'n'],
  ['A', '1'],
  ['B', '10'],
  ['C', '4'],
  ['D', '0'],
];

const TWO_WAY = [
  ['lugar', 'sexo', 'n'],
  ...[
    ['A', '1', '10'],
    ['B', '4', '6'],
    ['C', '9', '7'],
  ].flatMap(([lugar = '', h = '', m = '']) => [
    [lugar, 'h', h],
    [lugar, 'm', m],
  ]),
];

describe('small counts that are hidden', () => {
  it('[STAT-09] leave zero as zero, and hide the next smallest, by which their total would tell them', async () => {
    expect(await shown(ONE_WAY, { by: 'lugar' })).to.deep.equal(['A ', 'B 10', 'C ', 'D 0']);
  });

  it('[STAT-09] hide nothing where every count is large enough', async () => {
    const large = ONE_WAY.filter(([, n]) => n !== '1');
    const { rows, cautions } = await answerRows(large, { value: 'n', suppressUnder: '3' });
    expect(rows.flat()).to.not.include('');
    expect(cautions).to.deep.equal([]);
  });

  it('[STAT-09] are hidden in blocks, where both lines that they are in have totals', async () => {
    expect(await shown(TWO_WAY, { by: 'lugar, sexo' })).to.deep.equal([
      'A h ',
      'A m ',
      'B h ',
      'B m ',
      'C h 9',
      'C m 7',
    ]);
  });

  it('[STAT-09] are hidden as they are in the part of a total, in the total that a large part would tell', async () => {
    const rows = [
      ['ubigeo', 'n'],
      ['13', '30'],
      ['1301', '2'],
      ['1302', '28'],
      ['130101', '2'],
      ['130102', '0'],
      ['130201', '20'],
      ['130202', '8'],
      ['14', '9'],
    ];
    // The province of 2 is 30 less 28, and that is 20 and 8.
    expect(await shown(rows, { by: 'ubigeo' })).to.deep.equal([
      '13 30',
      '1301 ',
      '1302 ',
      '130101 ',
      '130102 0',
      '130201 20',
      '130202 ',
      '14 9',
    ]);
  });

  it('[STAT-09] take the total with them where nothing else in their line can be hidden', async () => {
    const rows = [
      ['lugar', 'n'],
      ['A', '1'],
      ['B', '1'],
      ['C', '1'],
      ['Total', '3'],
    ];
    expect(await shown(rows, { by: 'lugar' })).to.deep.equal(['A ', 'B ', 'C ', 'Total ']);
  });

  it('[STAT-09] are looked for in each period apart, and among months where their year is shown', async () => {
    const months = [
      ['mes', 'n'],
      ['2024-01', '2'],
      ['2024-02', '7'],
      ['2024-03', '5'],
    ];
    expect(await shown(months, { time: 'mes', value: 'n' })).to.deep.equal([
      '2024-01 ',
      '2024-02 7',
      '2024-03 5',
    ]);
    const withYear = [...months, ['2024', '14']];
    expect(await shown(withYear, { time: 'mes', value: 'n' })).to.have.members([
      '2024-01 ',
      '2024-02 7',
      '2024-03 ',
      '2024 14',
    ]);
  });

  it('[STAT-09] have no rate, no count beside it, no interval and no other measure either', async () => {
    const table = await fromRows(
      ['lugar', 'n', 'pob', 'tasa'],
      [
        ['A', 2, 1000, 2.5],
        ['B', 40, 1000, 40.5],
        ['C', 30, 1000, 30.5],
      ],
    );
    const answer = await ask(table, {
      value: 'sum(n), sum(pob)',
      by: 'lugar',
      per: '1000 of sum(pob)',
      interval: '95',
      suppressUnder: '3',
    });
    const [small, large, next] = toRows(answer);
    expect(small?.slice(1).join('')).to.equal('');
    expect(next?.slice(1).join('')).to.equal('');
    expect(large?.slice(1, 3)).to.deep.equal(['40', '1000']);
    for (const column of answer.columns.slice(1))
      if (column.kind === 'number') expect(column.statuses[0], column.name).to.equal(statuses('suppressed'));
    const bare = await ask(table, { value: 'n, tasa', by: 'lugar', suppressUnder: '3' });
    expect(toRows(bare).map((row) => row.join(' '))).to.deep.equal(['A  ', 'B 40 40.5', 'C  ']);
  });

  it('[STAT-09] are gone from every series and every file', async () => {
    const table = await fromRows(
      ['anio', 'lugar', 'n'],
      ['2023', '2024'].flatMap((anio) => [
        [anio, 'A', anio === '2024' ? 2 : 600],
        [anio, 'B', 700],
        [anio, 'C', 900],
      ]),
    );
    const answer = await ask(table, { value: 'sum(n)', time: 'anio', by: 'lugar', suppressUnder: '3' });
    const [a] = toSeries(answer);
    expect(a?.observations.map(({ value }) => value)).to.deep.equal([600, NaN]);
    const files = [
      toJson(answer, (name) => `${name}_estado`, statusSymbols),
      writtenColumns(answer, (name) => `${name}_estado`, statusSymbols)
        .map(({ cell }) => Array.from({ length: answer.length }, (_, row) => cell(row)).join(';'))
        .join('\n'),
    ];
    for (const file of files) {
      expect(file).to.match(/[";]c[";]/);
      expect(file).to.not.match(/[;:]2[;,}]/);
    }
  });

  it('[STAT-09] are told to readers with the limit, and to the owner of the page with what it does not do', async () => {
    const { cautions, notices } = await answerRows(ONE_WAY, {
      value: 'sum(n)',
      by: 'lugar',
      suppressUnder: '3',
    });
    expect(cautions).to.deep.equal([
      'Los valores de 1 a 2 se ocultan para proteger a las personas; también alguno más, si permitiría calcularlos.',
    ]);
    expect(notices).to.deep.equal([
      { code: 'small-counts-hidden', isForReaders: true, value: '2', count: 2 },
    ]);
  });

  it('[STAT-09] of part of a year are hidden with it, and where only the rest of it is small', async () => {
    const table = await fromRows(
      ['mes', 'n'],
      ['2023-01', '2023-02', '2023-03', '2024-01', '2024-02'].map((mes, index) => [
        mes,
        [9, 8, 2, 9, 9][index] ?? 0,
      ]),
    );
    const answer = await ask(table, {
      value: 'sum(n)',
      time: 'year(mes)',
      completeThrough: '2024-02',
      suppressUnder: '3',
      compared: true,
    });
    const before = columnNamed(answer, 'year before to date (n)', 'number');
    // The year before has 19 and its first two months 17: in March there were 2.
    expect([...before.values]).to.deep.equal([NaN, NaN]);
    expect(before.statuses[1]).to.equal(statuses('suppressed'));
    expect([...columnNamed(answer, 'n', 'number').values]).to.deep.equal([19, 18]);
  });

  it('are refused where the limit is no such number, or nothing is counted', async () => {
    const table = await fromRows(['lugar', 'n', 'tasa'], [['A', 1, 2.5]]);
    const failing = async (asked: Partial<Question>): Promise<unknown> =>
      (await thrownBy(() => ask(table, asked))).details;
    for (const suppressUnder of ['tres', '1', '0', '1000', '2.5'])
      expect(await failing({ value: 'n', suppressUnder })).to.deep.equal({
        attribute: 'suppress-under',
        value: suppressUnder,
        expected: ['3', '5', '10'],
      });
    for (const value of ['tasa', 'avg(n)', 'sum(n), max(n)', ''])
      expect(await failing({ value, by: 'lugar', suppressUnder: '3' })).to.have.property(
        'attribute',
        'suppress-under',
      );
  });

  it('[STAT-09] let other work of the page go on while what hides many of them is looked for', async () => {
    const places = Array.from({ length: 1200 }, (_, place) => String(10_001 + place));
    const months = Array.from(
      { length: 48 },
      (_, month) => `${2020 + Math.floor(month / 12)}-${1 + (month % 12)}`,
    );
    const rows = places.flatMap((place, p) => months.map((month, m) => [place, month, (p * 7 + m * 5) % 13]));
    const table = await fromRows(['lugar', 'mes', 'n'], rows);
    const asked = { value: 'sum(n)', time: 'month(mes)', by: 'lugar', suppressUnder: '5' };
    // Once for the code to be there: waiting for it is no work.
    await ask(table, asked);
    let others = 0;
    const timer = setInterval(() => others++);
    await ask(table, asked);
    clearInterval(timer);
    expect(others).to.be.above(3);
  });
});
