import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { SOURCES, type ProtocolName } from '../../src/sources/protocols.js';
import { readText } from './read-text.js';

/** Reads mutated replies to a request: each ends in a table or in a DataError, and both happen. */
export async function expectTableOrError(
  protocol: ProtocolName,
  url: string,
  replies: fc.Arbitrary<string>,
  numRuns = 5000,
): Promise<void> {
  const { source } = await SOURCES[protocol]();
  let tables = 0;
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(replies, async (text) => {
      try {
        const { table } = await readText(source, text, url);
        for (const column of table.columns) {
          const cells = column.kind === 'number' ? column.values.length : column.codes.length;
          expect(cells).to.equal(table.length);
        }
        tables++;
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        codes.add(error.code);
      }
    }),
    { numRuns },
  );
  expect(tables, 'replies that were still read').to.be.greaterThan(numRuns / 100);
  expect(codes.size, 'ways to fail').to.be.greaterThan(0);
  expect([...codes]).to.not.include('internal');
}
