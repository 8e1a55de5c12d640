import { expect } from 'chai';
import fc from 'fast-check';
import { HostQueue } from '../../src/request/host-queue.js';
import { reasonOf } from '../support/failure.js';
import { settle } from '../support/work.js';

/** A task that the test ends when it wants to. */
class Task {
  readonly #started: string[];
  readonly name: string;
  #end: ((failure?: Error) => void) | undefined;

  constructor(name: string, started: string[]) {
    [this.name, this.#started] = [name, started];
  }

  readonly run = (): Promise<string> => {
    this.#started.push(this.name);
    return new Promise((resolve, reject) => {
      this.#end = (failure) => (failure ? reject(failure) : resolve(this.name));
    });
  };

  get isRunning(): boolean {
    return this.#end !== undefined;
  }

  end(failure?: Error): void {
    this.#end?.(failure);
    this.#end = undefined;
  }
}

describe('the queue of requests to one host', () => {
  it('[REL-07] lets four through at a time, in order', async () => {
    const queue = new HostQueue();
    const started: string[] = [];
    const tasks = [...'abcdefgh'].map((name) => new Task(name, started));
    const results = tasks.map((task) => queue.run('datos.example', task.run));
    await settle();
    expect(started.join('')).to.equal('abcd');
    tasks[2]?.end();
    await settle();
    expect(started.join('')).to.equal('abcde');
    tasks[0]?.end();
    tasks[1]?.end();
    await settle();
    expect(started.join('')).to.equal('abcdefg');
    for (let count = 0; count < 8; count++) {
      tasks.forEach((task) => task.end());
      await settle();
    }
    expect((await Promise.all(results)).join('')).to.equal('abcdefgh');
  });

  it('[REL-07] gives the place of a task that fails to the next', async () => {
    const queue = new HostQueue(1);
    const started: string[] = [];
    const [a, b] = [new Task('a', started), new Task('b', started)];
    const failure = new Error('falló');
    const failed = reasonOf(queue.run('h', a.run));
    const done = queue.run('h', b.run);
    const thrown = reasonOf(
      queue.run('h', () => {
        throw failure;
      }),
    );
    const last = queue.run('h', () => Promise.resolve('c'));
    await settle();
    a.end(failure);
    expect(await failed).to.equal(failure);
    await settle();
    expect(started).to.deep.equal(['a', 'b']);
    b.end();
    expect(await done).to.equal('b');
    expect(await thrown).to.equal(failure);
    expect(await last).to.equal('c');
  });

  it('[REL-07] keeps one host waiting for no other', async () => {
    const queue = new HostQueue(1);
    const started: string[] = [];
    const tasks = ['uno', 'dos', 'tres'].map((name) => new Task(name, started));
    const results = tasks.map((task) => queue.run(task.name, task.run));
    await settle();
    expect(started).to.deep.equal(['uno', 'dos', 'tres']);
    tasks.forEach((task) => task.end());
    await Promise.all(results);
  });

  it('[REL-07] never has more than its limit under way, starts in order and forgets nobody, whatever ends when', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('ask' as const), host: fc.constantFrom('a', 'b') }),
      fc.record({ kind: fc.constantFrom('end' as const, 'fail' as const), which: fc.nat(20) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(step, { maxLength: 40 }),
        async (limit, steps) => {
          const queue = new HostQueue(limit);
          const hosts = {
            a: { started: [] as string[], tasks: [] as Task[] },
            b: { started: [] as string[], tasks: [] as Task[] },
          };
          const results: Promise<string>[] = [];
          const running = (): Task[] => [...hosts.a.tasks, ...hosts.b.tasks].filter((task) => task.isRunning);
          const check = async (): Promise<void> => {
            await settle();
            for (const { started, tasks } of Object.values(hosts)) {
              const ended = started.length - tasks.filter((task) => task.isRunning).length;
              expect(started).to.deep.equal(
                tasks.slice(0, Math.min(tasks.length, ended + limit)).map(({ name }) => name),
              );
            }
          };
          for (const each of steps) {
            if (each.kind === 'ask') {
              const { started, tasks } = hosts[each.host];
              const task = new Task(String(tasks.length), started);
              tasks.push(task);
              results.push(queue.run(each.host, task.run).catch((error: Error) => error.message));
            } else {
              const now = running();
              const task = now[each.which % Math.max(1, now.length)];
              task?.end(each.kind === 'fail' ? new Error(task.name) : undefined);
            }
            await check();
          }
          while (running().length > 0) {
            running()[0]?.end();
            await check();
          }
          expect(await Promise.all(results)).to.have.length(hosts.a.tasks.length + hosts.b.tasks.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
