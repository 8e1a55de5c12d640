import type { PropertyDeclarations } from 'lit';
import { onDemand } from '../../controllers/on-demand.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import type { TrendModel } from './trend-model.js';

/** What few trends have. */
const additions = onDemand(() => import('./additions.js'));

/** The attributes that only a trend has, and the code that few of them need. */
export abstract class TrendAttributes extends FigureElement<TrendModel> {
  static override properties: PropertyDeclarations = textAttributes(
    'shape reference reference-where targets target-source better annotations',
  );

  /**
   * Lines or columns; columns begin at zero.
   * @attr
   * @type {'line' | 'column'}
   * @default line
   */
  declare shape: string;
  /**
   * Name of what the series are compared with, such as the country: a line of its own kind. Its rows are those of
   * `reference-where`; without it, the part of `by` with that name.
   * @attr
   */
  declare reference: string;
  /**
   * Which rows are those of `reference`, in place of those of `where`: `departamento = 'PERU'`; `*` for all rows.
   * @attr reference-where
   */
  declare referenceWhere: string;
  /**
   * What a plan sets: `base 2024: 12.0; 2027: 9.0; 2030: 6.0`. The way between is a straight line, the last one the
   * horizon, `base` where it starts from.
   * @attr
   */
  declare targets: string;
  /**
   * The plan that sets the targets.
   * @attr target-source
   */
  declare targetSource: string;
  /**
   * Which way is better, for the targets.
   * @attr
   * @type {'lower' | 'higher'}
   * @default lower
   */
  declare better: string;
  /**
   * What happened in the time that is shown: `2020-03..2021-06: Aislamiento obligatorio; 2023-01: Cambia la ley`.
   * @attr
   */
  declare annotations: string;

  /** Draws and tells what few trends have, once it is there. */
  protected additions: typeof import('./additions.js') | undefined;

  protected override hasWords(isPlain: boolean): boolean {
    const isBare = !(this.reference + this.referenceWhere + this.targets + this.annotations);
    this.additions = isBare ? undefined : additions(this);
    return (isBare || !!this.additions) && super.hasWords(isPlain && isBare);
  }
}
