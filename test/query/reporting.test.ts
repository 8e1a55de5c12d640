import { expect } from 'chai';
import fc from 'fast-check';
import { isUneven, reportedOf } from '../../src/query/reporting.js';
import { fromRows } from '../../src/table/rows.js';
import { STATUS } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { cardOf } from '../support/make-card.js';
import { columnNamed } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

type Cells = readonly (string | number | null)[];

const rowsOf = (rows: readonly Cells[]): Promise<Table> =>
  fromRows(['anio', 'casos', 'informaron', 'unidades'], rows);
const ASKED = {
  value: 'sum(casos)',
  time: 'anio',
  reporting: 'sum(informaron) of sum(unidades)',
} as const;

async function statusOf(rows: readonly Cells[]): Promise<number> {
  const { statuses } = columnNamed(await ask(await rowsOf(rows), ASKED), 'casos', 'number');
  return statuses[0] ?? 0;
}

describe('the share of units that sent data', () => {
  it('[STAT-08] marks a value incomplete under nine tenths, and adds both numbers as columns', async () => {
    const table = await ask(await rowsOf([['2023', 50, 90, 100]]), ASKED);
    expect(table.columns.map(({ name }) => name)).to.deep.equal([
      ...['anio', 'casos', 'reported (informaron)', 'expected (unidades)'],
    ]);
    expect(reportedOf(table, 0)).to.deep.equal({ reported: 90, expected: 100 });
    expect(await statusOf([['2023', 50, 90, 100]])).to.equal(0);
    expect(await statusOf([['2023', 50, 89, 100]])).to.equal(STATUS.incomplete);
    // 40 of 50 and 50 of 50 are 90 of 100: the shares are added up before they are divided.
    expect(
      await statusOf([
        ['2023', 10, 40, 50],
        ['2023', 10, 50, 50],
      ]),
    ).to.equal(0);
  });

  it('is not known to be enough where a part of either number is missing, or there are no units', async () => {
    expect(
      await statusOf([
        ['2023', 10, 50, 50],
        ['2023', 10, 50, null],
      ]),
    ).to.equal(STATUS.incomplete);
    expect(await statusOf([['2023', 10, 0, 0]])).to.equal(STATUS.incomplete);
  });

  it('[STAT-05] refuses a change between shares more than five points apart, and tells the units', async () => {
    const rows = [
      ['2022', 50, 100, 100],
      ['2023', 60, 94, 100],
    ];
    const card = cardOf(await ask(await rowsOf(rows), ASKED), {}, { units: 'comisarías' });
    expect(card.beside).to.deep.equal(['informaron 94 de 100 comisarías (94.0%)']);
    expect(card.change).to.equal('no se compara con 2022: no informaron tantas unidades como entonces');
    const near = [
      ['2022', 50, 99, 100],
      ['2023', 60, 94, 100],
    ];
    const told = cardOf(await ask(await rowsOf(near), ASKED));
    expect(told.change).to.include('subió 10');
    expect(told.beside).to.deep.equal(['informaron 94 de 100 unidades (94.0%)']);
    expect(isUneven({ reported: 95, expected: 100 }, { reported: 90, expected: 100 })).to.equal(false);
    expect(isUneven({ reported: NaN, expected: 100 }, { reported: 90, expected: 100 })).to.equal(true);
  });

  it('marks a rate and its count, and leaves the denominator alone', async () => {
    const table = await fromRows(['casos', 'poblacion', 'informaron', 'unidades'], [[500, 1000, 8, 10]]);
    const made = await ask(table, { ...ASKED, time: '', per: '100 of sum(poblacion)', interval: '95' });
    expect(columnNamed(made, 'casos', 'number').statuses[0]).to.equal(STATUS.incomplete);
    expect(columnNamed(made, 'n (casos)', 'number').statuses[0]).to.equal(STATUS.incomplete);
    // An interval would measure only the part that came.
    expect(columnNamed(made, 'lower 95% (casos)', 'number').values[0]).to.deep.equal(NaN);
  });

  it('is refused where it does not say both numbers, and beside a column that is not put together', async () => {
    const table = await rowsOf([['2023', 50, 90, 100]]);
    for (const reporting of ['sum(informaron)', 'informaron of unidades', 'sum(a) of sum(b), sum(c)']) {
      const error = await thrownBy(() => ask(table, { ...ASKED, reporting }));
      expect(error.details.attribute, reporting).to.equal('reporting');
    }
    const bare = await thrownBy(() => ask(table, { ...ASKED, value: 'casos' }));
    expect(bare.details.expected).to.deep.equal(['sum(casos)']);
  });

  it('is the same however its rows are ordered or split', async () => {
    const row = fc.tuple(fc.nat(500), fc.nat(20), fc.nat(20)).map(([cases, reported, silent]) => ({
      cases,
      reported,
      expected: reported + silent,
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.nat(), async (rows, seed) => {
        const cells = rows.map(({ cases, reported, expected }) => ['2023', cases, reported, expected]);
        const turned = [
          ...cells.slice(seed % cells.length),
          ...cells.slice(0, seed % cells.length),
        ].reverse();
        const parted = cells.flatMap(([year = '', ...numbers]) => {
          const halves = numbers.map((each) => Math.floor(Number(each) / 2));
          return [
            [year, ...halves],
            [year, ...numbers.map((each, index) => Number(each) - (halves[index] ?? 0))],
          ];
        });
        const status = await statusOf(cells);
        expect(await statusOf(turned)).to.equal(status);
        expect(await statusOf(parted)).to.equal(status);
      }),
      { numRuns: 300 },
    );
  });
});
