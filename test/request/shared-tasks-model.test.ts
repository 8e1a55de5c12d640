import { expect } from 'chai';
import fc from 'fast-check';
import { SharedTasks } from '../../src/request/shared-tasks.js';
import { settle, Starter, stopClock, type Clock } from '../support/work.js';

const LIFETIME = 1000;

describe('work shared by all who ask for the same, in any order of events', () => {
  let clock: Clock;
  beforeEach(() => (clock = stopClock()));
  afterEach(() => clock.leave());

  /** One who asked: what became of it, and how it can leave. */
  interface Asker {
    readonly work: number;
    readonly leaving: AbortController;
    outcome: string;
    expected: string;
  }

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('succeed' as const, 'fail' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const) }) },
  );

  it('[REL-07] never ends for one who waits because another left, and ends when the last one left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const tasks = new SharedTasks<string>(LIFETIME, 8);
        const { works, start } = new Starter();
        const askers: Asker[] = [];
        /** What is known of each work: until when its answer is given, or how it ended. */
        const ends: { how: 'running' | 'answered' | 'failed' | 'left'; at: number }[] = [];
        /** The work that the next one to ask joins. */
        let current = -1;
        const joins = (): boolean => {
          const end = ends[current];
          return end?.how === 'running' || (end?.how === 'answered' && end.at + LIFETIME > clock.time);
        };
        const waiting = (work: number): Asker[] =>
          askers.filter((each) => each.work === work && each.expected === '');
        const finish = (work: number, how: 'answered' | 'failed'): void => {
          const text = `${how} ${work}`;
          ends[work] = { how, at: clock.time };
          waiting(work).forEach((each) => (each.expected = text));
          if (how === 'answered') works[work]?.succeed(text);
          else works[work]?.fail(new Error(text));
        };
        const leave = (asker: Asker): void => {
          asker.leaving.abort(new Error('left'));
          if (asker.expected !== '') return;
          asker.expected = 'left';
          const end = ends[asker.work];
          if (end?.how === 'running' && waiting(asker.work).length === 0) end.how = 'left';
        };
        for (const each of steps) {
          if (each.kind === 'ask') {
            const isNew = !joins();
            const leaving = new AbortController();
            const promise = tasks.run('a', leaving.signal, start);
            if (isNew) current = ends.push({ how: 'running', at: 0 }) - 1;
            expect(works, 'started').to.have.length(ends.length);
            const end = ends[current];
            const expected = end?.how === 'answered' ? `answered ${current}` : '';
            const asker: Asker = { work: current, leaving, outcome: '', expected };
            askers.push(asker);
            promise.then(
              (text) => (asker.outcome = text),
              (error: Error) => (asker.outcome = error.message),
            );
          } else if (each.kind === 'leave') {
            const asker = askers[each.which % Math.max(1, askers.length)];
            if (asker) leave(asker);
          } else if (each.kind === 'wait') clock.time += LIFETIME / 2;
          else if (each.kind === 'forget') {
            tasks.forget('a');
            if (ends[current]?.how === 'answered') current = -1;
          } else {
            const work = ends.findIndex(({ how }) => how === 'running');
            if (work >= 0) finish(work, each.kind === 'succeed' ? 'answered' : 'failed');
          }
          await settle();
          expect(askers.map(({ outcome }) => outcome)).to.deep.equal(askers.map(({ expected }) => expected));
          for (const [index, { how }] of ends.entries()) {
            if (how === 'running')
              expect(works[index]?.signal.aborted, 'aborted under who waits').to.equal(false);
            if (how === 'left')
              expect(works[index]?.signal.aborted, 'not aborted by the last').to.equal(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
