/* eslint max-lines: ['error', 300] -- one place documents the forty attributes that every widget has */
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { PROTOCOLS, type ProtocolName } from '../../sources/source.js';

const PREFIX = 'data-obs-';

/** What the widget asks, in the words of the question. */
const ASKED =
  'value time by where per sort limit status labels breaks provisional-from complete-through max-bytes timeout first-byte-timeout stall-timeout';
type Asked = Omit<Question, 'src' | 'base' | 'protocol' | 'source' | 'range' | 'series'>;
/** What it says around the answer. */
const SAID =
  'src protocol resource place period unit heading heading-level source-name source-href license updated expected-lag decimals decimal definition method comparability contact lang theme';

/** `source-name` is the property `sourceName`; `updated` would be Lit's own `updated()`. */
function propertyName(attribute: string): string {
  if (attribute === 'updated') return 'updatedOn';
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Attributes that are all texts, absent or not: what they mean is read when it is used. */
export function textAttributes(names: string): PropertyDeclarations {
  return Object.fromEntries(names.split(' ').map((attribute) => [propertyName(attribute), { attribute }]));
}

/**
 * The attributes that every widget has. Each may also be written with the prefix `data-obs-`, for editors that
 * leave only `data-*` alone; the plain one wins.
 */
export abstract class FigureAttributes extends LitElement {
  static override properties: PropertyDeclarations = textAttributes(`${ASKED} ${SAID}`);

  /**
   * Address of the data: a file, an API's request, or a dataset's page. Relative to the page.
   * @attr
   */
  declare src: string;
  /**
   * How the source answers: `csv`, `json`, `ckan`, `dkan`. Found out where it is not given.
   * @attr
   */
  declare protocol: string;
  /**
   * Which resource of a dataset, by id or name.
   * @attr
   */
  declare resource: string;
  /**
   * What is shown: a column, or `sum`, `avg`, `min`, `max`, `count` of one. Several are parted by commas.
   * @attr
   */
  declare value: string;
  /**
   * The column of periods, two for year and month, or `month(column)` to put days together.
   * @attr
   */
  declare time: string;
  /**
   * Columns that break the value down.
   * @attr
   */
  declare by: string;
  /**
   * Which rows count: `departamento = 'LA LIBERTAD' and anio >= 2018`.
   * @attr
   */
  declare where: string;
  /**
   * The denominator of a rate: `100000 of sum(poblacion)`.
   * @attr
   */
  declare per: string;
  /**
   * Order of the rows: `cantidad desc, modalidad`.
   * @attr
   */
  declare sort: string;
  /**
   * At most this many rows.
   * @attr
   */
  declare limit: string;
  /**
   * The column that holds each value's status: `p`, `e`, `r`, `b`, `u`, `c`, `:`, `z`.
   * @attr
   */
  declare status: string;
  /**
   * Name of the place that the figures are about.
   * @attr
   */
  declare place: string;
  /**
   * The period shown, `2024` or `2024-09`, or a range `2018..2024`.
   * @attr
   */
  declare period: string;
  /**
   * Unit of the value: `por 100 mil habitantes`.
   * @attr
   */
  declare unit: string;
  /**
   * What the figure is.
   * @attr
   */
  declare heading: string;
  /**
   * Level of the heading in the page, 2 to 6; without it the heading is plain text.
   * @attr heading-level
   */
  declare headingLevel: string;
  /**
   * Whose data they are.
   * @attr source-name
   */
  declare sourceName: string;
  /**
   * The source's own page.
   * @attr source-href
   */
  declare sourceHref: string;
  /**
   * Under which licence they may be used.
   * @attr
   */
  declare license: string;
  /**
   * When the source published them.
   * @attr updated
   */
  declare updatedOn: string;
  /**
   * Months within which a period is usually published; later data get a note.
   * @attr expected-lag
   */
  declare expectedLag: string;
  /**
   * Names for readers: `cantidad: Denuncias; P_MODALIDADES: Modalidad`.
   * @attr
   */
  declare labels: string;
  /**
   * How many decimals are shown; as many as the source writes without it.
   * @attr
   */
  declare decimals: string;
  /**
   * The decimal mark of the file, `.` or `,`, where it cannot be told.
   * @attr
   */
  declare decimal: string;
  /**
   * Periods from which values cannot be compared with earlier ones: `2025-01`.
   * @attr
   */
  declare breaks: string;
  /**
   * The period from which on values may still change.
   * @attr provisional-from
   */
  declare provisionalFrom: string;
  /**
   * Until when the data are complete; a period that ends later is marked and not compared.
   * @attr complete-through
   */
  declare completeThrough: string;
  /**
   * What the figure measures.
   * @attr
   */
  declare definition: string;
  /**
   * How it is calculated, or the address of the page that tells.
   * @attr
   */
  declare method: string;
  /**
   * What it can be compared with and what not.
   * @attr
   */
  declare comparability: string;
  /**
   * Whom to write to about mistakes.
   * @attr
   */
  declare contact: string;
  /**
   * Language of the widget: `es` (Peru), `en`, `qu`, `ay`.
   * @attr
   */
  declare lang: string;
  /**
   * `light` or `dark`; without it the page's `color-scheme`.
   * @attr
   */
  declare theme: string;
  /**
   * Largest reply taken, in bytes after decompression.
   * @attr max-bytes
   */
  declare maxBytes: string;
  /**
   * Seconds to wait for a whole reply.
   * @attr
   */
  declare timeout: string;
  /**
   * Seconds to wait for a reply to begin.
   * @attr first-byte-timeout
   */
  declare firstByteTimeout: string;
  /**
   * Seconds to wait between two pieces of a reply.
   * @attr stall-timeout
   */
  declare stallTimeout: string;

  static override get observedAttributes(): string[] {
    const own = super.observedAttributes;
    return [...own, ...own.map((name) => PREFIX + name)];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const plain = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
    if (plain !== name && this.hasAttribute(plain)) return;
    // Taken away it is as if it had never been there.
    const now = value ?? (plain === name ? this.getAttribute(PREFIX + plain) : null) ?? '';
    super.attributeChangedCallback(plain, old, now);
  }

  constructor() {
    super();
    const { elementProperties } = this.constructor as typeof LitElement;
    for (const [name, { attribute }] of elementProperties) {
      if (typeof attribute === 'string') (this as Record<PropertyKey, unknown>)[name] = '';
    }
  }

  /** The range of periods that is shown. */
  protected get range(): string {
    return this.period;
  }

  /** Whether a series is wanted, so that time and measure are found where they are not named. */
  protected readonly asksForSeries: boolean = true;

  /**
   * The question that the attributes ask; `undefined` where it cannot be known yet. Fails with a DataError that
   * names the attribute.
   */
  get question(): Question | undefined {
    const { src, resource, range, baseURI: base } = this;
    const decimal = this.choice('decimal', this.decimal, ['.', ',']) as '' | '.' | ',';
    const protocol = this.choice('protocol', this.protocol, PROTOCOLS) as '' | ProtocolName;
    if (src.trim() === '')
      throw new DataError('bad-address', { attribute: 'src', value: '', expected: ['https://…'] });
    return {
      ...this.#asked(),
      ...{ src, base, range },
      ...(protocol && { protocol }),
      source: { ...(resource && { resource }), ...(decimal && { decimal }) },
      series: this.asksForSeries,
    };
  }

  #asked(): Asked {
    const names = ASKED.split(' ').map(propertyName) as (keyof Asked)[];
    return Object.fromEntries(names.map((name) => [name, this[name]])) as unknown as Asked;
  }

  /** Months that `expected-lag` allows. */
  get lagAllowed(): number | undefined {
    return this.amount('expected-lag', this.expectedLag, '3');
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
