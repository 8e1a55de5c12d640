import { expect } from 'chai';
import fc from 'fast-check';
import { numbers, tableOf, texts, type NumberCell } from '../../support/make-table.js';
import type { Table } from '../../../src/table/table.js';
import type { BarsModel } from '../../../src/widgets/bars/bars-model.js';
import { barsOf, drawnText } from './drawn-text.js';

const RUNS = { numRuns: 10_000 };
const PARTS = ['x', 'y', 'z'];

const cell: fc.Arbitrary<NumberCell> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.constantFrom('missing', 'suppressed', 'notApplicable') },
  { weight: 1, arbitrary: fc.tuple(fc.nat(40), fc.constantFrom('provisional', 'incomplete', 'break')) },
);

type Row = readonly [place: string, part: string, value: NumberCell];

/** A value, or none, for each part of some places. */
const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.array(fc.option(cell, { freq: 5 }), { minLength: PARTS.length, maxLength: PARTS.length }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((places) =>
    places.flatMap((cells, place) =>
      cells.flatMap((value, part): Row[] =>
        value === null ? [] : [[`lugar ${place}`, PARTS[part] ?? '', value]],
      ),
    ),
  )
  .filter((all) => all.length > 0);

const tableFrom = (all: readonly Row[]): Table =>
  tableOf(
    texts(
      'lugar',
      all.map(([place]) => place),
      { role: 'dimension' },
    ),
    texts(
      'parte',
      all.map(([, part]) => part),
      { role: 'dimension' },
    ),
    numbers(
      'casos',
      all.map(([, , value]) => value),
      { role: 'measure' },
    ),
  );

const hasValue = (value: NumberCell | undefined): boolean => value !== undefined && typeof value !== 'string';
const rowsIn = ({ panels }: BarsModel): BarsModel['panels'][number]['rows'] =>
  panels.flatMap((panel) => panel.rows);

describe('the laws of bars', () => {
  it('[STAT-08] a missing part never makes a total look whole, and no share is taken of it', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const table = tableFrom(all);
        const shown = new Set(all.map(([, part]) => part));
        for (const asPercent of [false, true]) {
          for (const row of rowsIn(barsOf(table, { value: 'sum(casos)', stack: 'parte', asPercent }))) {
            const parts = all.filter(([place]) => place === row.name);
            const present = parts.filter(([, , value]) => hasValue(value)).length;
            const isWhole = present === shown.size;
            if (present === 0) expect(row.bars).to.deep.equal([]);
            else if (!isWhole) expect(row.value).to.match(/ \w*i\w* \(faltan? \d de \d partes\)$/);
            const end = Math.max(0, ...row.bars.map(({ to }) => to));
            if (asPercent && !isWhole) expect(end).to.equal(0);
            if (asPercent && row.bars.length > 0) expect(end).to.be.closeTo(1, 1e-9);
          }
        }
      }),
      RUNS,
    );
  });

  it('the order of the rows changes no bar', () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, moved]) => {
        const drawn = (table: Table): string[] =>
          drawnText(barsOf(table, { multiples: 'parte', order: 'name' })).sort();
        expect(drawn(tableFrom(moved))).to.deep.equal(drawn(tableFrom(all)));
      }),
      RUNS,
    );
  });

  it('what is drawn and what is told to be left out are together all that there is, and no sum is lost', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.nat(6), (cells, top) => {
        const table = tableOf(
          texts(
            'lugar',
            cells.map((_, place) => `lugar ${place}`),
            { role: 'dimension' },
          ),
          numbers('casos', cells, { role: 'measure' }),
        );
        const all = rowsIn(barsOf(table, { limit: Infinity }));
        const model = barsOf(table, { value: 'sum(casos)', top: top + 1 });
        const some = rowsIn(model);
        expect(all).to.have.length(cells.length);
        const sum = (list: typeof some): number =>
          list.reduce((total, { value }) => total + (Number.parseInt(value.replace(/,/g, '')) || 0), 0);
        expect(sum(some)).to.equal(sum(all));
        expect(model.table.rows).to.have.length(cells.length);
      }),
      RUNS,
    );
  });

  it('[STAT-06] every bar of a ranking begins or ends at zero, and is as long as its value', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(values, (list) => {
        const table = tableOf(
          texts(
            'lugar',
            list.map((_, place) => `lugar ${place}`),
            { role: 'dimension' },
          ),
          numbers('casos', list, { role: 'measure' }),
        );
        const model = barsOf(table, { order: 'source' });
        const span = Math.max(0, ...list) - Math.min(0, ...list) || 1;
        rowsIn(model).forEach(({ bars: [bar] }, index) => {
          const value = list[index] ?? NaN;
          expect(value < 0 ? bar?.to : bar?.from).to.equal(model.zero);
          expect((bar?.to ?? NaN) - (bar?.from ?? NaN)).to.be.closeTo(Math.abs(value) / span, 1e-9);
        });
      }),
      RUNS,
    );
  });
});
