import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import type { About, Source } from '../../src/sources/source.js';
import { TableBuilder } from '../../src/table/builder.js';

export const RUNS = 5000;

/** What may come of a reply that was changed at random, or of the description before it. */
export async function expectOutcomes(
  replies: fc.Arbitrary<string>,
  read: (text: string) => Promise<unknown>,
): Promise<void> {
  let wereRead = 0;
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(replies, async (text) => {
      try {
        await read(text);
        wereRead++;
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        codes.add(error.code);
      }
    }),
    { numRuns: RUNS },
  );
  expect(wereRead, 'replies that were still read').to.be.greaterThan(RUNS / 100);
  expect(codes).to.not.include('internal');
}

/** Reads a reply of one source into a table whose columns are whole. */
export async function readWhole(source: Source, text: string, url: string, about?: About): Promise<void> {
  const builder = new TableBuilder();
  const part = await source.parse({ url, text }, builder, {}, about);
  const columns = [...(about?.columns ?? []), ...(part.columns ?? [])];
  const table = await builder.finish({ decimal: part.decimal, columns, notices: part.notices ?? [] });
  for (const column of table.columns) {
    expect(column.kind === 'number' ? column.values.length : column.codes.length).to.equal(table.length);
  }
}
