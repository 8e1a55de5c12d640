import { expect } from 'chai';
import { numberedLevels } from '../../src/query/numbered-levels.js';
import { totalsAmong } from '../../src/widgets/bars/totals-among.js';
import { fromRows } from '../../src/table/rows.js';
import { findColumn } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { answerRows } from '../support/answer-rows.js';
import { numbers, tableOf, texts } from '../support/make-table.js';
import { rowsOf, type Kinds } from '../support/rows-of-kinds.js';

const OFFENCES: Kinds = {
  'I. CONVENCIONAL': [151, 94],
  '1. Homicidio': [21, 14],
  '2. Sexuales': [60, 45],
  '2.1.-Violación': [20, 15],
  '2.2.-Otros': [40, 30],
  '3. Hurto': [70, 35],
  '3.1.-En domicilios': [30, 12],
  'II. CIBER': [90, 71],
  '4.-Estafa': [50, 51],
  '5.-Otros': [40, 20],
};
/** What the two heads add up to. */
const ALL = 151 + 94 + 90 + 71;

describe('numbered subtotals among the rows', () => {
  it('[STAT-04] never enter a sum with their parts, and readers are told', async () => {
    const { rows, notices, cautions } = await answerRows(rowsOf(OFFENCES), { value: 'sum(n)' });
    expect(rows).to.deep.equal([[String(ALL)]]);
    expect(notices).to.deep.equal([
      { code: 'totals-left-out', isForReaders: true, column: 'delito', value: 'I. CONVENCIONAL', count: 8 },
    ]);
    expect(cautions).to.deep.equal(['Sin contar 8 filas que repiten a otras, como los totales.']);
  });

  it('are left out together with the total of all, which shows what they are part of', async () => {
    const rows = rowsOf({
      TOTAL: [100, 80],
      '1. Robo': [70, 50],
      '1.1 De vehículo': [20, 30],
      '2. Hurto': [30, 30],
    });
    expect((await answerRows(rows, { value: 'sum(n)' })).rows).to.deep.equal([['180']]);
  });

  it('are not looked for below a question that speaks of their column', async () => {
    const named = await answerRows(rowsOf(OFFENCES), {
      value: 'sum(n)',
      where: "delito = '2. Sexuales' or delito = '2.1.-Violación'",
    });
    expect(named.rows).to.deep.equal([[String(60 + 45 + 20 + 15)]]);
    expect(named.notices.map(({ code }) => code)).to.deep.equal([]);
  });

  it('are no rows to count either', async () => {
    const { rows } = await answerRows(rowsOf(OFFENCES), { value: 'count()' });
    expect(rows).to.deep.equal([['12']]);
  });

  it('are told by all rows of the source, also where the question takes few', async () => {
    for (const where of ["lugar = 'Lugar 1'", 'n > 20']) {
      const { rows } = await answerRows(rowsOf(OFFENCES), { value: 'sum(n)', where });
      const parts = ['1. Homicidio', '2.1.-Violación', '2.2.-Otros', '3. Hurto', '4.-Estafa', '5.-Otros'];
      const kept = parts.flatMap((kind) =>
        (OFFENCES[kind] ?? []).filter((value, place) => (where.startsWith('n') ? value > 20 : place === 0)),
      );
      expect(rows, where).to.deep.equal([[String(kept.reduce((sum, value) => sum + value))]]);
    }
  });

  it('are told by codes with zeros, by letters, and by codes that have labels', async () => {
    const codes = {
      '01 Muertes': [310, 205],
      '0101 Homicidio': [200, 105],
      '01011 Con arma': [150, 65],
      '01012 Sin arma': [50, 40],
      '0102 Tentativa': [110, 100],
      '02 Daños': [50, 60],
    };
    expect((await answerRows(rowsOf(codes), { value: 'sum(n)' })).rows).to.deep.equal([['625']]);
    const letters = {
      'A. Personas': [310, 205],
      '01 Homicidio': [200, 105],
      '02 Lesiones': [110, 100],
      'B. Patrimonio': [500, 702],
      '03 Robo': [300, 401],
      '04 Hurto': [200, 301],
    };
    expect((await answerRows(rowsOf(letters), { value: 'sum(n)' })).rows).to.deep.equal([['1717']]);
    const labelled = tableOf(
      texts('delito', ['1', '1.1', '1.2'], { wordLabels: ['Muertes', 'Homicidio', 'Otras'] }),
      numbers('n', [4120, 4000, 120]),
    );
    expect(numberedLevels(labelled).map(({ repeats }) => [...repeats])).to.deep.equal([['1']]);
  });

  it('stay where a group has none of their parts', async () => {
    const rows = [...rowsOf(OFFENCES), ['Lugar 3', 'I. CONVENCIONAL', '1000']];
    expect((await answerRows(rows, { value: 'sum(n)' })).rows).to.deep.equal([[String(ALL + 1000)]]);
  });

  it('leave a sum incomplete where a part is hidden, as words for totals do', async () => {
    const rows = [
      ...rowsOf(OFFENCES),
      ['Lugar 3', '2. Sexuales', '50'],
      ['Lugar 3', '2.1.-Violación', '***'],
      ['Lugar 3', '2.2.-Otros', '48'],
    ];
    const answer = await ask(await fromRows(rows[0] ?? [], rows.slice(1)), { value: 'sum(n)' });
    const sum = findColumn(answer, 'n');
    expect(sum?.kind === 'number' && [...sum.values]).to.deep.equal([ALL + 48]);
    expect(sum?.kind === 'number' && sum.statuses[0]).to.be.greaterThan(0);
  });

  it('are known by either spelling, and whatever the order of rows', async () => {
    const [names = [], ...rows] = rowsOf({ ...OFFENCES, '2. Delitos sexuales': [0, 0] });
    const odd = rows.filter((_, row) => row % 2).concat(rows.filter((_, row) => row % 2 === 0).reverse());
    expect((await answerRows([names, ...odd], { value: 'sum(n)' })).rows).to.deep.equal([[String(ALL)]]);
  });

  it('are told beside the names of codes, and beside a number for each row', async () => {
    const [, ...rows] = rowsOf(OFFENCES);
    const wide = rows.map((row, index) => [...row, `fila ${index}`, `nombre de ${row[1]}`]);
    const table = [['lugar', 'delito', 'n', 'id', 'nombre'], ...wide];
    expect((await answerRows(table, { value: 'sum(n)' })).rows).to.deep.equal([[String(ALL)]]);
  });
});

describe('numbers that may be levels, and are not seen to be', () => {
  it('are added, and the owner is told which, where the values contradict them', async () => {
    const rows = rowsOf({ '1. Robo': [100, 90], '1.1 De vehículo': [120, 80], '2. Hurto': [7, 8] });
    const { rows: sums, notices } = await answerRows(rows, { value: 'sum(n)' });
    expect(sums).to.deep.equal([['405']]);
    expect(notices).to.deep.equal([
      { code: 'levels-unconfirmed', column: 'delito', value: '1. Robo', expected: ['1.1 De vehículo'] },
    ]);
  });

  it('are added where the parts are not all listed and nothing shows what they are part of', async () => {
    const rows = rowsOf({ '7. Robo': [1000, 900], '7.1 En domicilios': [600, 300], '8. Hurto': [10, 20] });
    const { rows: sums, notices } = await answerRows(rows, { value: 'sum(n)' });
    expect(sums).to.deep.equal([['2830']]);
    expect(notices.map(({ code }) => code)).to.deep.equal(['levels-unconfirmed']);
  });

  it('are added where a few small figures may add up by luck', async () => {
    const few = rowsOf({ '1. Robo': [3, 2], '1.1 De vehículo': [2, 1], '1.2 De otra cosa': [1, 1] });
    const { rows, notices } = await answerRows(few, { value: 'sum(n)' });
    expect(rows).to.deep.equal([['10']]);
    expect(notices.map(({ code }) => code)).to.deep.equal(['levels-unconfirmed']);
    const repeated = rowsOf({
      '1. Robo': Array.from({ length: 30 }, () => 100),
      '1.1 De vehículo': Array.from({ length: 30 }, () => 100),
    });
    expect((await answerRows(repeated, { value: 'sum(n)' })).rows).to.deep.equal([['6000']]);
  });

  it('are not told where no group has both', async () => {
    const rows = [
      ['anio', 'delito', 'n'],
      ['2015', '1. Robo', '500'],
      ['2016', '1.1 De vehículo', '300'],
      ['2016', '1.2 De otra cosa', '200'],
    ];
    const { rows: sums, notices } = await answerRows(rows, { value: 'sum(n)', time: 'anio' });
    expect(sums.map(([, sum]) => sum)).to.deep.equal(['500', '500']);
    expect(notices.map(({ code }) => code)).not.to.include('levels-unconfirmed');
  });

  it('are none in a list that only counts, even where its first is as many as the tenth and those after', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `${index + 1} Delito ${'abcdefghijkl'[index]}`);
    const kinds = Object.fromEntries(words.map((word, index) => [word, [1000 + index, 2000 + index]]));
    const rows = rowsOf({ ...kinds, '1 Delito a': [3030, 6030] });
    const sum =
      Object.values(kinds)
        .flat()
        .reduce((total, value) => total + value, 0) +
      2030 +
      4030;
    expect((await answerRows(rows, { value: 'sum(n)' })).rows).to.deep.equal([[String(sum)]]);
  });

  it('are none in lists that only count, in ages and in places', async () => {
    const lists: [column: string, words: string[]][] = [
      ['delito', Array.from({ length: 12 }, (_, index) => `${index + 1}. Delito ${'abcdefghijkl'[index]}`)],
      ['delito', Array.from({ length: 12 }, (_, index) => `${index + 1} Delito ${'abcdefghijkl'[index]}`)],
      ['edad', ['0 a 4 años', '5 a 9 años', '10 a 14 años', '50 a 54 años']],
      ['edad', ['0 - 4', '1 - 4', '10 - 14', '5 y más']],
      ['zona', ['Zona 1', 'Zona 1.1', 'Zona 1.2']],
      ['zona', ['A. Pérez', 'E-mail', 'V. Huertas']],
      ['distrito', ['1. Lima', '1.1 Norte', '1.2 Sur']],
    ];
    for (const [column, words] of lists) {
      const kinds = Object.fromEntries(words.map((word, index) => [word, [100 + index * 37, 900 - index]]));
      const sum = Object.values(kinds)
        .flat()
        .reduce((total, value) => total + value);
      const { rows, notices } = await answerRows(rowsOf(kinds, column), { value: 'sum(n)' });
      expect([rows, notices], words[0]).to.deep.equal([[[String(sum)]], []]);
    }
  });
});

describe('numbered subtotals that a question breaks down by', () => {
  it('are groups of their own, told to the owner, and have no place among their parts', async () => {
    for (const value of ['sum(n)', 'n']) {
      const [names = [], ...all] = rowsOf(OFFENCES);
      const first = all.filter(([place]) => place === 'Lugar 1');
      const rows =
        value === 'n' ? first.map(([place = '', kind = '', n = '']) => [place, kind, `${n}000`]) : all;
      const answer = await ask(await fromRows(names, rows), { value, by: 'delito' });
      const column = findColumn(answer, 'delito');
      const isTotal = totalsAmong([column]);
      const totals = column?.kind === 'text' ? column.words.filter((_, row) => isTotal(row)) : [];
      expect(answer.length).to.equal(10);
      expect(totals, value).to.have.members([
        'I. CONVENCIONAL',
        '2. Sexuales',
        '3.1.-En domicilios',
        'II. CIBER',
      ]);
      if (value === 'n') continue;
      expect(answer.notices).to.deep.equal([
        { code: 'total-rows', column: 'delito', value: 'I. CONVENCIONAL', count: 8 },
      ]);
    }
  });

  it('do not tell a part that is hidden: another of the same whole is hidden too', async () => {
    const big = rowsOf({
      '1. Robo': [2031],
      '1.1 A': [2],
      '1.2 B': [1009],
      '1.3 C': [1020],
      '2. Hurto': [5],
      '3. Estafa': [6],
    });
    const answer = await answerRows(big, { value: 'sum(n)', by: 'delito', suppressUnder: '3' });
    const hidden = answer.rows.filter(([, value]) => value === '').map(([kind]) => kind);
    expect(hidden).to.include('1.1 A');
    expect(hidden.some((kind) => kind === '1.2 B' || kind === '1.3 C' || kind === '1. Robo')).to.equal(true);
  });
});
