import { expect } from 'chai';
import fc from 'fast-check';
import { toSeries } from '../../../src/query/series.js';
import type { Observation } from '../../../src/query/observations.js';
import { makeSparkline, type Sparkline } from '../../../src/widgets/card/sparkline-model.js';
import { seriesTable, type NumberCell } from '../../support/make-table.js';

type Cells = Readonly<Record<string, NumberCell>>;

function drawn(cells: Cells, shown?: string): Sparkline | undefined {
  const all: readonly Observation[] = toSeries(seriesTable(cells))[0]?.observations ?? [];
  const at = all.find(({ period }) => period.text === shown) ?? all.at(-1);
  return at && makeSparkline(all, at);
}

/** The lines of a path, each as from and to. */
const lines = (path = ''): string[] => path.match(/M[^M]+/g) ?? [];

describe('the line of a card', () => {
  it('goes from value to value, higher where there is more, within its box', () => {
    expect(drawn({ 2022: 1, 2023: 3, 2024: 2 })).to.deep.equal({
      solid: 'M3 27L50 3M50 3L97 15',
      dashed: '',
      points: '',
      shown: 'M97 15h0',
    });
  });

  it('leaves a gap where there is no value, for any reason', () => {
    for (const absent of ['missing', 'suppressed', 'notApplicable']) {
      const line = drawn({ 2021: 1, 2022: 2, 2023: absent, 2024: 2, 2025: 3 });
      expect(lines(line?.solid)).to.deep.equal(['M3 27L26.5 15', 'M73.5 15L97 3']);
    }
    const withoutRow = drawn({ 2021: 1, 2022: 2, 2024: 2, 2025: 3 });
    expect(lines(withoutRow?.solid)).to.have.length(2);
  });

  it('marks a value alone between gaps as a point', () => {
    const line = drawn({ 2021: 1, 2022: 'missing', 2023: 2, 2024: 'missing', 2025: 3 });
    expect(line?.solid).to.equal('');
    expect(lines(line?.points)).to.have.length(3);
    expect(line?.points).to.contain('M50 15h0');
  });

  it('does not go over a break', () => {
    const line = drawn({ 2021: 1, 2022: 2, 2023: [9, 'break'], 2024: 8 });
    expect(lines(line?.solid)).to.have.length(2);
    expect(line?.points).to.equal('');
    const alone = drawn({ 2021: 1, 2022: 2, 2023: [9, 'break'] });
    expect(lines(alone?.solid)).to.have.length(1);
    expect(lines(alone?.points)).to.deep.equal(['M97 3h0']);
  });

  it('is dashed towards a value that may still change or is not whole', () => {
    for (const status of ['provisional', 'estimated', 'forecast', 'incomplete']) {
      const line = drawn({ 2022: 1, 2023: 2, 2024: [3, status] });
      expect([lines(line?.solid).length, lines(line?.dashed).length]).to.deep.equal([1, 1]);
    }
    const line = drawn({ 2022: 1, 2023: [2, 'revised'], 2024: [3, 'unreliable'] });
    expect(line?.dashed).to.equal('');
  });

  it('keeps time in proportion: years are as long as they are', () => {
    const line = drawn({ 2015: 1, 2016: 1, 2024: 2 });
    const [, , from] = /M(\S+) \S+L(\S+) /.exec(line?.solid ?? '') ?? [];
    expect(Number(from)).to.be.closeTo(3 + (94 * 365) / (9 * 365.25), 0.1);
  });

  it('is flat in the middle where all values are equal, also all zero', () => {
    expect(drawn({ 2023: 0, 2024: 0 })?.solid).to.equal('M3 15L97 15');
  });

  it('marks the value that the card shows, and none that has no value', () => {
    expect(drawn({ 2022: 1, 2023: 3, 2024: 2 }, '2023')?.shown).to.equal('M50 3h0');
    expect(drawn({ 2022: 1, 2023: 3, 2024: 'missing' })?.shown).to.equal('');
  });

  it('is not drawn of fewer than two values', () => {
    expect(drawn({ 2024: 1 })).to.equal(undefined);
    expect(drawn({ 2023: 'missing', 2024: 1 })).to.equal(undefined);
  });

  it('of any series stays in its box and draws every value once, alone or at the end of a line', () => {
    const cell = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom<NumberCell>('missing', 'suppressed', [5, 'break'], [7, 'provisional']),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 15 }), (cells) => {
        const line = drawn(Object.fromEntries(cells.map((each, index) => [String(2000 + index), each])));
        const present = cells.filter((each) => typeof each !== 'string').length;
        expect(line === undefined).to.equal(present < 2);
        if (!line) return;
        const { solid, dashed, points } = line;
        const spots = new Set<string>();
        for (const [, x = '', y = ''] of `${solid}${dashed}${points}`.matchAll(/[ML](\S+?) (-?[\d.]+)/g)) {
          expect(Number(x)).to.be.within(3, 97);
          expect(Number(y)).to.be.within(3, 27);
          spots.add(x);
        }
        expect(spots.size).to.equal(present);
      }),
      { numRuns: 1000 },
    );
  });
});
