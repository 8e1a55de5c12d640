import { getEventListeners } from 'node:events';
import { expect } from 'chai';
import { SharedTasks } from '../../src/request/shared-tasks.js';
import { reasonOf } from '../support/failure.js';
import { never } from '../support/question.js';
import { Starter, stopClock, type Clock } from '../support/work.js';

const LIFETIME = 1000;

describe('work shared by all who ask for the same', () => {
  let clock: Clock;
  beforeEach(() => (clock = stopClock()));
  afterEach(() => clock.leave());

  it('[REL-07] is done once, and gives its answer to all', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const asked = Array.from({ length: 20 }, () => tasks.run('a', new AbortController().signal, start));
    const other = tasks.run('b', never, start);
    expect(works).to.have.length(2);
    works[0]?.succeed('uno');
    works[1]?.succeed('dos');
    expect(new Set(await Promise.all(asked))).to.deep.equal(new Set(['uno']));
    expect(await other).to.equal('dos');
  });

  it('[REL-07] gives its answer again until it is too old', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const first = tasks.run('a', never, start);
    works[0]?.succeed('uno');
    await first;
    clock.time += LIFETIME - 1;
    expect(await tasks.run('a', never, start)).to.equal('uno');
    clock.time += 1;
    const second = tasks.run('a', never, start);
    expect(works).to.have.length(2);
    works[1]?.succeed('dos');
    expect(await second).to.equal('dos');
  });

  it('[REL-07] lives from when it answered, not from when it was asked', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const first = tasks.run('a', never, start);
    clock.time += 10 * LIFETIME;
    void tasks.run('a', never, start);
    expect(works).to.have.length(1);
    works[0]?.succeed('uno');
    await first;
    clock.time += LIFETIME - 1;
    await tasks.run('a', never, start);
    expect(works).to.have.length(1);
  });

  it('[REL-07] fails for all who wait, and is done anew for the next', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const failures = [1, 2].map(() => reasonOf(tasks.run('a', never, start)));
    const failure = new Error('falló');
    works[0]?.fail(failure);
    expect(await Promise.all(failures)).to.deep.equal([failure, failure]);
    const again = tasks.run('a', never, start);
    works[1]?.succeed('uno');
    expect(await again).to.equal('uno');
  });

  it('[REL-07] starts anew after its answer was forgotten', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const old = tasks.run('a', never, start);
    works[0]?.succeed('viejo');
    await old;
    tasks.forget('a');
    const fresh = tasks.run('a', never, start);
    works[1]?.succeed('nuevo');
    expect([await old, await fresh]).to.deep.equal(['viejo', 'nuevo']);
    expect(await tasks.run('a', never, start)).to.equal('nuevo');
  });

  it('[REL-07] is not done twice at a time for one who wants no answer but a new one', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const asked = tasks.run('a', never, start);
    tasks.forget('a');
    tasks.forget('otra');
    const fresh = tasks.run('a', never, start);
    expect(works).to.have.length(1);
    works[0]?.succeed('uno');
    expect([await asked, await fresh]).to.deep.equal(['uno', 'uno']);
  });

  it('[REL-07] that all have left and then fails takes nothing from what replaced it', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const leaving = new AbortController();
    const old = reasonOf(tasks.run('a', leaving.signal, start));
    leaving.abort();
    const fresh = tasks.run('a', never, start);
    works[0]?.fail(new Error('falló'));
    await old;
    works[1]?.succeed('nuevo');
    await fresh;
    expect(await tasks.run('a', never, start)).to.equal('nuevo');
    expect(works).to.have.length(2);
  });

  it('keeps no more answers than it may, and drops the oldest first', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 2);
    const { works, start } = new Starter();
    for (const key of ['a', 'b', 'c']) {
      const asked = tasks.run(key, never, start);
      works.at(-1)?.succeed(key);
      await asked;
    }
    expect(await Promise.all([tasks.run('b', never, start), tasks.run('c', never, start)])).to.deep.equal([
      'b',
      'c',
    ]);
    void tasks.run('a', never, start);
    expect(works).to.have.length(4);
  });

  it('drops no work under way, however many there are', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 1);
    const { works, start } = new Starter();
    const asked = ['a', 'b', 'c'].map((key) => tasks.run(key, never, start));
    works[2]?.succeed('c');
    await asked[2];
    void tasks.run('a', never, start);
    void tasks.run('b', never, start);
    expect(works).to.have.length(3);
  });

  it('counts an answer that was asked for again as new', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 2);
    const { works, start } = new Starter();
    const answered = async (key: string): Promise<void> => {
      const asked = tasks.run(key, never, start);
      works.at(-1)?.succeed(key);
      await asked;
    };
    await answered('a');
    clock.time += LIFETIME / 2;
    await answered('b');
    clock.time += LIFETIME / 2;
    await answered('a');
    await answered('c');
    void tasks.run('a', never, start);
    expect(works, 'the newer a is still known').to.have.length(4);
  });

  it('leaves nothing behind on the signal of one who got an answer', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const { signal } = new AbortController();
    const asked = tasks.run('a', signal, start);
    works[0]?.succeed('uno');
    await asked;
    expect(getEventListeners(signal, 'abort')).to.have.length(0);
  });

  it('[REL-07] is ended at once for one who had left before', async () => {
    const tasks = new SharedTasks<string>(LIFETIME, 8);
    const { works, start } = new Starter();
    const reason = new Error('se fue antes');
    expect(await reasonOf(tasks.run('a', AbortSignal.abort(reason), start))).to.equal(reason);
    expect(works.every(({ signal }) => signal.aborted)).to.equal(true);
    void tasks.run('a', never, start);
    expect(works.at(-1)?.signal.aborted).to.equal(false);
  });
});
