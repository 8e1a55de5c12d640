import { expect } from 'chai';
import type { DataState } from '../../src/controllers/data-controller.js';
import type { Answer, AskOptions, Engine } from '../../src/engine/engine.js';
import { DataError } from '../../src/errors.js';
import { fromRows } from '../../src/table/rows.js';
import { answerOf } from '../support/answer.js';
import { question } from '../support/question.js';
import { settle } from '../support/work.js';
import { PageHost } from './page-host.js';

const SRC = 'https://datos.example/d.csv';
const LOADING: DataState = { name: 'loading', isSlow: false };
const SLOW: DataState = { name: 'loading', isSlow: true };

/** An engine whose answers the test gives. */
class PlayedEngine implements Engine {
  readonly asked: (AskOptions & { answer(answer: Answer): void; fail(reason: unknown): void })[] = [];

  ask(_: unknown, options: AskOptions): Promise<Answer> {
    return new Promise((answer, fail) => this.asked.push({ ...options, answer, fail }));
  }
}

/** Timers that end when the test says so. */
function stopTimers(): { end(): void; leave(): void } {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Map<unknown, () => void>();
  globalThis.setTimeout = ((run: () => void) => {
    const timer = {};
    waiting.set(timer, run);
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer) => void waiting.delete(timer);
  return {
    end: () => waiting.forEach((run) => run()),
    leave: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}

describe('the data of one widget', () => {
  let engine: PlayedEngine;
  let host: PageHost;
  let timers: ReturnType<typeof stopTimers>;
  beforeEach(() => {
    timers = stopTimers();
    engine = new PlayedEngine();
    host = new PageHost(engine);
  });
  afterEach(() => timers.leave());

  it('are asked for once the widget is in the page, and once a question', () => {
    host.data.ask(question(SRC));
    expect(engine.asked).to.have.length(0);
    host.connect();
    host.data.ask(question(SRC));
    expect(engine.asked).to.have.length(1);
    host.data.ask(question(SRC, { value: 'tasa' }));
    expect(engine.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('are on their way until they are there, then shown or told to be none', async () => {
    for (const [rows, name] of [
      [[['1']], 'ready'],
      [[], 'empty'],
    ] as const) {
      host = new PageHost(engine);
      host.connect();
      host.data.ask(question(SRC));
      expect([host.data.state, host.data.isBusy]).to.deep.equal([LOADING, true]);
      const answer = answerOf(await fromRows(['v'], rows));
      engine.asked.at(-1)?.answer(answer);
      await settle();
      expect([host.data.state, host.data.isBusy]).to.deep.equal([{ name, answer }, false]);
    }
  });

  it('are told to be slow while they are on their way, and not once they are there', async () => {
    host.connect();
    host.data.ask(question(SRC));
    timers.end();
    expect(host.data.state).to.deep.equal(SLOW);
    engine.asked[0]?.answer(answerOf(await fromRows(['v'], [['1']])));
    await settle();
    void host.data.refresh();
    timers.end();
    expect(host.data.state.name).to.equal('ready');
  });

  it('are not told to be slow before they have been asked for again', () => {
    host.connect();
    host.data.ask(question(SRC));
    timers.end();
    host.disconnect();
    host.connect();
    expect(host.data.state).to.deep.equal(LOADING);
    timers.end();
    void host.data.refresh();
    expect(host.data.state).to.deep.equal(LOADING);
  });

  it('are asked for afresh when the reader says so, and on their way again where they had failed', async () => {
    const error = new DataError('offline');
    host.connect();
    host.data.ask(question(SRC));
    engine.asked[0]?.fail(error);
    await settle();
    expect(host.data.state).to.deep.equal({ name: 'failed', error });
    void host.data.refresh();
    expect(host.data.state).to.deep.equal(LOADING);
    expect(engine.asked.map(({ fresh }) => fresh)).to.deep.equal([false, true]);
  });

  it('stay, as old, where they fail when asked for again', async () => {
    const answer = answerOf(await fromRows(['v'], [['1']]));
    host.connect();
    host.data.ask(question(SRC));
    engine.asked[0]?.answer(answer);
    await settle();
    const error = new DataError('offline');
    for (const time of [1, 2]) {
      void host.data.refresh();
      engine.asked[time]?.fail(error);
      await settle();
      expect(host.data.state).to.deep.equal({ name: 'stale', answer, error });
    }
  });

  it('[REL-04] end with the widget, and are asked for again when it is back', () => {
    host.connect();
    host.data.ask(question(SRC));
    host.disconnect();
    expect([engine.asked[0]?.signal.aborted, host.data.isBusy]).to.deep.equal([true, false]);
    void host.data.refresh();
    expect(engine.asked).to.have.length(1);
    host.connect();
    expect(engine.asked).to.have.length(2);
  });

  it('have a failure with a code whatever was thrown', async () => {
    host.connect();
    host.data.ask(question(SRC));
    engine.asked[0]?.fail(new TypeError('x'));
    await settle();
    expect(host.data.state).to.have.nested.property('error.code', 'internal');
  });
});
