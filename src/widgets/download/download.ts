import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer, Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { download as spanish } from '../../text/es/download.js';
import { table as spanishTable } from '../../text/es/table.js';
import { joined } from '../../text/joined.js';
import type { DownloadMessages } from '../../text/messages.js';
import { sizeText } from '../../text/size.js';
import { defineWidget } from '../define.js';
import { choice, textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import { makeFrame, type Frame } from '../figure/frame-model.js';
import { downloadStyles } from './download.styles.js';
import { FORMATS, type Format } from './formats.js';
import { factsOf, type DownloadModel } from './download-model.js';

/** A file that is ready, at an address within the page. */
interface ReadyFile {
  readonly format: Format;
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}

/** One choice of rows with its files. */
interface Group {
  readonly label: string;
  readonly files: readonly ReadyFile[];
}

/**
 * The data as files: CSV as it is or made for Excel, JSON, and a header file that tells source, licence, dates and
 * question. Exactly what the widget shows, and the whole series where that is more.
 *
 * @csspart file - A link to one file.
 * @cssproperty [--obs-download-block-size=13em] - Height kept free for the links, so that nothing moves when they come.
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
  /** What the files are made of. */
  #built: readonly unknown[] = [];
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

  /** The widget whose data are downloaded, where it is another one; `undefined` until it is there. */
  get #other(): FigureElement<{ readonly frame: Frame }> | undefined {
    const root = this.getRootNode() as Document | ShadowRoot;
    const other = root.getElementById(this.for);
    if (other instanceof FigureElement) return other as FigureElement<{ readonly frame: Frame }>;
    if (other?.localName.startsWith('obs-')) {
      void customElements.whenDefined(other.localName).then(() => this.requestUpdate());
      return undefined;
    }
    const expected = [...root.querySelectorAll('[id]')].filter((each) => each.localName.startsWith('obs-'));
    throw new DataError('bad-attribute', {
      attribute: 'for',
      value: this.for,
      expected: expected.map(({ id }) => id),
    });
  }

  /** @internal */
  override get question(): Question | undefined {
    return this.for === '' ? super.question : this.#other?.question;
  }

  protected override makeModel(answer: Answer): DownloadModel {
    const other = this.for === '' ? undefined : this.#other;
    const { words } = this.language;
    const frame = makeFrame(answer, other ?? this, words, {});
    const heading = this.heading || this.#messages.heading;
    const subtitle = joined([frame.heading === heading ? '' : frame.heading, frame.subtitle], ' · ');
    return {
      frame: { ...frame, heading, subtitle },
      title: frame.heading,
      formats: this.#formats,
      answer: other?.shown ?? answer,
      whole: answer,
    };
  }

  protected override renderFigure(): TemplateResult {
    const { groups } = this;
    const { preparing } = this.#messages;
    return html`${groups === undefined ? html`<p class="small">${preparing}</p>` : groups.map((each) => this.#renderGroup(each))}
      <p class="small" role="status">${this.done}</p>`;
  }

  #renderGroup({ label, files }: Group): TemplateResult {
    const { label: download, done } = this.#messages;
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
    if (!model) return;
    const made = [model.answer.table, this.formats, this.#messages];
    if (made.every((each, index) => each === this.#built[index])) return;
    this.#built = made;
    void this.#build(model, made);
  }

  /** Writes the files, so that their sizes can be told before anybody downloads them. */
  async #build(model: DownloadModel, made: readonly unknown[]): Promise<void> {
    this.#revoke();
    const { question } = this;
    if (!question) return;
    const { buildFile } = await import('./files.js');
    const { statusHeader } = this.language.messages?.table ?? spanishTable;
    const said = (this.for === '' ? undefined : this.#other) ?? this;
    const facts = factsOf(model, said, statusHeader);
    const write = async (answer: Answer, asked: Question, suffix: string): Promise<ReadyFile[]> => {
      const files: ReadyFile[] = [];
      for (const format of model.formats) {
        const { name, type, text } = await buildFile(format, answer, asked, facts, suffix);
        const blob = new Blob([text], { type });
        files.push({ format, name, bytes: blob.size, href: URL.createObjectURL(blob) });
      }
      return files;
    };
    const whole = await this.#whole(model, question);
    const shown = await write(model.answer, question, '');
    const all = whole ? await write(whole, { ...question, range: '', limit: '' }, this.#messages.all) : [];
    if (this.#built !== made) {
      for (const { href } of [...shown, ...all]) URL.revokeObjectURL(href);
      return;
    }
    const { shown: shownLabel, all: allLabel } = this.#messages;
    this.groups = whole
      ? [
          { label: shownLabel, files: shown },
          { label: allLabel, files: all },
        ]
      : [{ label: '', files: shown }];
  }

  /** The whole series, where less than that is shown. */
  async #whole({ answer, whole }: DownloadModel, question: Question): Promise<Answer | undefined> {
    if (question.range !== '' || question.limit !== '') {
      const { signal } = new AbortController();
      return this.engine.ask({ ...question, range: '', limit: '' }, { signal }).catch(() => undefined);
    }
    return answer.table.length < whole.table.length ? whole : undefined;
  }

  #revoke(): void {
    for (const { files } of this.groups ?? []) for (const { href } of files) URL.revokeObjectURL(href);
    this.groups = undefined;
  }

  readonly #otherShows = (event: Event): void => {
    if ((event.target as Element).id === this.for && this.for !== '') this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('obs-shown', this.#otherShows);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('obs-shown', this.#otherShows);
    this.#revoke();
    this.#built = [];
  }
}

defineWidget('obs-download', ObsDownload);

declare global {
  interface HTMLElementTagNameMap {
    'obs-download': ObsDownload;
  }
}
