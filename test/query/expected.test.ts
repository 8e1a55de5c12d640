import { expect } from 'chai';
import { checkExpected } from '../../src/query/expected/check-expected.js';
import type { Notice } from '../../src/table/notice.js';
import { makeTable, type Table } from '../../src/table/table.js';
import { numbers, periods, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

/** 2026-11-26 */
const TODAY = 20_783;

const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024'];
const sound = makeTable(6, [
  periods('anio', YEARS),
  numbers('hurto', [210, 180, 195, 220, 240, 230]),
  numbers('robo', [90, 80, 95, 100, 110, 120]),
  numbers('total', [300, 260, 290, 320, 350, 350]),
  numbers('tasa', [7.7, 6.2, 6.9, 7.5, 8.1, 8.2], { decimals: 1, unit: 'por 100 mil' }),
]);

/** The same table, with this column in place of the one of its name. */
const withColumn = (column: Table['columns'][number]): Table =>
  makeTable(
    sound.length,
    sound.columns.map((each) => (each.name === column.name ? column : each)),
  );

const told = (table: Table, expected: string): readonly Notice[] =>
  checkExpected(table, expected, TODAY).notices;
const codes = (table: Table, expected: string): string[] => told(table, expected).map(({ code }) => code);

describe('[REL-11] what a page expects of its source: columns', () => {
  it('says nothing of a source that is as it was', () => {
    const expected =
      'anio: period; hurto: count; robo: count 50..200; tasa: 0..60 [por 100 mil]; total = hurto + robo; unique(anio)';
    expect(told(sound, expected)).to.deep.equal([]);
  });

  it('finds one under another name that it is known to have, and asks for it by its own', () => {
    const renamed = makeTable(
      6,
      sound.columns.map((each) => (each.name === 'tasa' ? { ...each, name: 'tasa_100k' } : each)),
    );
    const checked = checkExpected(renamed, 'tasa | tasa_homicidios | tasa_100k: 0..60', TODAY);
    expect(checked.columns.map(({ name }) => name)).to.deep.equal(['anio', 'hurto', 'robo', 'total', 'tasa']);
    expect(checked.notices).to.deep.equal([{ code: 'column-by-alias', column: 'tasa', value: 'tasa_100k' }]);
  });

  it('says which one is gone, and which it may be now', () => {
    expect(told(sound, 'hurtos')).to.deep.equal([
      { code: 'column-gone', column: 'hurtos', nearest: 'hurto' },
    ]);
  });

  it('says where a value is out of range, and how many are', () => {
    const high = withColumn(numbers('tasa', [7.7, 6.2, 69, 7.5, 81, 8.2], { decimals: 1 }));
    expect(told(high, 'tasa: 0..60')).to.deep.equal([
      { code: 'out-of-range', isForReaders: true, column: 'tasa', value: '69', count: 2, line: 3, expected: ['0..60'] },
    ]); // prettier-ignore
  });

  it('takes a range without an end for one', () => {
    const below = withColumn(numbers('tasa', [7.7, -1, 6.9, 7.5, 8.1, 8.2], { decimals: 1 }));
    expect(codes(below, 'tasa: 0..')).to.deep.equal(['out-of-range']);
    expect(codes(below, 'tasa: ..60')).to.deep.equal([]);
  });

  it('tells a count from what is none, and a missing one is none of these', () => {
    expect(codes(withColumn(numbers('robo', [90, -1, 95, 100, 110, 120])), 'robo: count')).to.deep.equal([
      'not-a-count',
    ]);
    expect(codes(withColumn(numbers('robo', [90, 1.5, 95, 100, 110, 120])), 'robo: count')).to.deep.equal([
      'not-a-count',
    ]);
    expect(
      codes(withColumn(numbers('robo', [90, 'missing', 95, 100, 110, 120])), 'robo: count'),
    ).to.deep.equal([]);
  });

  it('says that one of numbers has a word in it, and which', () => {
    const words = withColumn(texts('robo', ['90', '80', 'ver nota', '100', '110', '120']));
    expect(told(words, 'robo: count')).to.deep.equal([
      { code: 'kind-changed', column: 'robo', value: 'ver nota', count: 1, line: 3, expected: ['number'] },
    ]);
  });

  it('says that one of periods has another word in it, and that one has no value', () => {
    const words = withColumn(texts('anio', ['2019', '2020', 'en proceso', '2022', '2023', '2024']));
    expect(codes(words, 'anio: period')).to.include('kind-changed');
    const none = withColumn(
      numbers(
        'robo',
        Array.from({ length: 6 }, () => 'missing'),
      ),
    );
    expect(codes(none, 'robo: count')).to.deep.equal(['column-empty']);
  });

  it('says that its unit is another one, however it is written', () => {
    expect(codes(sound, 'tasa: [Por 100  mil]')).to.deep.equal([]);
    expect(codes(sound, 'tasa: 0..60 [por 10 mil]')).to.deep.equal(['unit-changed']);
    expect(codes(sound, 'hurto: count [personas]')).to.deep.equal([]);
  });
});

describe('[REL-11] what a page expects of its source: periods', () => {
  it('says which one stands there twice, only within one series', () => {
    const table = makeTable(4, [
      periods('anio', ['2023', '2023', '2024', '2023']),
      texts('lugar', ['ICA', 'LIMA', 'ICA', 'ICA']),
      numbers('n', [1, 2, 3, 4]),
    ]);
    expect(codes(table, 'unique(anio, lugar)')).to.deep.equal(['period-repeated', 'period-unsorted']);
    expect(codes(table, 'anio: period')).to.deep.equal([]);
  });

  it('reads a year and a month in two columns', () => {
    const table = makeTable(5, [
      periods('ANIO', ['2023', '2023', '2023', '2024', '2024']),
      texts('MES', ['Octubre', 'Noviembre', 'Diciembre', 'Enero', 'Enero']),
      numbers('n', [1, 2, 3, 4, 5]),
    ]);
    expect(told(table, 'unique(ANIO, MES)')).to.deep.equal([
      { code: 'period-repeated', column: 'ANIO MES', value: '2024-01', count: 1, line: 5 },
    ]);
  });

  it('says which one is missing, and nothing where there never was one after the other', () => {
    const left = (cells: string[]): Table => makeTable(cells.length, [periods('anio', cells)]);
    expect(told(left(['2019', '2020', '2022', '2023', '2024']), 'anio: period')).to.deep.equal([
      { code: 'period-missing', column: 'anio', value: '2021', count: 1 },
    ]);
    expect(told(left(['1993', '2007', '2017']), 'anio: period')).to.deep.equal([]);
  });

  it('says that one lies ahead only where it has a value', () => {
    const table = (cell: number | string): Table =>
      makeTable(2, [periods('mes', ['2026-11', '2026-12']), numbers('n', [5, cell])]);
    expect(codes(table(4), 'mes: period')).to.deep.equal(['period-ahead']);
    expect(codes(table('missing'), 'mes: period')).to.deep.equal([]);
  });

  it('sees a unit change as a jump, a half-finished last period not', () => {
    const level = (...cells: number[]): string[] =>
      codes(withColumn(numbers('hurto', cells)), 'hurto: count; unique(anio)');
    expect(level(210, 180, 195, 2200, 2400, 2300)).to.deep.equal(['level-jump']);
    expect(level(210, 180, 195, 220, 240, 12)).to.deep.equal([]);
    expect(level(2100, 1800, 1950, 220, 240, 230)).to.deep.equal(['level-jump']);
    expect(level(1, 2, 1, 14, 2, 1)).to.deep.equal([]);
  });
});

describe('[REL-11] what a page expects of its source: sums', () => {
  it('are told apart by more than half a per cent, where all parts are known', () => {
    const totals = (...cells: (number | string)[]): string[] =>
      codes(withColumn(numbers('total', cells)), 'total = hurto + robo');
    expect(totals(300, 260, 290, 320, 350, 350)).to.deep.equal([]);
    expect(totals(301, 260, 290, 320, 350, 350)).to.deep.equal([]);
    expect(totals(302, 260, 290, 320, 350, 350)).to.deep.equal(['parts-differ']);
    expect(totals('missing', 260, 290, 320, 350, 350)).to.deep.equal([]);
  });

  it('of rounded parts may be off by the rounding', () => {
    const table = makeTable(1, [
      numbers('a', [1.4], { decimals: 1 }),
      numbers('b', [0.4], { decimals: 1 }),
      numbers('c', [1.9], { decimals: 1 }),
    ]);
    expect(codes(table, 'c = a + b')).to.deep.equal([]);
  });
});

describe('what a page writes of its source', () => {
  for (const wrong of ['tasa: muchos', 'tasa: 60..0', 'a: b: c', 'total = hurto', 'a = b = c', ': count'])
    it(`is refused where it says nothing: ${wrong}`, async () => {
      const { code, details } = await thrownBy(() => checkExpected(sound, wrong, TODAY));
      expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', 'expected', wrong]);
    });

  it('may name columns in quotes, with any sign in them', () => {
    const table = makeTable(1, [numbers('a: b; c = d', [1]), numbers('x|y', [1]), numbers('z', [2])]);
    expect(told(table, '"a: b; c = d": count; `x|y`: 0..5; z = "a: b; c = d" + `x|y`')).to.deep.equal([]);
  });
});
