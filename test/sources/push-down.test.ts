import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { filter } from '../../src/query/filter.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Condition, type Query } from '../../src/query/query.js';
import { exactFilters, wantedColumns } from '../../src/sources/push-down.js';
import { cellAt } from '../../src/table/cell.js';
import { fromRows } from '../../src/table/rows.js';
import { makeTable, type Table } from '../../src/table/table.js';

const filtersOf = (where: string) => exactFilters({ ...EMPTY_QUERY, where: parseWhere(where) });

/** What the cells of each column may be, as a portal stores them: text. */
const TEXTS = { lugar: ['LIMA', 'Áncash', 'ICA', 'S/D', ''], tipo: ['Robo', 'Hurto', 'robo', "D'Onofrio"] };
const NUMBERS = { casos: ['5', '5.0', '12', '1,234', ''], ubigeo: ['010101', '10101', '150101'] };
const PERIODS = {
  fecha: ['2024-01-05', '2024-02-05', '2023-01-05'],
  mes: ['set-24', 'setiembre 2024', 'ene-23'],
};

type Cells = Readonly<Record<string, readonly string[]>>;

function conditions(cells: Cells): fc.Arbitrary<Condition> {
  const column = fc.constantFrom(...Object.keys(cells));
  const words = fc.constantFrom(...Object.values(cells).flat(), '2024', '2024-09', '5', 'nada');
  const literal = fc.record({ text: words, isText: fc.constant(true) });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({
        kind: fc.constant('compare' as const),
        column,
        op: fc.constantFrom('=', '=', '=', '<>', '<', '>=' as const),
        value: literal,
      }),
      fc.record({
        kind: fc.constant('in' as const),
        column,
        values: fc.array(literal, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('null' as const), column }),
      fc.record({ kind: fc.constant('and' as const), left: tie('condition'), right: tie('condition') }),
      fc.record({ kind: fc.constant('and' as const), left: tie('condition'), right: tie('condition') }),
      fc.record({ kind: fc.constant('or' as const), left: tie('condition'), right: tie('condition') }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    ),
  }));
  return condition;
}

/** The numbers of the rows that the page keeps; `undefined` where the question itself is wrong. */
function keptByPage(table: Table, where: Condition): number[] | undefined {
  const numbered = makeTable(table.length, [
    ...table.columns,
    {
      kind: 'number',
      name: '#',
      decimals: 0,
      values: Float64Array.from(Array(table.length).keys()),
      statuses: new Uint16Array(table.length),
    },
  ]);
  try {
    const kept = filter(numbered, where);
    const numbers = kept.columns.at(-1);
    return numbers ? Array.from({ length: kept.length }, (_, row) => Number(cellAt(numbers, row).value)) : [];
  } catch (error) {
    if (error instanceof DataError && error.code === 'bad-expression') return undefined;
    throw error;
  }
}

/** A portal that stores texts keeps every row that the page would keep. */
async function checkNothingIsLost(cells: Cells): Promise<void> {
  const names = Object.keys(cells);
  const row = fc.tuple(...Object.values(cells).map((texts) => fc.constantFrom(...texts)));
  let filtered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), conditions(cells), async (rows, where) => {
      const filters = exactFilters({ ...EMPTY_QUERY, where });
      const kept = keptByPage(await fromRows(names, rows), where);
      if (!kept || filters.length === 0) return;
      filtered++;
      for (const index of kept) {
        for (const { column, values } of filters) {
          expect(values, `row ${rows[index]?.join()}`).to.include(rows[index]?.[names.indexOf(column)]);
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect(filtered, 'questions with a filter for the portal').to.be.greaterThan(200);
}

describe('the part of a filter that a portal can answer', () => {
  it('is equality and membership in texts, where all must hold', () => {
    expect(filtersOf("lugar = 'LIMA' and (tipo in ('Robo', 'Hurto') and anio > 2020)")).to.deep.equal([
      { column: 'lugar', values: ['LIMA'] },
      { column: 'tipo', values: ['Robo', 'Hurto'] },
    ]);
  });

  it('is nothing of what may hold or not, is no equality, or is no text', () => {
    for (const where of [
      "lugar = 'LIMA' or tipo = 'Robo'",
      "not lugar = 'LIMA'",
      "lugar <> 'LIMA'",
      "lugar >= 'LIMA'",
      'lugar is null',
      'anio = 2024',
      "lugar in ('LIMA', 5)",
    ]) {
      expect(filtersOf(where), where).to.deep.equal([]);
    }
  });

  it('is no code, which the portal may hold without its zero', () => {
    expect(filtersOf("ubigeo = '010101' and cod_dep = '01' and UBIGEO_HECHO in ('010101')")).to.deep.equal(
      [],
    );
  });

  it('is no number and no period, which the portal may write in other ways than the page', () => {
    for (const value of ['5', '5.0', '1e3', '-7', '2024', '2024-09', '2024-Q3', ' 12 '])
      expect(filtersOf(`lugar = '${value}'`), value).to.deep.equal([]);
    for (const value of ['18-29 años', 'Ley 30096', 'III Trim', '1,234'])
      expect(filtersOf(`lugar = '${value}'`), value).to.deep.equal([{ column: 'lugar', values: [value] }]);
  });

  it('names each column once: the first time it is asked for', () => {
    expect(filtersOf("lugar = 'LIMA' and lugar in ('LIMA', 'ICA')")).to.deep.equal([
      { column: 'lugar', values: ['LIMA'] },
    ]);
    expect(exactFilters(EMPTY_QUERY)).to.deep.equal([]);
  });

  it('never asks for less than the page would keep, in columns of text', () => checkNothingIsLost(TEXTS));

  it('never asks for less than the page would keep, in columns of numbers and codes', () =>
    checkNothingIsLost({ ...TEXTS, ...NUMBERS }));

  it('never asks for less than the page would keep, in columns of periods', () =>
    checkNothingIsLost({ ...TEXTS, ...PERIODS }));
});

describe('the columns that a question needs', () => {
  const asked = (query: Partial<Query>): string[] => wantedColumns({ ...EMPTY_QUERY, ...query });
  const sum = { aggregate: 'sum', column: 'casos' } as const;

  it('are those of its measures, time, breakdown, denominator, status and filter, once each', () => {
    const columns = asked({
      measures: [sum, { aggregate: 'count', column: null }],
      time: ['anio', 'mes'],
      by: ['lugar'],
      per: { scale: 100_000, of: { aggregate: 'sum', column: 'poblacion' } },
      status: 'estado',
      where: parseWhere("lugar = 'LIMA' and (not tipo = 'x' or nota is null) and edad in (1, 2)"),
    });
    expect(columns).to.have.members([
      'anio',
      'mes',
      'lugar',
      'casos',
      'poblacion',
      'estado',
      'tipo',
      'nota',
      'edad',
    ]);
  });

  it('are all where the rows themselves are asked for', () => {
    expect(asked({ time: ['anio'], by: ['lugar'] })).to.deep.equal([]);
    expect(asked({})).to.deep.equal([]);
  });
});
