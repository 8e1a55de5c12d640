import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../request/limits.js';
import { PROTOCOLS, type ProtocolName } from '../../sources/source.js';
import type { FrameOptions } from './frame-model.js';

const PREFIX = 'data-obs-';

/**
 * The attributes that every widget has. Each may also be written with the prefix `data-obs-`, for editors that
 * leave only `data-*` alone; the plain one wins.
 */
export abstract class FigureAttributes extends LitElement {
  /** Address of the data: a file, an API's request, or a dataset's page. Relative to the page. */
  @property() src = '';
  /** How the source answers: `csv`, `json`, `ckan`, `dkan`. Found out where it is not given. */
  @property() protocol = '';
  /** Which resource of a dataset, by id or name. */
  @property() resource = '';
  /** What is shown: a column, or `sum`, `avg`, `min`, `max`, `count` of one. Several are parted by commas. */
  @property() value = '';
  /** The column of periods, two for year and month, or `month(column)` to put days together. */
  @property() time = '';
  /** Columns that break the value down. */
  @property() by = '';
  /** Which rows count: `departamento = 'LA LIBERTAD' and anio >= 2018`. */
  @property() where = '';
  /** The denominator of a rate: `100000 of sum(poblacion)`. */
  @property() per = '';
  /** Order of the rows: `cantidad desc, modalidad`. */
  @property() sort = '';
  /** At most this many rows. */
  @property() limit = '';
  /** The column that holds each value's status: `p`, `e`, `r`, `b`, `u`, `c`, `:`, `z`. */
  @property() status = '';
  /** Name of the place that the figures are about. */
  @property() place = '';
  /** The period shown, `2024` or `2024-09`, or a range `2018..2024`. */
  @property() period = '';
  /** Unit of the value: `por 100 mil habitantes`. */
  @property() unit = '';
  /** What the figure is. */
  @property() heading = '';
  /** Level of the heading in the page, 2 to 6; without it the heading is plain text. */
  @property({ attribute: 'heading-level' }) headingLevel = '';
  /** Whose data they are. */
  @property({ attribute: 'source-name' }) sourceName = '';
  /** The source's own page. */
  @property({ attribute: 'source-href' }) sourceHref = '';
  /** Under which licence they may be used. */
  @property() license = '';
  /** When the source published them. */
  @property({ attribute: 'updated' }) updatedOn = '';
  /** Months within which a period is usually published; later data get a note. */
  @property({ attribute: 'expected-lag' }) expectedLag = '';
  /** Names for readers: `cantidad: Denuncias; P_MODALIDADES: Modalidad`. */
  @property() labels = '';
  /** How many decimals are shown; as many as the source writes without it. */
  @property() decimals = '';
  /** The decimal mark of the file, `.` or `,`, where it cannot be told. */
  @property() decimal = '';
  /** Periods from which values cannot be compared with earlier ones: `2025-01`. */
  @property() breaks = '';
  /** The period from which on values may still change. */
  @property({ attribute: 'provisional-from' }) provisionalFrom = '';
  /** What the figure measures. */
  @property() definition = '';
  /** How it is calculated, or the address of the page that tells. */
  @property() method = '';
  /** What it can be compared with and what not. */
  @property() comparability = '';
  /** Whom to write to about mistakes. */
  @property() contact = '';
  /** Language of the widget: `es` (Peru), `en`, `qu`, `ay`. */
  @property() override lang = '';
  /** `light` or `dark`; without it the page's `color-scheme`. */
  @property({ reflect: true }) theme = '';
  /** Largest reply taken, in bytes after decompression. */
  @property({ attribute: 'max-bytes' }) maxBytes = '';
  /** Seconds to wait for a whole reply. */
  @property() timeout = '';
  /** Seconds to wait for a reply to begin. */
  @property({ attribute: 'first-byte-timeout' }) firstByteTimeout = '';
  /** Seconds to wait between two pieces of a reply. */
  @property({ attribute: 'stall-timeout' }) stallTimeout = '';

  static override get observedAttributes(): string[] {
    const own = super.observedAttributes;
    return [...own, ...own.map((name) => PREFIX + name)];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const plain = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
    if (plain !== name && this.hasAttribute(plain)) return;
    const now = value ?? (plain === name ? this.getAttribute(PREFIX + plain) : null);
    super.attributeChangedCallback(plain, old, now);
  }

  /** Whether a series is wanted, so that time and measure are found where they are not named. */
  protected readonly asksForSeries: boolean = true;

  /** The question that the attributes ask. Fails with a DataError that names the attribute. */
  protected get question(): Question {
    const { value, time, by, where, per, sort, limit, status, resource } = this;
    const decimal = this.choice('decimal', this.decimal, ['.', ',']) as '' | '.' | ',';
    const protocol = this.choice('protocol', this.protocol, PROTOCOLS) as '' | ProtocolName;
    if (this.src.trim() === '')
      throw new DataError('bad-address', { attribute: 'src', value: '', expected: ['https://…'] });
    return {
      src: this.src,
      base: this.baseURI,
      ...(protocol && { protocol }),
      source: { ...(resource && { resource }), ...(decimal && { decimal }) },
      ...{ value, time, by, where, per, sort, limit, status },
      series: this.asksForSeries,
      limits: this.#limits(),
    };
  }

  protected get frameOptions(): FrameOptions {
    const { heading, place, unit, per, sourceName, sourceHref, license, updatedOn } = this;
    const expectedLag = this.amount('expected-lag', this.expectedLag);
    return {
      ...{ heading, place, unit, per, sourceName, sourceHref, license, updated: updatedOn, expectedLag },
      base: this.baseURI,
      now: Date.now(),
    };
  }

  #limits(): Limits {
    const seconds = (attribute: string, text: string, usual: number): number =>
      (this.amount(attribute, text) ?? usual / 1000) * 1000;
    return {
      firstByte: seconds('first-byte-timeout', this.firstByteTimeout, DEFAULT_LIMITS.firstByte),
      whole: seconds('timeout', this.timeout, DEFAULT_LIMITS.whole),
      stall: seconds('stall-timeout', this.stallTimeout, DEFAULT_LIMITS.stall),
      maxBytes: this.amount('max-bytes', this.maxBytes) ?? DEFAULT_LIMITS.maxBytes,
    };
  }

  /** An attribute that may only be one of these, or absent. */
  protected choice(attribute: string, text: string, choices: readonly string[]): string {
    const value = text.trim();
    if (value === '' || choices.includes(value)) return value;
    throw new DataError('bad-attribute', { attribute, value: text, expected: choices });
  }

  /** An attribute that is a number, zero or more; `undefined` where it is absent. */
  protected amount(attribute: string, text: string, example = '20'): number | undefined {
    if (text.trim() === '') return undefined;
    if (/^\d{1,10}(\.\d+)?$/.test(text.trim())) return Number(text);
    throw new DataError('bad-attribute', { attribute, value: text, expected: [example] });
  }
}
