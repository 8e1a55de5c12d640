import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer, Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { download as spanish } from '../../text/es/download.js';
import { table as spanishTable } from '../../text/es/table.js';
import { joined } from '../../text/joined.js';
import type { DownloadMessages } from '../../text/download-messages.js';
import { sizeText } from '../../text/size.js';
import { defineWidget } from '../define.js';
import { choice } from '../../text/attribute-values.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import { headingOf } from '../figure/heading.js';
import { makeFrame, type Frame } from '../figure/frame-model.js';
import { downloadStyles } from './download.styles.js';
import type { FileFacts } from './files.js';
import type { ReadyFile } from './ready-files.js';
import { FORMATS, type Format } from './formats.js';
import { factsOf, titlesOf, type DownloadModel } from './download-model.js';

/** One choice of rows with its files. */
interface Group {
  readonly rows: 'shown' | 'all';
  readonly files: readonly ReadyFile[];
}

/** What another widget tells when its figures change. */
const FOLLOWED = ['obs-shown', 'obs-error'];

function revoke(groups: readonly Group[] = []): void {
  for (const { files } of groups) for (const { href } of files) URL.revokeObjectURL(href);
}

/**
 * The data as files: CSV as it is or made for Excel, JSON, and a header file that tells source, licence, dates and
 * question. Exactly what the widget shows, and the whole series where that is more.
 *
 * @csspart file - A link to one file.
 * @cssproperty [--obs-download-block-size=15em] - Height kept free for the links, so that nothing moves when they come.
 */
export class ObsDownload extends FigureElement<DownloadModel> {
  static override styles: CSSResultGroup = [FigureElement.styles, downloadStyles];
  static override properties: PropertyDeclarations = {
    ...textAttributes('formats for'),
    groups: { state: true },
    done: { state: true },
  };

  /**
   * Which files: `excel`, `csv`, `json`, `header`; all without it.
   * @attr
   */
  declare formats: string;
  /**
   * The id of another widget: its data, exactly as it shows them.
   * @attr
   */
  declare for: string;
  declare private groups: readonly Group[] | undefined;
  declare private done: string;

  protected override readonly asksForSeries: boolean = false;
  /** What the files are of, or will be. */
  #built:
    { readonly table: Answer['table']; readonly wanted: string; readonly call: AbortController } | undefined;
  #root: Node | undefined;

  constructor() {
    super();
    this.done = '';
  }

  get #messages(): DownloadMessages {
    return this.language.messages?.download ?? spanish;
  }

  get #formats(): Format[] {
    const wanted = this.formats.split(/[\s,]+/).filter((format) => format !== '');
    for (const format of wanted) choice('formats', format, FORMATS);
    return FORMATS.filter((format) => wanted.length === 0 || wanted.includes(format));
  }

  /** The widget whose data are downloaded, where it is another one; `undefined` until it has its data. */
  get #other(): FigureElement<{ readonly frame: Frame }> | undefined {
    if (!this.isConnected) return undefined;
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = root.getElementById(this.for);
    // A plain element that has become a widget holds it.
    const other = named?.matches('[data-obs]') ? named.firstElementChild : named;
    if (other instanceof FigureElement) {
      const isFilled = !other.indicator || other.src !== '';
      // What keeps the other from asking keeps this one from it.
      if (!isFilled && other.view.error) throw other.view.error;
      return isFilled ? (other as FigureElement<{ readonly frame: Frame }>) : undefined;
    }
    if (other?.localName.startsWith('obs-')) {
      void customElements.whenDefined(other.localName).then(() => this.requestUpdate());
      return undefined;
    }
    const widgets = [...root.querySelectorAll('[id]')].filter((each) => each.localName.startsWith('obs-'));
    const expected = widgets.map(({ id }) => id);
    throw new DataError('bad-attribute', { attribute: 'for', value: this.for, expected });
  }

  /** @internal */
  override get question(): Question | undefined {
    return this.for === '' ? super.question : this.#other?.question;
  }

  /** @internal It asks for itself: what holds around the other widget holds, and what holds around this one. */
  override get hostLists(): readonly string[] {
    return [...super.hostLists, ...((this.for !== '' && this.#other?.hostLists) || [])];
  }

  protected override makeModel(answer: Answer): DownloadModel {
    const other = this.for === '' ? undefined : this.#other;
    const { words } = this.language;
    const { measures } = this.language.messages?.table ?? spanishTable;
    const named = headingOf(answer, (other ?? this).heading, words, measures);
    const frame = { ...makeFrame(answer, other ?? this, words, {}), heading: named };
    const heading = this.heading || this.#messages.heading;
    const subtitle = joined([frame.heading === heading ? '' : frame.heading, frame.subtitle], ' · ');
    return {
      frame: { ...frame, heading, subtitle },
      title: frame.heading,
      titles: titlesOf(answer.table, words, measures),
      answer: other?.shown ?? answer,
      whole: answer,
      formats: this.#formats,
    };
  }

  protected override renderFigure(): TemplateResult {
    const { groups } = this;
    const { preparing } = this.#messages;
    const { unavailable } = this.language.words;
    return html`${
        groups === undefined || groups.length === 0
          ? html`<p class="small">${groups ? unavailable : preparing}</p>`
          : groups.map((each) => this.#renderGroup(each))
      }
      <p class="small" role="status">${this.done}</p>`;
  }

  #renderGroup({ rows, files }: Group): TemplateResult {
    const { label: download, done } = this.#messages;
    const label = this.groups?.length === 1 ? '' : this.#messages[rows];
    // Two groups offer the same formats: heard alone, a link says of which it is.
    const group = label === '' ? nothing : html`<span class="hidden">, ${label}</span>`;
    const link = ({ format, name, bytes, href }: ReadyFile): TemplateResult =>
      html`<li>
        <a
          class="file"
          part="file"
          href=${href}
          download=${name}
          @click=${() => void (this.done = done(name))}
          >${download(this.#messages[format], sizeText(this.language.words, bytes))}${group}</a
        >
      </li>`;
    return html`<div class="group">
      ${label === '' ? nothing : html`<p class="small">${label}</p>`}
      <ul>
        ${files.map(link)}
      </ul>
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const { model } = this;
    // Without a model there may be no question either: asking for it fails where an attribute is wrong.
    const question = model && this.question;
    if (!question || !this.isConnected) return;
    const said = (this.for === '' ? undefined : this.#other) ?? this;
    const facts = factsOf(model, said, (this.language.messages?.table ?? spanishTable).statusHeader);
    const { table } = model.answer;
    const wanted = JSON.stringify([facts, model.formats, question]);
    if (table === this.#built?.table && wanted === this.#built.wanted) return;
    const build = { table, wanted, call: new AbortController() };
    this.#revoke();
    this.#built = build;
    this.#build(model, question, facts, build.call.signal).then(
      (groups) => void (this.#built === build ? (this.groups = groups) : revoke(groups)),
      // Without the code that writes files there is nothing to wait for.
      () => void (this.#built === build && (this.groups = [])),
    );
  }

  async #build(
    model: DownloadModel,
    question: Question,
    facts: FileFacts,
    signal: AbortSignal,
  ): Promise<Group[]> {
    const { readyFiles, wholeOf } = await import('./ready-files.js');
    const said = this.for === '' ? undefined : this.#other;
    const beside = { said, engine: this.engine, hosts: this.hostLists, signal };
    const whole = await wholeOf(model, question, beside);
    const files = await readyFiles(model.formats, model.answer, question, facts, '', beside);
    if (!whole) return [{ rows: 'shown', files }];
    const asked = { ...question, range: '', limit: '' };
    const all = await readyFiles(model.formats, whole, asked, facts, this.#messages.all, beside);
    return [
      { rows: 'shown', files },
      { rows: 'all', files: all },
    ];
  }

  #revoke(): void {
    this.#built?.call.abort();
    this.#built = undefined;
    revoke(this.groups);
    this.groups = undefined;
  }

  /** The other widget shows something else, or nothing any more. */
  readonly #otherChanged = ({ target }: Event): void => {
    if (this.for !== '' && (target as Element).closest(`#${CSS.escape(this.for)}`)) this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    for (const name of FOLLOWED) this.#root.addEventListener(name, this.#otherChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of FOLLOWED) this.#root?.removeEventListener(name, this.#otherChanged);
    this.#revoke();
  }
}

defineWidget('obs-download', ObsDownload);

declare global {
  interface HTMLElementTagNameMap {
    'obs-download': ObsDownload;
  }
}
