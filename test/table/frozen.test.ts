import { expect } from 'chai';
import fc from 'fast-check';

import type { Question } from '../../src/engine/engine.js';
import { withNotices, type Table } from '../../src/table/table.js';
import { takeTable } from '../../src/table/take-rows.js';
import { matchingRows } from '../../src/widgets/table/table-model.js';
import { allWords } from '../support/all-words.js';
import { toSeries } from '../../src/query/series.js';
import { summarise } from '../../src/text/summary/summarise.js';
import { trend } from '../../src/text/es/trend.js';
import { ask } from '../support/answer.js';
import { tables } from '../support/arbitrary-table.js';
import { isDataError } from '../support/thrown.js';

const asked: fc.Arbitrary<Partial<Question>> = fc.record({
  value: fc.constantFrom('', 'casos', 'sum(casos)', 'avg(casos), max(casos)', 'count()', 'sum(lugar)'),
  time: fc.constantFrom('', 'anio', 'year(anio)', 'month(anio)'),
  by: fc.constantFrom('', 'lugar', 'lugar, anio'),
  where: fc.constantFrom('', 'casos > 0', "lugar = 'Lima' or casos is null", 'anio >= 2022', "lugar = 'Ica'"),
  per: fc.constantFrom('', '1000 of sum(poblacion)'),
  sort: fc.constantFrom('', 'casos desc', 'lugar, casos'),
  limit: fc.constantFrom('', '3'),
  status: fc.constantFrom('', 'lugar'),
  breaks: fc.constantFrom('', '2023'),
  provisionalFrom: fc.constantFrom('', '2024'),
  completeThrough: fc.constantFrom('', '2023'),
  range: fc.constantFrom('', '2022..2023'),
  labels: fc.constantFrom('', 'casos: Denuncias'),
  series: fc.boolean(),
});

/** A second copy of everything in the table. */
const copyOf = (table: Table): unknown => structuredClone({ ...table });

async function answerOrError(table: Table, question: Partial<Question>): Promise<Table | undefined> {
  try {
    return await ask(table, question);
  } catch (error) {
    if (isDataError(error)) return undefined;
    throw error;
  }
}

describe('frozen tables', () => {
  it('no question, whatever it asks, changes the table that it was put to', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(tables, asked, async (table, question) => {
        const before = copyOf(table);
        const answer = await answerOrError(table, question);
        if (answer) answered++;
        expect(copyOf(table)).to.deep.equal(before);
      }),
      { numRuns: 1500 },
    );
    expect(answered).to.be.above(300);
  });

  it('no reader of a table changes it', () => {
    const words = allWords();
    fc.assert(
      fc.property(tables, (table) => {
        const before = copyOf(table);
        takeTable(table, matchingRows(table, 'a', words));
        withNotices(table, [{ code: 'partial' }]);
        summarise({ what: 'a', unit: '', series: toSeries(table), decimals: 0 }, words, trend);
        expect(copyOf(table)).to.deep.equal(before);
      }),
    );
  });

  it('an answer cannot be changed, nor its columns', async () => {
    const questions: Partial<Question>[] = [
      {},
      { value: 'sum(casos)', by: 'lugar', per: '1000 of sum(poblacion)' },
      { value: 'casos', time: 'year(anio)', breaks: '2022', labels: 'casos: Denuncias', sort: 'casos' },
    ];
    const [table] = fc.sample(tables, { numRuns: 1, seed: 7 });
    if (!table) throw new Error('no table');
    for (const question of questions) {
      const answer = await ask(table, question);
      expect(Object.isFrozen(answer), 'table').to.equal(true);
      expect(Object.isFrozen(answer.columns), 'columns').to.equal(true);
      expect(Object.isFrozen(answer.notices), 'notices').to.equal(true);
    }
  });

  it('a verb shares the columns that it did not change', async () => {
    const [table] = fc.sample(tables, { numRuns: 1, seed: 7 });
    if (!table) throw new Error('no table');
    const declared = await ask(table, { labels: 'casos: Denuncias' });
    expect(declared.columns.map((column, index) => column === table.columns[index])).to.deep.equal([
      true,
      true,
      false,
      true,
    ]);
  });
});
