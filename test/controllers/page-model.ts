/** Work that is shared by all who ask for one address, as it must be. */
interface Work {
  readonly address: string;
  /** The number of its request; undefined while it has not gone out. */
  serial: number | undefined;
  state: 'running' | 'replying' | 'answered' | 'failed' | 'left';
  rows: 0 | 1;
  /** Until when its answer is given again. */
  until: number;
}

export interface Widget {
  inPage: boolean;
  question: string | undefined;
  address: string;
  shown: string;
  waitsFor: Work | undefined;
}

/** What must be shown, and which requests may be under way, after any order of events. */
export class PageModel {
  readonly widgets: readonly Widget[];
  readonly works: Work[] = [];
  readonly #lifetime: number;
  readonly #known = new Map<string, Work>();
  #requests = 0;

  constructor(widgets: number, lifetime: number) {
    this.#lifetime = lifetime;
    this.widgets = Array.from({ length: widgets }, () => ({
      inPage: false,
      question: undefined,
      address: '',
      shown: 'loading',
      waitsFor: undefined,
    }));
  }

  widget(index: number): Widget {
    const widget = this.widgets[index];
    if (!widget) throw new Error(`There is no widget ${index}.`);
    return widget;
  }

  ask(widget: Widget, question: string, address: string, now: number): void {
    if (widget.question === question) return;
    Object.assign(widget, { question, address, shown: 'loading' });
    if (widget.inPage) this.#run(widget, false, now);
  }

  connect(widget: Widget, now: number): void {
    widget.inPage = true;
    if (widget.shown === 'loading' && widget.question !== undefined) this.#run(widget, false, now);
  }

  disconnect(widget: Widget): void {
    widget.inPage = false;
    this.#leave(widget);
  }

  refresh(widget: Widget, now: number): void {
    if (!widget.inPage || widget.question === undefined) return;
    if (widget.shown === 'failed') widget.shown = 'loading';
    this.#run(widget, true, now);
  }

  /** The reply to a request has come; nobody has read it yet. */
  reply(serial: number, rows: 0 | 1 | 'failure'): void {
    const work = this.works.find((each) => each.serial === serial);
    if (work?.state !== 'running') return;
    work.state = rows === 'failure' ? 'failed' : 'replying';
    if (rows !== 'failure') work.rows = rows;
  }

  /** Everything that is due has happened. */
  settle(now: number): void {
    for (const work of this.works) {
      const waiting = this.widgets.filter(({ waitsFor }) => waitsFor === work);
      if (work.state === 'running' && work.serial === undefined) work.serial = this.#requests++;
      if (work.state === 'replying') {
        work.state = 'answered';
        work.until = now + this.#lifetime;
      }
      if (work.state === 'failed' && this.#known.get(work.address) === work) this.#known.delete(work.address);
      if (work.state === 'answered' || work.state === 'failed')
        waiting.forEach((widget) => this.#show(widget, work));
    }
  }

  /** The requests that must be under way now, and no other. */
  get open(): number[] {
    return this.works.filter(({ state }) => state === 'running').flatMap(({ serial }) => serial ?? []);
  }

  #show(widget: Widget, work: Work): void {
    widget.waitsFor = undefined;
    const last = /^(?:ready|stale) (\d+)$/.exec(widget.shown)?.[1];
    if (work.state === 'answered')
      widget.shown = `${work.rows === 1 ? 'ready' : 'empty'} ${work.serial ?? ''}`;
    else widget.shown = last === undefined ? 'failed' : `stale ${last}`;
  }

  #leave(widget: Widget): void {
    const work = widget.waitsFor;
    widget.waitsFor = undefined;
    if (!work || work.state === 'answered') return;
    if (this.widgets.some(({ waitsFor }) => waitsFor === work)) return;
    work.state = 'left';
    if (this.#known.get(work.address) === work) this.#known.delete(work.address);
  }

  #run(widget: Widget, fresh: boolean, now: number): void {
    this.#leave(widget);
    let work = this.#known.get(widget.address);
    if (work?.state === 'answered' && (fresh || work.until <= now)) work = undefined;
    if (!work) {
      work = { address: widget.address, serial: undefined, state: 'running', rows: 1, until: Infinity };
      this.#known.set(widget.address, work);
      this.works.push(work);
    }
    widget.waitsFor = work;
  }
}
