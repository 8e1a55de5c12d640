import { expect } from 'chai';
import fc from 'fast-check';
import type { Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { readPortal } from '../../src/engine/read-portal.js';
import { runQuery } from '../../src/query/run-query.js';
import { DEFAULT_LIMITS } from '../../src/request/limits.js';
import { TableBuilder } from '../../src/table/builder.js';
import type { Table } from '../../src/table/table.js';
import { outcome, type PortalReply } from './push-down-law.js';
import { never, question } from './question.js';

export interface ServiceLaw<Held> {
  readonly protocol: string;
  /** What a service may hold. */
  readonly held: fc.Arbitrary<Held>;
  readonly asked: fc.Arbitrary<Partial<Question>>;
  /** The address of the data: `run` makes it another one each time, since a page remembers what it read. */
  readonly src: (run: number, held: Held) => string;
  readonly service: (held: Held) => (url: URL) => PortalReply;
  /** How many rows there are in all. */
  readonly count: (held: Held) => number;
  readonly runs?: number;
}

/** All rows, of a service that is asked for nothing else. */
async function allRows(asked: Question): Promise<Table> {
  const { src, protocol } = asked;
  const query = await parseQuestion(asked);
  const reading = { question: asked, limits: DEFAULT_LIMITS, signal: never, fresh: true };
  const empty = { builder: new TableBuilder(), notices: [], columns: [] };
  return (await readPortal(new URL(src), protocol, query, { ...reading, ...empty }, false)).table;
}

let run = 0;

/**
 * The law of push-down for a protocol that cannot hold any table: what a service chooses gives the answer that the
 * page makes of all that the service has. Gives the requests that were made for the answers.
 */
export async function expectServiceLaw<Held>(law: ServiceLaw<Held>): Promise<readonly URL[]> {
  const { fetch } = globalThis;
  const requests: URL[] = [];
  try {
    await fc.assert(
      fc.asyncProperty(law.held, law.asked, async (held, each) => {
        const answer = law.service(held);
        let isHeard = false;
        globalThis.fetch = (input) => {
          const url = new URL(input as string);
          if (isHeard) requests.push(url);
          const { body, status = 200, headers } = answer(url);
          const init = { status, ...(headers && { headers }) };
          const response = new Response(status === 204 ? null : body, init);
          return Promise.resolve(Object.defineProperty(response, 'url', { value: url.href }));
        };
        const asked = question(law.src(run++, held), { ...each, protocol: law.protocol });
        const all = await allRows(asked);
        expect(all.length).to.equal(law.count(held));
        const made = async (): Promise<Table> =>
          all.length === 0 ? all : runQuery(all, await parseQuestion(asked));
        const expected = await outcome(made());
        isHeard = true;
        const got = pageEngine.ask(question(law.src(run++, held), { ...each, protocol: law.protocol }), {
          signal: never,
        });
        expect(await outcome(got.then(({ table }) => table))).to.deep.equal(expected);
      }),
      { numRuns: law.runs ?? 2000 },
    );
  } finally {
    globalThis.fetch = fetch;
  }
  return requests;
}
