import { expect } from 'chai';
import type { DataState } from '../../src/controllers/data-controller.js';
import type { Question } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { question } from '../support/question.js';
import { settle, type Clock } from '../support/work.js';
import { PageHost } from './page-host.js';
import { PageModel } from './page-model.js';
import { scriptFetch, type Asked, type ScriptedFetch } from './scripted-fetch.js';

export const WIDGETS = 3;
/** How long the engine gives an answer again. */
export const LIFETIME = 5 * 60_000;
/** Two files; the first is asked in two ways, which share its reading. */
export const QUESTIONS: readonly (readonly [file: string, asked: Partial<Question>])[] = [
  ['a.csv', {}],
  ['a.csv', { value: 'v' }],
  ['b.csv', {}],
];

export type Step =
  | { readonly kind: 'ask'; readonly widget: number; readonly asked: number }
  | { readonly kind: 'refresh' | 'disconnect' | 'connect'; readonly widget: number }
  | { readonly kind: 'answer' | 'answer empty' | 'fail'; readonly which: number }
  | { readonly kind: 'wait' };

/** The number of the request whose answer a state shows. */
function serialOf(state: DataState): string {
  return 'answer' in state ? (state.answer.provenance.lastModified ?? '') : '';
}

/** Widgets in a page whose network the test plays, and the model of them, side by side. */
export class PagePair {
  readonly #hosts = Array.from({ length: WIDGETS }, () => new PageHost(pageEngine));
  readonly #model = new PageModel(WIDGETS, LIFETIME);
  readonly #network: ScriptedFetch = scriptFetch();
  readonly #clock: Clock;
  readonly #folder: string;

  /** Each run has addresses of its own: the engine is one for all. */
  constructor(clock: Clock, run: number) {
    this.#clock = clock;
    this.#folder = `https://datos.example/${run}`;
  }

  take(step: Step): void {
    const { time: now } = this.#clock;
    if (step.kind === 'wait') return void (this.#clock.time += LIFETIME / 2);
    if ('which' in step) return this.#reply(step.kind, step.which);
    const [host, widget] = [this.#hosts[step.widget], this.#model.widget(step.widget)];
    if (!host) return;
    if (step.kind === 'ask') {
      const [file, asked] = QUESTIONS[step.asked] ?? ['', {}];
      const address = `${this.#folder}/${file}`;
      host.asking = String(step.asked);
      this.#model.ask(widget, host.asking, address, now);
      host.data.ask(question(address, asked));
    } else if (step.kind === 'refresh') {
      this.#model.refresh(widget, now);
      void host.data.refresh();
    } else if (host.isConnected === (step.kind === 'disconnect')) {
      this.#model[step.kind](widget, now);
      host[step.kind]();
    }
  }

  #reply(kind: 'answer' | 'answer empty' | 'fail', which: number): void {
    const request = this.#open[which % Math.max(1, this.#open.length)];
    if (!request) return;
    const rows = kind === 'answer' ? 1 : 0;
    this.#model.reply(request.serial, kind === 'fail' ? 'failure' : rows);
    if (kind === 'fail') request.fail();
    else request.answer(rows);
  }

  get #open(): Asked[] {
    return this.#network.asked.filter(({ state }) => state === 'open');
  }

  /** What each widget shows, whether it waits, and the requests under way: as it is, and as it must be. */
  #compare(): readonly [unknown, unknown] {
    const shown = this.#hosts.map(({ data: { state } }) => `${state.name} ${serialOf(state)}`.trim());
    const busy = this.#hosts.map(({ data }) => data.isBusy);
    return [
      { shown, busy, open: this.#open.map(({ serial }) => serial) },
      {
        shown: this.#model.widgets.map((widget) => widget.shown),
        busy: this.#model.widgets.map(({ waitsFor }) => waitsFor !== undefined),
        open: this.#model.open,
      },
    ];
  }

  /** Lets everything that is due happen, and compares. */
  async settle(): Promise<void> {
    this.#model.settle(this.#clock.time);
    const isReached = (): boolean => {
      const [is, must] = this.#compare();
      return JSON.stringify(is) === JSON.stringify(must);
    };
    // Most often at once; what takes a timer, or a slow machine, gets more turns.
    for (let turn = 0; turn < 200 && !isReached(); turn++)
      await (turn < 20 ? settle() : new Promise((resolve) => setTimeout(resolve, 5)));
    this.check();
  }

  check(): void {
    const [is, must] = this.#compare();
    expect(JSON.stringify(is)).to.equal(JSON.stringify(must));
    const urls = this.#open.map(({ url }) => url);
    expect(new Set(urls).size, 'requests for the same at a time').to.equal(urls.length);
    for (const { drawn } of this.#hosts) {
      expect(
        drawn.every(({ inPage }) => inPage),
        'drawn only in the page',
      ).to.equal(true);
      const isOlder = drawn.some(({ state, asking }, index) => {
        const last = drawn[index - 1];
        return (
          last?.asking === asking && Number(serialOf(state) || NaN) < Number(serialOf(last.state) || NaN)
        );
      });
      expect(isOlder, 'an older answer over a newer').to.equal(false);
    }
  }

  /** What has happened here, for a test that must have seen everything once. */
  get happened(): string[] {
    const drawn = this.#hosts.flatMap((host) => host.drawn.map(({ state }) => state.name));
    return [...drawn, ...this.#network.asked.map(({ state }) => state)];
  }

  leave(): void {
    for (const host of this.#hosts) host.disconnect();
    this.#network.leave();
  }
}
