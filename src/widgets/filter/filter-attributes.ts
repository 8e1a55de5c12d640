import type { PropertyDeclarations } from 'lit';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureAttributes } from '../figure/figure-attributes.js';
import type { Wanted } from './wanted.js';

/** The attributes of a filter, beside those by which any widget finds its data. */
export abstract class FilterAttributes extends FigureAttributes {
  static override properties: PropertyDeclarations = {
    ...textAttributes('name kind options level label all initial as'),
    inUrl: { attribute: 'in-url' },
    required: { attribute: 'required' },
  };

  /**
   * The name by which figures follow it; with `in-url`, also that in the page's address.
   * @attr
   */
  declare name: string;
  /**
   * What is chosen: `place`, `period`, `breakdown` or `indicator`; a place without it.
   * @attr
   * @type {'place' | 'period' | 'breakdown' | 'indicator'}
   */
  declare kind: string;
  /**
   * What there is to choose from, where the page says so: `13: La Libertad; 20: Piura`.
   * @attr
   */
  declare options: string;
  /**
   * Only places of that level of the observatory's list: `departamento`.
   * @attr
   */
  declare level: string;
  /**
   * What is chosen, in words.
   * @attr
   */
  declare label: string;
  /**
   * What it is called not to choose: `Todo el país`.
   * @attr
   */
  declare all: string;
  /**
   * The value that holds until the reader chooses; all without it.
   * @attr
   */
  declare initial: string;
  /**
   * `select` for a list, `radio` for buttons; a list without it.
   * @attr
   * @type {'select' | 'radio'}
   */
  declare as: string;
  /**
   * The choice is kept in the page's address: who gets it sees the same.
   * @attr in-url
   */
  declare inUrl: boolean;
  /**
   * One must be chosen: there is no choice of all.
   * @attr
   */
  declare required: boolean;

  constructor() {
    super();
    this.inUrl = false;
    this.required = false;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const plain = name.replace(/^data-obs-/, '');
    const isThere = this.hasAttribute(plain) || this.hasAttribute(`data-obs-${plain}`);
    if (plain === 'in-url') this.inUrl = isThere;
    else if (plain === 'required') this.required = isThere;
    else super.attributeChangedCallback(name, old, value);
  }

  /** The texts of all attributes, by the names of their properties. */
  protected get texts(): Wanted['texts'] {
    const { elementProperties } = this.constructor as typeof FilterAttributes;
    const values = this as unknown as Record<PropertyKey, unknown>;
    const texts = [...elementProperties.keys()].map((name) => [name, values[name]]);
    const { baseURI } = this;
    return {
      ...(Object.fromEntries(texts.filter(([, text]) => typeof text === 'string')) as Wanted['texts']),
      baseURI,
    };
  }
}
