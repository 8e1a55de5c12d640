import { expect } from 'chai';
import fc from 'fast-check';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';

const RUNS = { numRuns: 10_000 };
const TOTAL = 'Total';

/** Counts of a table of two breakdowns, as files of small places have them: mostly zeros and small ones. */
const counts = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.constant(0) },
          { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
          { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
        ),
        { minLength: width, maxLength: width },
      ),
      { minLength: height, maxLength: height },
    ),
  );

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** The cells with the totals of both breakdowns below and beside them. */
function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const rows = cells.map((row) => [...row, sum(row)]);
  return [...rows, (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

/** What is shown of such a table, in its form; NaN for what is hidden. */
async function shownOf(all: readonly (readonly number[])[], limit: number): Promise<number[][]> {
  const name = (index: number, size: number): string => (index === size - 1 ? TOTAL : `x${index}`);
  const rows = all.flatMap((row, y) =>
    row.map((value, x) => [name(y, all.length), name(x, row.length), value]),
  );
  const answer = await ask(await fromRows(['a', 'b', 'n'], rows), {
    value: 'n',
    by: 'a, b',
    suppressUnder: String(limit),
  });
  const told = toRows(answer).map((row) => (row[2] === '' ? NaN : Number(row[2])));
  const width = all[0]?.length ?? 0;
  return all.map((_, y) => told.slice(y * width, (y + 1) * width));
}

/**
 * Whether what is shown allows another table in which this cell is another: parts that are hidden change by one or
 * not at all and stay at 1 at least, what is shown stays. Tries them all, and knows nothing of how cells were chosen.
 */
function isOpen(
  all: readonly (readonly number[])[],
  shown: readonly (readonly number[])[],
  at: readonly [number, number],
): boolean {
  const [height, width] = [all.length - 1, (all[0]?.length ?? 0) - 1];
  const isShown = (y: number, x: number): boolean => !Number.isNaN(shown[y]?.[x]);
  const changesOf = (y: number, x: number): number[] => {
    if (isShown(y, x)) return [0];
    return (all[y]?.[x] ?? 0) > 1 ? [0, 1, -1] : [0, 1];
  };
  const rowsOf = (y: number): number[][] => {
    let found: number[][] = [[]];
    for (let x = 0; x < width; x++)
      found = found.flatMap((row) => changesOf(y, x).map((change) => [...row, change]));
    return isShown(y, width) ? found.filter((row) => sum(row) === 0) : found;
  };
  /** Every sum of columns that some rows can have, with whether the cell changes in any: a state is met once. */
  let states = new Map<string, number[]>([['', [...Array<number>(width).fill(0), 0]]]);
  for (let y = 0; y < height; y++) {
    const next = new Map<string, number[]>();
    for (const state of states.values())
      for (const row of rowsOf(y)) {
        const own = at[0] === y ? (at[1] === width ? sum(row) : (row[at[1]] ?? 0)) : 0;
        const made = [...row.map((change, x) => change + (state[x] ?? 0)), (state[width] ?? 0) + own];
        next.set(made.join(), made);
      }
    states = next;
  }
  return [...states.values()].some((state) => {
    const columns = state.slice(0, width);
    if (columns.some((change, x) => change !== 0 && isShown(height, x))) return false;
    if (sum(columns) !== 0 && isShown(height, width)) return false;
    const own = at[0] < height ? (state[width] ?? 0) : at[1] < width ? (columns[at[1]] ?? 0) : sum(columns);
    return own !== 0;
  });
}

describe('what is hidden', function () {
  this.timeout(600_000);

  it('[STAT-09] cannot be computed from the cells and totals that are shown', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 2, max: 6 }), async (cells, limit) => {
        const all = withTotals(cells);
        const shown = await shownOf(all, limit);
        all.forEach((row, y) =>
          row.forEach((value, x) => {
            const told = shown[y]?.[x] ?? NaN;
            if (!Number.isNaN(told)) return expect(told, 'what is shown is true').to.equal(value);
            return expect(
              isOpen(all, shown, [y, x]),
              `${y},${x} of ${JSON.stringify({ all, shown })}`,
            ).to.equal(true);
          }),
        );
      }),
      RUNS,
    );
  });

  it('[STAT-09] is every count under the limit, and no zero', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 2, max: 6 }), async (cells, limit) => {
        const all = withTotals(cells);
        const shown = (await shownOf(all, limit)).flat();
        all.flat().forEach((value, index) => {
          if (value === 0) expect(shown[index]).to.equal(0);
          else if (value < limit) expect(shown[index]).to.deep.equal(NaN);
        });
      }),
      RUNS,
    );
  });

  it('[STAT-09] may be any small count, where the other counts of its line are large enough', async () => {
    const line = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(line, fc.integer({ min: 2, max: 6 }), async (values, limit) => {
        const rows = [...values, sum(values)].map((value, index) => [
          index === values.length ? TOTAL : `x${index}`,
          value,
        ]);
        const answer = await ask(await fromRows(['a', 'n'], rows), {
          value: 'n',
          by: 'a',
          suppressUnder: String(limit),
        });
        const told = toRows(answer).map((row) => (row[1] === '' ? NaN : Number(row[1])));
        const hidden = values.filter((_, index) => Number.isNaN(told[index]));
        if (hidden.length === 0 || Number.isNaN(told.at(-1))) return;
        // The others are 1 at least: so much is left for one of them.
        const most = sum(hidden) - (hidden.length - 1);
        const isExhausted = told.slice(0, -1).every((each) => Number.isNaN(each) || each === 0);
        expect(hidden.length).to.be.greaterThan(1);
        expect(most >= limit - 1 || isExhausted, `${values.join()} under ${limit}`).to.equal(true);
      }),
      RUNS,
    );
  });
});
