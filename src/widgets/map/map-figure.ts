import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { DataState } from '../../controllers/data-controller.js';
import { ShapesController, type ShapesState } from '../../controllers/shapes-controller.js';
import type { Answer, Question } from '../../engine/engine.js';
import { pageShapes } from '../../engine/page-shapes.js';
import type { MapEngine } from '../../engine/shapes.js';
import type { DataError } from '../../errors.js';
import type { Notice } from '../../table/notice.js';
import type { MapDocument } from '../../table/shape.js';
import { withNotices } from '../../table/table.js';
import type { MapMessages } from '../../text/map-messages.js';
import type { Words } from '../../text/words.js';
import { ObsErrorEvent } from '../figure/events.js';
import type { Frame } from '../figure/frame-model.js';
import type { Explained } from '../figure/owner-report.js';
import { drawTiles, type Drawn } from './drawn.js';
import { MapAttributes } from './map-attributes.js';
import { isSame } from './same.js';

/** A map that has come, and how its places are drawn. */
export type ReadyShapes = Extract<ShapesState<Drawn>, { name: 'ready' }>;

/** Squares need no geometry, and its library is not loaded for them. */
async function draw(map: MapDocument): Promise<Drawn> {
  if (map.kind === 'tiles') return drawTiles(map.places);
  return (await import('./projection.js')).drawShapes(map.places);
}

/**
 * A figure that needs shapes beside its data: both are asked for at once, and it waits for both. Where the shapes
 * fail, the data are shown without them.
 */
export abstract class MapFigure<M extends { readonly frame: Frame }> extends MapAttributes<M> {
  static override properties: PropertyDeclarations = {
    mapEngine: { attribute: false },
    failure: { state: true },
  };

  /** Answers which shapes there are; a page may give its own. */
  declare mapEngine: MapEngine;
  /** Why there are no shapes, in words. */
  declare private failure: Explained | undefined;

  protected readonly shapes = new ShapesController(this, () => this.mapEngine, draw);
  #told: { readonly from: readonly unknown[]; readonly answer: Answer } | undefined;
  #toldFailure: DataError | undefined;

  constructor() {
    super();
    this.mapEngine = pageShapes;
  }

  /** What was found out when the data were joined with the map. */
  protected abstract get ownNotices(): readonly Notice[] | undefined;

  /** @internal A map that is said wrongly is a mistake of the page, as one in the question. */
  override get question(): Question | undefined {
    void this.mapQuestion;
    return super.question;
  }

  /** @internal Also while its shapes are on their way. */
  override get view(): DataState {
    const view = super.view;
    if (view.name !== 'ready' && view.name !== 'stale') return view;
    if (this.shapes.state.name === 'loading') return { name: 'loading', isSlow: false };
    return { ...view, answer: this.#withNotices(view.answer) };
  }

  #withNotices(answer: Answer): Answer {
    const { state } = this.shapes;
    const own = this.ownNotices ?? [];
    // By what they say: in another language the map is made anew, and the answer is the one already told.
    const from = [answer, state, JSON.stringify(own)];
    if (!isSame(this.#told?.from, from)) {
      const notices = [...(state.name === 'ready' ? state.map.notices : []), ...own];
      this.#told = { from, answer: { ...answer, table: withNotices(answer.table, notices) } };
    }
    return this.#told?.answer ?? answer;
  }

  /** Asks the source again, and for the shapes where they are not there. */
  override async refresh(): Promise<void> {
    await Promise.all([super.refresh(), this.shapes.refresh()]);
  }

  protected override willUpdate(): void {
    if (this.isMapSaid) this.shapes.ask(this.mapQuestion);
    super.willUpdate();
    if (this.shapes.state.name === 'loading') this.model = undefined;
  }

  protected override updated(): void {
    super.updated();
    const { state } = this.shapes;
    if (state.name === 'failed' && state.error !== this.#toldFailure) void this.#tellFailure(state.error);
  }

  /** Why there is no map: by an event to the page's scripts, in the console to its owner, in words to its reader. */
  async #tellFailure(error: DataError): Promise<void> {
    this.#toldFailure = error;
    this.dispatchEvent(new ObsErrorEvent(error, false));
    const module = await import('../figure/owner-report.js').catch(() => undefined);
    this.failure = module?.explain(this, error, this.language.messages);
  }

  /** Why there is no map, above the table that stands in its place. */
  protected renderFailure({ noMap }: MapMessages, words: Words): TemplateResult {
    const { failure } = this;
    return html`<div class="cautions">
      <p role="status">${failure?.sentence} ${noMap}</p>
      <button type="button" part="retry" @click=${() => void this.refresh()}>${words.retry}</button>
      ${failure?.forOwner}
    </div>`;
  }
}
