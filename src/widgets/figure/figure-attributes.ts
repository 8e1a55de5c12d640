import type { LitElement, PropertyDeclarations } from 'lit';
import type { Question } from '../../engine/engine.js';
import { textAttributes } from './attribute-texts.js';
import { hostLists } from './host-lists.js';
import { ASKED, questionOf } from './question-of.js';
import { QuestionAttributes } from './question-attributes.js';
import { SOURCE_OPTIONS } from './source-attributes.js';

const PREFIX = 'data-obs-';
const SAID_AROUND_THE_ANSWER =
  'src snapshot as-of protocol hosts observatory indicator filter-by place period unit heading heading-level count-heading count-unit reporting-units source-name source-href license updated expected-lag decimals definition method comparability contact lang theme';

/**
 * The attributes that every widget has. Each may also be written with the prefix `data-obs-`, for editors that
 * leave only `data-*` alone; the plain one wins.
 */
export abstract class FigureAttributes extends QuestionAttributes {
  static override properties: PropertyDeclarations = textAttributes(
    `${ASKED} ${SOURCE_OPTIONS} ${SAID_AROUND_THE_ANSWER}`,
  );

  /**
   * The names of filters of the page whose choices the figure follows, parted by spaces: `dep periodo`.
   * @attr filter-by
   */
  declare filterBy: string;
  /**
   * Name of the place that the figures are about; with `indicator`, its name or code in the observatory's list.
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
   * @type {'2' | '3' | '4' | '5' | '6'}
   */
  declare headingLevel: string;
  /**
   * What the count behind a rate is. With it readers choose between the two; the rate is shown first. Needs `per`.
   * @attr count-heading
   */
  declare countHeading: string;
  /**
   * Unit of that count: `víctimas`.
   * @attr count-unit
   */
  declare countUnit: string;
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
   * How many decimals are shown; as many as the source writes without it.
   * @attr
   */
  declare decimals: string;
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
   * Language of the widget: `es` (Peru) or `en`; `qu` and `ay` have Spanish words.
   * @attr
   * @default es
   */
  declare lang: string;
  /**
   * `light` or `dark`; without it the page's `color-scheme`.
   * @attr
   * @type {'light' | 'dark'}
   */
  declare theme: string;

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
    for (const [name, { attribute }] of (this.constructor as typeof LitElement).elementProperties) {
      if (typeof attribute === 'string') (this as Record<PropertyKey, unknown>)[name] = '';
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // Elsewhere in the page other lists of hosts hold.
  }

  /** The range of periods that is shown. */
  protected get range(): string {
    return this.period;
  }

  /** Whether a series is wanted, so that time and measure are found where they are not named. */
  protected readonly asksForSeries: boolean = true;

  /** @internal The question that the attributes ask. Fails with a DataError that names the attribute. */
  get question(): Question | undefined {
    return questionOf(this, this.range, this.asksForSeries);
  }

  /** @internal The lists of hosts that hold where the widget stands. */
  get hostLists(): readonly string[] {
    return hostLists(this);
  }

  /** @internal Values that are not used, since their attributes do not take them, by the names of the properties. */
  readonly odd = new Map<string, string>();

  /** @internal Decimals to show; as many as the source writes where none are asked for. */
  get decimalsShown(): number | undefined {
    return this.decimals ? Number(this.decimals) : undefined;
  }
}
