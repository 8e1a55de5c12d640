import { expect } from 'chai';
import fc from 'fast-check';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';
import { answerRows } from '../support/answer-rows.js';
import { rowsOf } from '../support/rows-of-kinds.js';

/** How a whole and its parts may be numbered. */
const STYLES: readonly ((part: number) => string)[] = [
  (part) => (part === 0 ? '5. Robo' : `5.${part}.- Robo de clase ${part}`),
  (part) => (part === 0 ? '05 Robo' : `050${part} Robo de clase ${part}`),
  (part) => (part === 0 ? 'I. ROBO' : `${part}. Robo de clase ${part}`),
];

/** The parts of each place and year, some without a value; of figures that do not add up by luck. */
const breakdowns = fc
  .record({
    places: fc.integer({ min: 1, max: 3 }),
    years: fc.integer({ min: 2, max: 3 }),
    parts: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ places, years, parts }) => {
    const value = fc.integer({ min: 5000, max: 90_000 }).map(String);
    const group = fc.array(value, { minLength: parts, maxLength: parts });
    const odd = fc.array(fc.oneof({ weight: 4, arbitrary: value }, fc.constant('***')), {
      minLength: parts,
      maxLength: parts,
    });
    return fc.tuple(
      group,
      fc.array(odd, { minLength: places * years - 1, maxLength: places * years - 1 }),
      fc.constant(years),
    );
  })
  .map(([first, others, years]) =>
    [first, ...others].map((values, index) => ({
      lugar: `Lugar ${Math.floor(index / years)}`,
      anio: String(2020 + (index % years)),
      values,
    })),
  );

const QUESTIONS = [
  { value: 'sum(n)' },
  { value: 'sum(n), count()', by: 'lugar' },
  { value: 'sum(n)', time: 'anio' },
  { value: 'max(n)', time: 'anio', where: "lugar = 'Lugar 0'" },
];

/** The rows of the answer, each with its statuses. */
async function answered(rows: readonly string[][], question: (typeof QUESTIONS)[number]): Promise<string[]> {
  const table = await ask(await fromRows(['lugar', 'anio', 'delito', 'n'], rows), question);
  const statuses = table.columns.flatMap((each) => (each.kind === 'number' ? [each.statuses] : []));
  return toRows(table)
    .map((row, index) => [...row, ...statuses.map((each) => each[index])].join(' | '))
    .sort();
}

describe('laws of numbered levels', () => {
  it('a numbered whole beside its parts never changes an answer, in whatever order the rows are', async () => {
    await fc.assert(
      fc.asyncProperty(
        breakdowns,
        fc.constantFrom(...STYLES),
        fc.constantFrom(...QUESTIONS),
        fc.array(fc.integer(), { minLength: 54, maxLength: 54 }),
        async (groups, style, question, places) => {
          const parts = groups.flatMap(({ lugar, anio, values }) =>
            values.map((value, index) => [lugar, anio, style(index + 1), value]),
          );
          const wholes = groups.map(({ lugar, anio, values }) => {
            const sum = values.reduce((total, value) => total + (value === '***' ? 700 : Number(value)), 0);
            return [lugar, anio, style(0), String(sum)];
          });
          const mixed = [...parts, ...wholes]
            .map((row, index) => ({ row, place: places[index] ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row);
          expect(await answered(mixed, question)).to.deep.equal(await answered(parts, question));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a list that only counts is never changed', async () => {
    const lists = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom('. ', '.- ', ' ', ') '), async (values, mark) => {
        const kinds = Object.fromEntries(
          values.map((each, index) => [`${index + 1}${mark}Delito ${'abcdefghijklmn'[index]}`, each]),
        );
        const { rows, notices } = await answerRows(rowsOf(kinds), { value: 'sum(n)' });
        const sum = values.flat().reduce((total, value) => total + value);
        expect([rows, notices]).to.deep.equal([[[String(sum)]], []]);
      }),
      { numRuns: 200 },
    );
  });
});
