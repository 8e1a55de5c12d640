import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { canGroup, groupColumns, partialColumns, partialsOf } from '../../src/query/partials.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Measure, type Query } from '../../src/query/query.js';
import { prepareQuery, runQuery } from '../../src/query/run-query.js';
import { TableBuilder, type RawCell } from '../../src/table/builder.js';
import { fromRows } from '../../src/table/rows.js';
import { cellAt, textAt } from '../../src/table/cell.js';
import type { Table } from '../../src/table/table.js';

type Row = readonly [anio: number, mes: number, lugar: string | null, n: number | null, m: number | null];
const NAMES = ['anio', 'mes', 'lugar', 'n', 'm'];

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.tuple(
    fc.integer({ min: 2021, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.option(fc.constantFrom('LIMA', 'ICA', '__proto__'), { nil: null }),
    fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    fc.option(
      fc.integer({ min: -40, max: 40 }).map((value) => value / 4),
      { nil: null },
    ),
  ),
  { minLength: 1, maxLength: 40 },
);

const measure: fc.Arbitrary<Measure> = fc.record({
  aggregate: fc.constantFrom('sum', 'avg', 'min', 'max', 'count'),
  column: fc.constantFrom('n', 'm'),
});
const count: Measure = { aggregate: 'count', column: null };
const WHERE = [
  undefined,
  "lugar = 'LIMA'",
  'anio >= 2022 and not lugar is null',
  "lugar in ('ICA') or mes < 3",
];

const queries: fc.Arbitrary<Query> = fc
  .record({
    measures: fc.uniqueArray(fc.oneof(measure, fc.constant(count)), {
      minLength: 1,
      maxLength: 3,
      selector: ({ aggregate, column }) => `${aggregate} ${column}`,
    }),
    time: fc.constantFrom([], ['anio'], ['anio', 'mes']),
    by: fc.constantFrom([], ['lugar'], ['mes']),
    where: fc.constantFrom(...WHERE),
  })
  .map(({ where, ...each }) => ({
    ...EMPTY_QUERY,
    ...each,
    ...(where !== undefined && { where: parseWhere(where) }),
  }));

/** What a database makes of the rows: groups of the columns asked for, with a part of each measure. */
async function grouped(all: readonly Row[], query: Query): Promise<Table> {
  const keys = groupColumns(query);
  const cell = (row: Row, name: string): RawCell => row[NAMES.indexOf(name)];
  const groups = new Map<string, Row[]>();
  for (const row of all) {
    const key = JSON.stringify(keys.map((name) => cell(row, name)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const partials = partialsOf(query);
  const builder = new TableBuilder([...keys, ...partials.map(({ alias }) => alias)]);
  for (const members of groups.values()) {
    const [first] = members;
    const parts = partials.map(({ how, column }): RawCell => {
      if (column === null) return members.length;
      const values = members.map((row) => cell(row, column)).filter((value) => value !== null) as number[];
      if (how === 'count') return values.length;
      if (values.length === 0) return null;
      return how === 'sum' ? values.reduce((a, b) => a + b) : Math[how](...values);
    });
    builder.add([...keys.map((name) => first && cell(first, name)), ...parts]);
  }
  return builder.finish({ columns: partialColumns(query) });
}

function told(table: Table): string[] {
  return Array.from({ length: table.length }, (_, row) =>
    table.columns.map((each) => `${each.name}=${textAt(each, row)}/${cellAt(each, row).status}`).join(' '),
  ).sort();
}

describe('groups that a portal has made', () => {
  it('give the answer that the rows give, whatever is measured, filtered and put together', () =>
    fc.assert(
      fc.asyncProperty(rows, queries, async (all, query) => {
        fc.pre(canGroup(query));
        const fromAll = await runQuery(await fromRows(NAMES, all), query);
        const fromGroups = await (await prepareQuery(query, true))(await grouped(all, query));
        expect(told(fromGroups)).to.deep.equal(told(fromAll));
      }),
      { numRuns: 2000 },
    )).timeout(120_000);

  it('are asked for only where every measure is put together and no row has a status of its own', () => {
    const sum: Measure = { aggregate: 'sum', column: 'n' };
    expect(canGroup({ ...EMPTY_QUERY, measures: [sum] })).to.equal(true);
    expect(canGroup({ ...EMPTY_QUERY, measures: [] })).to.equal(false);
    expect(canGroup({ ...EMPTY_QUERY, measures: [{ aggregate: null, column: 'n' }] })).to.equal(false);
    expect(canGroup({ ...EMPTY_QUERY, measures: [sum], status: 'estado' })).to.equal(false);
    expect(canGroup({ ...EMPTY_QUERY, measures: [sum], by: ['n'] })).to.equal(false);
  });

  it('count what is there beside what is added up, so that a missing part stays known', () => {
    const query: Query = { ...EMPTY_QUERY, measures: [{ aggregate: 'avg', column: 'n' }] };
    expect(partialsOf(query).map(({ how, column }) => `${how} ${column}`)).to.deep.equal([
      'count null',
      'sum n',
      'count n',
    ]);
  });
});
