import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { SOURCES, type ProtocolName } from '../../src/sources/protocols.js';
import type { About, Source, SourceOptions, TextReply } from '../../src/sources/source.js';
import { readReply } from './read-text.js';

const RUNS = 5000;

/** Reads what was changed at random: each ends in what `read` makes, or in a DataError. Gives the codes of those. */
export async function expectOutcomes<Reply>(
  replies: fc.Arbitrary<Reply>,
  read: (reply: Reply) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  let wereRead = 0;
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(replies, async (reply) => {
      try {
        await read(reply);
        wereRead++;
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        codes.add(error.code);
      }
    }),
    { numRuns: RUNS },
  );
  expect(wereRead, 'replies that were still read').to.be.greaterThan(RUNS / 100);
  expect([...codes]).to.not.include('internal');
  return codes;
}

/** Reads a reply of one source into a table whose columns are whole. */
export async function readWhole(
  source: Source,
  reply: TextReply,
  about?: About,
  options?: SourceOptions,
): Promise<void> {
  const { table } = await readReply(source, reply, options, about);
  for (const column of table.columns) {
    expect(column.kind === 'number' ? column.values.length : column.codes.length).to.equal(table.length);
  }
}

/** The same for the texts that a protocol answers to a request: some are tables, and some are not. */
export async function expectTableOrError(
  protocol: ProtocolName,
  url: string,
  replies: fc.Arbitrary<string>,
): Promise<void> {
  const { source } = await SOURCES[protocol]();
  const codes = await expectOutcomes(replies, (text) => readWhole(source, { url, text }));
  expect(codes.size, 'ways to fail').to.be.greaterThan(0);
}
