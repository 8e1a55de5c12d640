import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { openPage, type Page } from '../support/page.js';
import { settle, stopClock, type Clock } from '../support/work.js';
import { PagePair, QUESTIONS, WIDGETS, type Step } from './page-pair.js';

const widget = fc.nat(WIDGETS - 1);
const which = fc.nat(5);
const record = <T extends Step>(weight: number, parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) => ({
  weight,
  arbitrary: fc.record(parts) as fc.Arbitrary<Step>,
});
const is = <K extends string>(kind: K): fc.Arbitrary<K> => fc.constant(kind);

const step: fc.Arbitrary<Step> = fc.oneof(
  record(3, { kind: is('ask'), widget, asked: fc.nat(QUESTIONS.length - 1) }),
  record(8, { kind: is('answer'), which }),
  record(1, { kind: is('answer empty'), which }),
  record(4, { kind: is('fail'), which }),
  record(6, { kind: is('refresh'), widget }),
  record(2, { kind: is('disconnect'), widget }),
  record(3, { kind: is('connect'), widget }),
  record(1, { kind: is('wait') }),
);
/** What happens without a pause between. */
const moment = fc.array(step, { minLength: 1, maxLength: 4 });
/** Most often widgets are in the page from the start, and ask. */
const start = fc.subarray([...Array(WIDGETS).keys()]).map((widgets) =>
  widgets.flatMap((index): Step[] => [
    { kind: 'connect', widget: index },
    { kind: 'ask', widget: index, asked: index % QUESTIONS.length },
  ]),
);
const moments = fc
  .tuple(start, fc.array(moment, { minLength: 5, maxLength: 12 }))
  .map(([first, others]) => [first, ...others]);

describe('what widgets show of their data, in any order of events', () => {
  let clock: Clock;
  let page: Page;
  // All that is loaded late is there before the first run.
  before(() =>
    Promise.all([import('../../src/request/explain-failure.js'), import('../../src/request/retry.js')]),
  );
  beforeEach(() => {
    clock = stopClock();
    // Nobody sees this page: a failure is not tried again.
    page = openPage('hidden');
  });
  afterEach(() => {
    page.leave();
    clock.leave();
  });

  it('[REL-04] [REL-07] is never older than what was shown, nor shown after they left, nor asked twice at a time', async () => {
    let run = 0;
    const happened = new Set<string>();
    await fc.assert(
      fc.asyncProperty(moments, async (each) => {
        const pair = new PagePair(clock, run++);
        try {
          for (const steps of each) {
            for (const one of steps) pair.take(one);
            await pair.settle();
          }
          // What comes late changes nothing.
          for (let turn = 0; turn < 10; turn++) await settle();
          pair.check();
          pair.happened.forEach((one) => happened.add(one));
        } finally {
          pair.leave();
          await settle();
        }
      }),
      { numRuns: 1000 },
    );
    const all = ['loading', 'ready', 'empty', 'stale', 'failed', 'open', 'answered', 'aborted'];
    expect([...happened]).to.have.members(all);
  }).timeout(120_000);
});
