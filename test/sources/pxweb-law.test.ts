import '../support/as-module.js';
import { expect } from 'chai';
import { pxweb1, pxweb2 } from '../servers/pxweb.js';
import { expectSameCells, type Made } from '../support/cube-law.js';

/** How many requests were made over the cap, and how many were for a part of a table. */
function counted(
  made: readonly Made[],
  pattern: RegExp,
): { refused: number; asked: number; repeated: number } {
  const data = made.filter(({ url, body }) => url.includes('/data') || body !== '');
  const tables = new Map<string, number>();
  for (const { url } of data) {
    const table = url.split('?')[0] ?? '';
    tables.set(table, (tables.get(table) ?? 0) + 1);
  }
  return {
    refused: data.filter(({ status }) => status !== 200).length,
    asked: data.filter(({ url, body }) => pattern.test(url + body)).length,
    repeated: [...tables.values()].filter((count) => count > 1).length,
  };
}

const manner = (run: number) => ({ most: 4 + (run % 40), canBeLeftOut: run % 3 === 0 ? ['geo'] : [] });

describe('what PxWebApi 2 is asked', () => {
  it('does not change the answer, and is never more than it gives', async () => {
    const made = await expectSameCells({
      protocol: 'pxweb',
      src: (run) => `https://px.example/${run}/api/v2/tables/TAB1?lang=es`,
      portal: (cube, run) => pxweb2(cube, manner(run)),
    });
    const { refused, asked, repeated } = counted(made, /valueCodes\[(geo|iccs|time)\]=[^*&]/);
    expect(refused).to.equal(0);
    expect(asked).to.be.above(500);
    expect(repeated).to.be.above(200);
  }).timeout(240_000);
});

describe('what PxWeb 1 is asked', () => {
  it('does not change the answer, and is never more than it gives', async () => {
    const made = await expectSameCells({
      protocol: 'pxweb',
      src: (run) => `https://px.example/${run}/api/v1/es/db/delitos.px`,
      portal: (cube, run) => pxweb1(cube, { ...manner(run), isOld: run % 10 === 0 }),
    });
    const { refused, asked, repeated } = counted(made, /"filter":"item"/);
    const old = made.filter(({ status }) => status === 400).length;
    expect(refused).to.equal(old);
    expect(asked).to.be.above(500);
    expect(repeated).to.be.above(200);
  }).timeout(240_000);
});
