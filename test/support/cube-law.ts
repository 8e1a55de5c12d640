import { expect } from 'chai';
import fc from 'fast-check';
import { pageEngine } from '../../src/engine/page-engine.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { DataError } from '../../src/errors.js';
import { runQuery } from '../../src/query/run-query.js';
import { source as jsonStat } from '../../src/sources/json-stat.js';
import { cellAt, labelAt, textAt } from '../../src/table/cell.js';
import type { Table } from '../../src/table/table.js';
import { arbitraryCube, asJsonStat, askedOfCube, type TestCube } from './arbitrary-cube.js';
import type { PortalReply } from './push-down-law.js';
import { never, question } from './question.js';
import { readText } from './read-text.js';

/** Rows as text with statuses and labels, in an order of their own. */
function told(table: Table): string[] {
  const rows = Array.from({ length: table.length }, (_, row) =>
    table.columns
      .map(
        (column) =>
          `${column.name}=${textAt(column, row)}/${labelAt(column, row)}/${cellAt(column, row).status}`,
      )
      .join(' '),
  );
  return rows.sort();
}

async function outcome(work: Promise<Table>): Promise<unknown> {
  try {
    return told(await work);
  } catch (reason) {
    if (reason instanceof DataError && reason.code !== 'internal') return reason.code;
    throw reason;
  }
}

export interface CubeLaw {
  readonly protocol: string;
  /** The address of the cube: `run` makes it another one each time, since a page remembers what it read. */
  readonly src: (run: number) => string;
  readonly portal: (cube: TestCube, run: number) => (url: URL, body?: string) => PortalReply;
}

/** A request that was made, and the status it was answered with. */
export interface Made {
  readonly url: string;
  readonly body: string;
  readonly status: number;
}

let run = 0;

/** The law of push-down for cubes: what a portal leaves out, the page would have left out too. */
export async function expectSameCells(law: CubeLaw, runs = 2000): Promise<readonly Made[]> {
  const { fetch } = globalThis;
  const made: Made[] = [];
  try {
    await fc.assert(
      fc.asyncProperty(arbitraryCube, askedOfCube, async (cube, asked) => {
        const answer = law.portal(cube, ++run);
        globalThis.fetch = (input, init) => {
          const url = new URL(input as string);
          const sent = (init?.body as string | undefined) ?? '';
          const { body, status = 200 } = answer(url, init?.body as string | undefined);
          made.push({ url: decodeURIComponent(url.href), body: sent, status });
          return Promise.resolve(
            Object.defineProperty(new Response(body, { status }), 'url', { value: url.href }),
          );
        };
        const { table } = await readText(jsonStat, asJsonStat(cube, new Map()));
        const local = question('https://datos.example/', asked);
        const expected = await outcome(parseQuestion(local).then((query) => runQuery(table, query)));
        const asking = question(law.src(run), { ...asked, protocol: law.protocol });
        const pushed = pageEngine.ask(asking, { signal: never });
        expect(await outcome(pushed.then((got) => got.table))).to.deep.equal(expected);
      }),
      { numRuns: runs },
    );
  } finally {
    globalThis.fetch = fetch;
  }
  return made;
}
