import { expect } from 'chai';
import fc from 'fast-check';
import { countOf } from '../../src/observatory/cube-cells.js';
import { cubesOf, type Cube } from '../../src/observatory/cubes.js';
import { indicatorOf } from '../../src/observatory/manifest.js';
import type { Indicator } from '../../src/observatory/schema-indicator.js';
import { suppressCubes } from '../../src/observatory/suppress-cubes.js';
import { at } from '../../src/table/column.js';
import { STATUS } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { textAt } from '../../src/table/cell.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { demoManifest } from './demo-manifest.js';
import { demoRows } from './demo-rows.js';

const LIMIT = 3;
const manifest = demoManifest();

/** One count of the data: when, where and of what. */
interface Count {
  readonly month: string;
  readonly district: string;
  readonly kind: string;
  readonly count: number;
}

const DEPARTMENTS: Readonly<Record<string, string>> = {
  ATE: 'LIMA',
  COMAS: 'LIMA',
  NASCA: 'ICA',
  PISCO: 'ICA',
  MALA: 'ICA',
};
const MONTHS = ['2023-01', '2023-02', '2023-03', '2024-01'];
const KINDS = ['Robo', 'Hurto', 'Estafa'];

const counts: fc.Arbitrary<Count[]> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 60,
    maxLength: 60,
  })
  .map((drawn) =>
    MONTHS.flatMap((month, m) =>
      Object.keys(DEPARTMENTS).flatMap((district, d) =>
        KINDS.map((kind, k) => ({ month, district, kind, count: drawn[(m * 5 + d) * 3 + k] ?? 0 })),
      ),
    ),
  );

function tableOfCounts(all: readonly Count[]): Table {
  return tableOf(
    periods('mes', all.map(({ month }) => month)),
    texts('departamento', all.map(({ district }) => DEPARTMENTS[district] ?? '')),
    texts('distrito', all.map(({ district }) => district)),
    texts('tipo', all.map(({ kind }) => kind)),
    numbers('casos', all.map(({ count }) => count)),
  ); // prettier-ignore
}

const ALL: Indicator = {
  name: 'todos',
  title: 'Todos',
  definition: 'Todos',
  unit: 'casos',
  direction: 'lower',
  resource: 'denuncias',
  numerator: 'sum(casos)',
  time: 'mes',
  places: { departamento: 'departamento', distrito: 'distrito' },
  breakdowns: ['tipo'],
};
const ROBBERIES: Indicator = {
  ...ALL,
  name: 'robos',
  breakdowns: [],
  offence: { crosswalk: 'delitos', code: '0401', column: 'tipo', system: 'policia' },
};

/** A cell that is published: which counts it is the sum of, and its value; NaN where it is hidden. */
interface Published {
  readonly of: readonly boolean[];
  readonly value: number;
  readonly isHidden: boolean;
}

function published(cube: Cube, all: readonly Count[], isRobbery: boolean): Published[] {
  const count = countOf(cube);
  const { columns, length } = cube.table;
  return Array.from({ length }, (_, row) => {
    const said = Object.fromEntries(columns.map((column) => [column.name, textAt(column, row)]));
    const isIn = (each: Count): boolean =>
      each.month.startsWith(said['mes'] ?? '') &&
      (said['departamento'] ?? DEPARTMENTS[each.district]) === DEPARTMENTS[each.district] &&
      (said['distrito'] ?? each.district) === each.district &&
      (said['tipo'] ?? each.kind) === each.kind &&
      (!isRobbery || each.kind === 'Robo');
    const [value, status] = count ? [at(count.values, row), at(count.statuses, row)] : [NaN, 0];
    return { of: all.map(isIn), value, isHidden: (status & STATUS.suppressed) !== 0 };
  });
}

/** What whoever knows all published sums can compute, by elimination in a prime field. */
class Known {
  static readonly #PRIME = 32_749;
  readonly #rows = new Map<number, number[]>();

  #reduced(vector: readonly number[]): { left: number[]; pivot: number } {
    const left = [...vector];
    for (let place = 0; place < left.length; place++) {
      const factor = left[place] ?? 0;
      const row = factor === 0 ? undefined : this.#rows.get(place);
      if (factor !== 0 && !row) return { left, pivot: place };
      if (row)
        left.forEach(
          (value, at) => (left[at] = (value + (Known.#PRIME - factor) * (row[at] ?? 0)) % Known.#PRIME),
        );
    }
    return { left, pivot: -1 };
  }

  learn(vector: readonly boolean[]): void {
    const { left, pivot } = this.#reduced(vector.map(Number));
    if (pivot < 0) return;
    let inverse = 1;
    for (let power = Known.#PRIME - 2, base = left[pivot] ?? 1; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) inverse = (inverse * base) % Known.#PRIME;
      base = (base * base) % Known.#PRIME;
    }
    this.#rows.set(
      pivot,
      left.map((value) => (value * inverse) % Known.#PRIME),
    );
  }

  canTell(vector: readonly boolean[]): boolean {
    return this.#reduced(vector.map(Number)).pivot < 0;
  }
}

/** The hidden cells that can be computed from all that is shown, of all cubes together. */
function givenAway(cells: readonly Published[]): Published[] {
  const known = new Known();
  for (const { of, value, isHidden } of cells) {
    if (isHidden) continue;
    known.learn(of);
    // Nothing in all is nothing in each part.
    if (value === 0) of.forEach((isIn, place) => isIn && known.learn(of.map((_, at) => at === place)));
  }
  return cells.filter(({ of, isHidden }) => isHidden && known.canTell(of));
}

async function cellsOf(
  all: readonly Count[],
  indicators: readonly Indicator[],
  limit: number,
): Promise<Published[]> {
  const table = tableOfCounts(all);
  const counted = await Promise.all(
    indicators.map(async (indicator) => ({ indicator, cubes: await cubesOf(manifest, indicator, table) })),
  );
  const told = limit > 0 ? suppressCubes(manifest, counted, limit) : counted;
  return told.flatMap(({ indicator, cubes }) =>
    cubes.flatMap((cube) => published(cube, all, indicator.offence !== undefined)),
  );
}

describe('the cubes of a snapshot [STAT-09]', () => {
  it('hide small counts, and no hidden one can be computed from all that is shown', () =>
    fc.assert(
      fc.asyncProperty(counts, async (all) => {
        const cells = await cellsOf(all, [ALL], LIMIT);
        expect(cells.filter(({ value }) => value > 0 && value < LIMIT)).to.deep.equal([]);
        expect(givenAway(cells)).to.deep.equal([]);
      }),
      { numRuns: 120 },
    )).timeout(120_000);

  it('hide nothing that another indicator of the same rows would tell', () =>
    fc.assert(
      fc.asyncProperty(counts, async (all) => {
        expect(givenAway(await cellsOf(all, [ALL, ROBBERIES], LIMIT))).to.deep.equal([]);
      }),
      { numRuns: 120 },
    )).timeout(120_000);

  it('are found out by the same computation where only the small counts themselves are hidden', async () => {
    const all = MONTHS.flatMap((month) =>
      Object.keys(DEPARTMENTS).flatMap((district) =>
        KINDS.map((kind) => ({
          month,
          district,
          kind,
          count: month === '2024-01' && kind === 'Robo' && district === 'ATE' ? 1 : 30,
        })),
      ),
    );
    const shown = await cellsOf(all, [ALL], 0);
    const naive = shown.map((cell) => ({ ...cell, isHidden: cell.value < LIMIT }));
    const small = naive.filter(({ isHidden }) => isHidden).length;
    expect(small).to.equal(0);
    const hidden = shown.map((cell, place) => ({ ...cell, isHidden: place === 5 }));
    expect(givenAway(hidden)).to.have.length(1);
  });

  it('show zero as zero, and everything where nothing is small', async () => {
    const all = MONTHS.flatMap((month) =>
      Object.keys(DEPARTMENTS).flatMap((district) =>
        KINDS.map((kind) => ({ month, district, kind, count: district === 'ATE' ? 0 : 20 })),
      ),
    );
    const cells = await cellsOf(all, [ALL], LIMIT);
    expect(cells.some(({ isHidden }) => isHidden)).to.equal(false);
    expect(cells.some(({ value }) => value === 0)).to.equal(true);
  });

  it('leave values that do not add up as they are', async () => {
    const indicator = indicatorOf(manifest, 'tasa-homicidios');
    const cubes = await cubesOf(manifest, indicator, await demoRows('homicidios.csv'));
    expect(suppressCubes(manifest, [{ indicator, cubes }], LIMIT)).to.deep.equal([{ indicator, cubes }]);
  });
});
