/**
 * How a bar is filled: whole; striped, which may still change; hollow, which is estimated; dotted, which is projected;
 * pale, which is not reliable; open, which is not whole.
 */
export type Texture = 'solid' | 'striped' | 'hollow' | 'dotted' | 'pale' | 'open';

/** From where to where, as shares of the scale. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface DrawnBar extends Extent {
  /** Which part it is, from 0; `undefined` where bars have no parts. */
  readonly part: number | undefined;
  readonly texture: Texture;
  /** Cannot be compared with others: the way of measuring changed. */
  readonly isBreak: boolean;
  /** What is written in it, where there is room. */
  readonly label: string;
}

/** One row of a chart, ready to draw and to speak. */
export interface DrawnRow {
  readonly kind: 'entry' | 'own' | 'others' | 'reference';
  readonly name: string;
  /** `3.º`; `''` without a place. */
  readonly place: string;
  readonly bars: readonly DrawnBar[];
  readonly whisker: Extent | undefined;
  /** Written at the end of the bar: `10.7 p`; in words where there is no value. */
  readonly value: string;
  /** The cases behind a rate. */
  readonly cases: string;
  /** Where the value stands, as a share of the scale, and whether to the left of that. */
  readonly at: number;
  readonly isLeft: boolean;
  readonly isAbsent: boolean;
  /** All of it as a sentence without its name. */
  readonly spoken: string;
  /** The same in pieces, for who reads one row. */
  readonly details: readonly string[];
}

/** What all are compared with: a line across the bars. */
export interface DrawnReference {
  readonly at: number;
  /** `Nacional: 10.7` */
  readonly label: string;
}

/** One chart. */
export interface DrawnPanel {
  readonly name: string;
  readonly rows: readonly DrawnRow[];
  readonly reference: DrawnReference | undefined;
}
