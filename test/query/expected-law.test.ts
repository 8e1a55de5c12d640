import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkExpected } from '../../src/query/expected/check-expected.js';
import { source as csv } from '../../src/sources/csv.js';
import type { NoticeCode } from '../../src/table/notice.js';
import { readReply } from '../support/read-text.js';

/** 2026-11-26 */
const TODAY = 20_783;
const EXPECTED =
  'periodo: period; departamento: text; hurto: count; robo: count; total: count; tasa | tasa_100k: 0..120; ' +
  'total = hurto + robo; unique(periodo, departamento)';
const HEADER = ['periodo', 'departamento', 'hurto', 'robo', 'total', 'tasa'];
const DEPARTMENTS = ['ÁNCASH', 'CALLAO', 'CUSCO', 'ICA', 'LA LIBERTAD', 'LIMA', 'PUNO', 'TUMBES'];
const RUNS = 4000;

/** Header first. */
type File = readonly (readonly string[])[];
const monthAfter = (start: number, months: number): string =>
  new Date(Date.UTC(2020, start + months, 1)).toISOString().slice(0, 7);

interface Cell {
  readonly hurto: number;
  readonly robo: number;
}

/** A file as sound ones are: month by month and place by place, reports that rise and fall by themselves. */
const sound: fc.Arbitrary<File> = fc
  .record({
    start: fc.nat({ max: 24 }),
    places: fc.integer({ min: 2, max: 8 }),
    cells: fc.array(
      fc.record<Cell>({ hurto: fc.integer({ min: 150, max: 400 }), robo: fc.integer({ min: 60, max: 200 }) }),
      { minLength: 96, maxLength: 96 },
    ),
  })
  .map(({ start, places, cells }) => [
    HEADER,
    ...Array.from({ length: 12 * places }, (_, row) => {
      const { hurto, robo } = cells[row] ?? { hurto: 0, robo: 0 };
      const total = hurto + robo;
      const place = DEPARTMENTS[row % places] ?? '';
      const period = monthAfter(start, Math.floor(row / places));
      return [period, place, String(hurto), String(robo), String(total), (total / 6).toFixed(1)];
    }),
  ]);

const column = (name: string): number => HEADER.indexOf(name);
const withCells = (
  file: File,
  name: string,
  change: (cell: string, row: number, record: readonly string[]) => string,
): File =>
  file.map((record, row) =>
    row === 0
      ? record
      : record.map((cell, place) => (place === column(name) ? change(cell, row, record) : cell)),
  );
const renamed = (file: File, from: string, to: string): File => [
  (file[0] ?? []).map((name) => (name === from ? to : name)),
  ...file.slice(1),
];

/** A way in which sources change without saying so, and what has to be told then. */
interface Operator {
  readonly tells: NoticeCode;
  /** `at`: a row of the file, from 1; `by`: any number. */
  readonly change: (file: File, at: number, by: number) => File;
}

const periodsOf = (file: File): string[] => [...new Set(file.slice(1).map(([period = '']) => period))];
/** One of the periods that is neither the first two nor the last. */
const inner = (file: File, by: number): string => {
  const periods = periodsOf(file).slice(2, -1);
  return periods[by % periods.length] ?? '';
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  'a column goes': {
    tells: 'column-gone',
    change: (file, _, by) => {
      const gone = by % HEADER.length;
      return file.map((record) => record.filter((_cell, place) => place !== gone));
    },
  },
  'a column gets a known other name': {
    tells: 'column-by-alias',
    change: (file) => renamed(file, 'tasa', 'tasa_100k'),
  },
  'a column gets an unknown name': {
    tells: 'column-gone',
    change: (file, _, by) => renamed(file, HEADER[by % HEADER.length] ?? '', `campo ${by}`),
  },
  'a word stands among the numbers': {
    tells: 'kind-changed',
    change: (file, at) => withCells(file, 'hurto', (cell, row) => (row === at ? 'ver nota' : cell)),
  },
  'no period is one': {
    tells: 'kind-changed',
    change: (file, at) => withCells(file, 'periodo', (cell, row) => (row === at ? 'pendiente' : cell)),
  },
  'values are in another unit from a period on': {
    tells: 'level-jump',
    change: (file, _, by) => {
      const from = inner(file, by);
      const times = [10, 100, 1000][by % 3] ?? 10;
      const grown =
        (name: string) =>
        (each: File): File =>
          withCells(each, name, (cell, _row, [period = '']) =>
            period >= from ? String(Number(cell) * times) : cell,
          );
      return ['hurto', 'robo', 'total'].reduce((each, name) => grown(name)(each), file);
    },
  },
  'a column has no value any more': {
    tells: 'column-empty',
    change: (file, _, by) => withCells(file, by % 2 ? 'tasa' : 'hurto', () => ''),
  },
  'a row stands there twice': {
    tells: 'period-repeated',
    change: (file, at) => [...file.slice(0, at + 1), ...file.slice(at)],
  },
  'a period is left out': {
    tells: 'period-missing',
    change: (file, _, by) => file.filter(([period]) => period !== inner(file, by)),
  },
  'rows change places': {
    tells: 'period-unsorted',
    change: (file, at) => {
      const [, place] = file[at] ?? [];
      const rows = file.flatMap((record, row) => (row > 0 && record[1] === place ? [row] : []));
      const other = rows.find((row) => row !== at) ?? 0;
      return file.map((record, row) =>
        row === at ? (file[other] ?? record) : row === other ? (file[at] ?? record) : record,
      );
    },
  },
  'a date lies ahead': {
    tells: 'period-ahead',
    change: (file, at) => withCells(file, 'periodo', (cell, row) => (row === at ? '2027-03' : cell)),
  },
  'a count is below zero': {
    tells: 'not-a-count',
    change: (file, at) => withCells(file, 'robo', (cell, row) => (row === at ? `-${cell}` : cell)),
  },
  'a value is out of all range': {
    tells: 'out-of-range',
    change: (file, at) => withCells(file, 'tasa', (cell, row) => (row === at ? `9${cell}` : cell)),
  },
  'parts do not add up': {
    tells: 'parts-differ',
    change: (file, at, by) =>
      withCells(file, 'total', (cell, row) =>
        row === at ? String(Math.ceil(Number(cell) * (1.006 + (by % 50) / 100))) : cell,
      ),
  },
};

async function codesOf(file: File): Promise<string[]> {
  const text = file.map((record) => record.join(',')).join('\n');
  const { table } = await readReply(csv, { url: 'https://datos.example/d.csv', text });
  const known = new Set(table.notices);
  return checkExpected(table, EXPECTED, TODAY)
    .notices.filter((notice) => !known.has(notice))
    .map(({ code }) => code);
}

describe('[REL-11] what a page expects of its source', () => {
  it('is nothing to tell of, where the source is as it was', () =>
    fc.assert(
      fc.asyncProperty(sound, async (file) => {
        expect(await codesOf(file)).to.deep.equal([]);
      }),
      { numRuns: 500 },
    ));

  it(`tells of at least 99 of 100 changes, of ${Object.keys(OPERATORS).length} kinds`, async () => {
    const names = Object.keys(OPERATORS);
    const missed: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        sound,
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat({ max: 9999 }),
        async (file, name, at, by) => {
          const { tells, change } = OPERATORS[name] ?? { tells: 'column-gone', change: () => file };
          const codes = await codesOf(change(file, 1 + (at % (file.length - 1)), by));
          if (!codes.includes(tells)) missed.push(`${name}: ${codes.join()}`);
        },
      ),
      { numRuns: RUNS },
    );
    expect(missed.length, missed.slice(0, 5).join('\n')).to.be.below(RUNS / 100);
  }).timeout(240_000);
});
