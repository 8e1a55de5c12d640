import fc from 'fast-check';
import { conditionOf } from './arbitrary-condition.js';

/** A cube as a statistical office keeps it; `time` is the last dimension. */
export interface TestCube {
  readonly dimensions: readonly { readonly id: string; readonly codes: readonly string[] }[];
  /** By the codes of all dimensions, joined by `|`. */
  readonly cells: ReadonlyMap<string, { readonly value: number | null; readonly status?: string }>;
}

const PLACES = ['ES', 'IT', 'PE', '01', '0114', 'EU27_2020', '__proto__'];
const ACTS = ['ICCS0101', 'ICCS0401', '20'];
const TIMES = {
  years: ['2018', '2019', '2020', '2021', '2022', '2023'],
  months: ['2020-11', '2020-12', '2021-01', '2021-02', '2021-12', '2022-01'],
  quarters: ['2019-Q4', '2020-Q1', '2020-Q4', '2021-Q1', '2021-Q2'],
};

const subset = (codes: readonly string[], from = 1): fc.Arbitrary<string[]> =>
  fc.subarray([...codes], { minLength: from });

export const arbitraryCube: fc.Arbitrary<TestCube> = fc
  .tuple(
    subset(PLACES, 2),
    subset(ACTS),
    fc.constantFrom(...Object.values(TIMES)).chain((all) => subset(all, 2)),
  )
  .chain(([geo, iccs, time]) => {
    const dimensions = [
      { id: 'iccs', codes: iccs },
      { id: 'geo', codes: geo },
      { id: 'time', codes: time },
    ];
    const keys = iccs.flatMap((act) =>
      geo.flatMap((place) => time.map((each) => [act, place, each].join('|'))),
    );
    const cell = fc.record(
      {
        value: fc.option(fc.integer({ min: 0, max: 999 }), { freq: 5 }),
        status: fc.constantFrom('p', 'b', 'c', 'bp'),
      },
      { requiredKeys: ['value'] },
    );
    return fc.array(cell, { minLength: keys.length, maxLength: keys.length }).map((cells) => ({
      dimensions,
      cells: new Map(keys.map((key, place) => [key, cells[place] ?? { value: null }])),
    }));
  });

/** A part of a cube as JSON-stat 2: the codes chosen of each dimension, in the cube's order. */
export function asJsonStat(cube: TestCube, chosen: ReadonlyMap<string, readonly string[]>): string {
  const dimensions = cube.dimensions.map(({ id, codes }) => ({
    id,
    codes: codes.filter((code) => chosen.get(id)?.includes(code) ?? true),
  }));
  const keys = dimensions.reduce<string[][]>(
    (all, { codes }) => all.flatMap((key) => codes.map((code) => [...key, code])),
    [[]],
  );
  const cells = keys.map((key) => cube.cells.get(key.join('|')));
  const entries = (of: (place: number) => unknown): Record<string, unknown> =>
    Object.fromEntries(
      cells.map((_, place) => [place, of(place)] as const).filter(([, each]) => each != null),
    );
  const dimension = Object.fromEntries(
    dimensions.map(({ id, codes }) => {
      const index = new Map(codes.map((code, place) => [code, place]));
      const label = new Map(codes.map((code) => [code, `<${code}>`]));
      // Names like `__proto__` stay names only so.
      return [id, { category: { index: Object.fromEntries(index), label: Object.fromEntries(label) } }];
    }),
  );
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ codes }) => codes.length),
    role: { time: ['time'] },
    dimension,
    value: entries((place) => cells[place]?.value),
    status: entries((place) => cells[place]?.status),
  });
}

const quoted = (word: string): string => `'${word}'`;
const simple: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('=', '=', '<>', '>='), fc.constantFrom(...PLACES, 'es', 'XX'))
    .map(([op, place]) => `geo ${op} ${quoted(place)}`),
  fc
    .uniqueArray(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 3 })
    .map((places) => `geo in (${places.map(quoted).join(', ')})`),
  fc.constantFrom(...ACTS).map((act) => `iccs = ${quoted(act)}`),
  fc.constantFrom('geo = 1', 'iccs = 20', 'value > 500', 'value is null', 'geo is not null'),
  fc
    .tuple(
      fc.constantFrom('=', '<', '<=', '>', '>=', '<>'),
      fc.constantFrom('2020', "'2021'", "'2020-12'", "'2021-Q1'"),
    )
    .map(([op, period]) => `time ${op} ${period}`),
  fc.constantFrom('time between 2019 and 2021', "time in ('2020', '2021')"),
);

const condition = conditionOf(simple);

/** Questions that filter by codes and times. */
export const askedOfCube = fc
  .record({
    value: fc.constantFrom('', 'value', 'sum(value)', 'max(value), count()', 'avg(value)'),
    time: fc.constantFrom('', 'time', 'time', 'month(time)'),
    by: fc.constantFrom('', 'geo', 'iccs', 'iccs, geo'),
    where: fc.oneof(fc.constant(''), condition, condition),
    range: fc.constantFrom('', '', '2020..2022', '2019', '2020-12..2021-06', '2021..2024'),
    breaks: fc.constantFrom('', '', '2019', '2021', '2020-12'),
    provisionalFrom: fc.constantFrom('', '2021'),
  })
  .map((asked) => (asked.time === '' ? { ...asked, range: '', breaks: '', provisionalFrom: '' } : asked));
