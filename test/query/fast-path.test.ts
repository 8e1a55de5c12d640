import { expect } from 'chai';
import fc from 'fast-check';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { runQuery } from '../../src/query/run-query.js';
import { prepareVerbs } from '../../src/query/verbs.js';
import type { Table } from '../../src/table/table.js';
import { tables } from '../support/arbitrary-table.js';
import { isDataError } from '../support/thrown.js';

/** Names as a page may write them: exact, in other capitals, with an accent, and of no column. */
const names = fc.constantFrom('casos', 'poblacion', 'CASOS', 'población', 'lugar', 'anio', 'otra');

/** Questions that only name a time and columns to show. */
const plain: fc.Arbitrary<Query> = fc
  .record({
    time: fc.constantFrom([], ['anio'], ['AÑIO'], ['Anio'], ['lugar'], ['casos']),
    columns: fc.uniqueArray(names, { maxLength: 3 }),
  })
  .map(({ time, columns }) => ({
    ...EMPTY_QUERY,
    time,
    measures: columns.map((column) => ({ aggregate: null, column })),
  }));

/** A table with all that is in it, or what the page is told instead. */
async function outcome(answer: Promise<Table>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (isDataError(error)) return { code: error.code, details: error.details };
    throw error;
  }
}

describe('a question that only names columns, answered the short way', () => {
  it('has the answer of the long way, or its error, whatever the table and the names', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(tables, plain, async (table, query) => {
        const short = await outcome(runQuery(table, query));
        const long = await outcome((await prepareVerbs(query))(table));
        expect(short).to.deep.equal(long);
        if (!('code' in (short as object))) answered++;
      }),
      { numRuns: 2000 },
    );
    expect(answered).to.be.above(500);
  });
});
