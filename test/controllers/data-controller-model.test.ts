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
  record(5, { kind: is('ask'), widget, asked: fc.nat(QUESTIONS.length - 1) }),
  record(5, { kind: is('answer'), which }),
  record(1, { kind: is('answer empty'), which }),
  record(2, { kind: is('fail'), which }),
  record(3, { kind: is('refresh'), widget }),
  record(3, { kind: is('disconnect'), widget }),
  record(4, { kind: is('connect'), widget }),
  record(1, { kind: is('wait') }),
);
/** What happens without a pause between. */
const moment = fc.array(step, { minLength: 1, maxLength: 4 });

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
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 12 }), async (moments) => {
        const pair = new PagePair(clock, run++);
        try {
          for (const steps of moments) {
            for (const each of steps) pair.take(each);
            await pair.settle();
          }
          // What comes late changes nothing.
          for (let turn = 0; turn < 10; turn++) await settle();
          pair.check();
          pair.happened.forEach((each) => happened.add(each));
        } finally {
          pair.leave();
          await settle();
        }
      }),
      { numRuns: 1000 },
    );
    const each = ['loading', 'ready', 'empty', 'stale', 'failed', 'open', 'answered', 'aborted'];
    expect([...happened]).to.have.members(each);
  });
});
