import { expect } from 'chai';
import fc from 'fast-check';
import { en } from '../../src/text/en.js';
import { trend } from '../../src/text/es/trend.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { STATUS } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { makeTrend } from '../../src/widgets/trend/trend-model.js';
import { twinOf } from '../../src/widgets/trend/twin-table.js';
import { allWords } from '../support/all-words.js';
import { answerOf, ask, saying } from '../support/answer.js';

import { cardOf } from '../support/make-card.js';
import { columnNamed } from '../support/make-table.js';

type Cells = readonly (string | number | null)[];

const rowsOf = (rows: readonly Cells[]): Promise<Table> => fromRows(['anio', 'lugar', 'casos'], rows);

/** Of 2024 there is all, of 2025 two of three places, of 2026 none. */
const ROWS: readonly Cells[] = [
  ...(['ICA', 'LIMA', 'PUNO'] as const).map((place, index) => ['2024', place, 10 * (index + 1)]),
  ['2025', 'ICA', 12],
  ['2025', 'LIMA', null],
  ['2025', 'PUNO', 31],
  ['2026', 'ICA', null],
];
const ASKED = { value: 'sum(casos)', time: 'anio' } as const;

describe('a sum of which a part is missing [STAT-01]', () => {
  it('has beside it how many parts it is made of, and of how many; a whole one, or one of nothing, has not', async () => {
    const table = await ask(await rowsOf(ROWS), ASKED);
    expect(table.columns.map(({ name }) => name)).to.deep.equal([
      ...['anio', 'casos', 'present (casos)', 'parts (casos)'],
    ]);
    expect(toRows(table)).to.deep.equal([
      ['2024', '60', '', ''],
      ['2025', '43', '2', '3'],
      ['2026', '', '', ''],
    ]);
    const { statuses } = columnNamed(table, 'casos', 'number');
    expect([...statuses]).to.deep.equal([0, STATUS.incomplete, STATUS.missing]);
  });

  it('has no such columns where all are whole, where rows are counted or hidden, or where the page says which units report', async () => {
    const whole = await ask(await rowsOf(ROWS.slice(0, 3)), ASKED);
    expect(whole.columns).to.have.length(2);
    for (const value of ['count()', 'count(casos)', 'max(casos)', 'avg(casos)'])
      expect((await ask(await rowsOf(ROWS), { ...ASKED, value })).columns, value).to.have.length(2);
    const hiding = await ask(await rowsOf(ROWS), { ...ASKED, suppressUnder: '5' });
    expect(hiding.columns).to.have.length(2);
    const table = await fromRows(
      ['anio', 'casos', 'informaron', 'unidades'],
      [
        ['2025', 12, 1, 2],
        ['2025', null, 1, 2],
      ],
    );
    const reporting = await ask(table, { ...ASKED, reporting: 'sum(informaron) of sum(unidades)' });
    expect(reporting.columns.map(({ name }) => name)).not.to.include('parts (casos)');
  });

  it('tells both on a card and in the table and the readout of a trend, in each language', async () => {
    const table = await ask(await rowsOf(ROWS.slice(0, 6)), ASKED);
    expect(cardOf(table).beside).to.include('suma 2 de 3 datos');
    const inEnglish = allWords(en);
    expect(inEnglish.whoReported?.({ reported: 2, expected: 3, areParts: true }, '')).to.equal(
      'sum of 2 of 3 values',
    );
    const options = { shape: 'line', decimals: undefined, interval: '' } as const;
    const model = makeTrend(answerOf(table), saying({ heading: 'Denuncias' }), options, allWords(), trend);
    expect(JSON.stringify(twinOf(model))).to.include('suma 2 de 3 datos');
    expect(model.summary).to.include('suma 2 de 3 datos');
  });

  it('tells as many as there are, whatever the order of the rows', async () => {
    const cell = fc.tuple(
      fc.constantFrom('2024', '2025'),
      fc.constantFrom('ICA', 'LIMA'),
      fc.option(fc.integer({ min: 0, max: 99 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const table = await ask(await rowsOf(cells), ASKED);
        const told = toRows(table).map(([year = '', , present = '', parts = '']) => [year, present, parts]);
        const expected = [...new Set(cells.map(([year]) => year))].sort().map((year) => {
          const all = cells.filter(([each]) => each === year);
          const present = all.filter(([, , value]) => value !== null).length;
          const isShort = present > 0 && present < all.length;
          return isShort ? [year, String(present), String(all.length)] : [year, '', ''];
        });
        expect(told).to.deep.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
