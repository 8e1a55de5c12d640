import type { PaceName } from './targets-messages.js';

/** What is told of a place beside another. Names and numbers are written out already. */
export interface ComparisonMessages {
  /** The name of what is compared with, where a series has it. */
  readonly reference: (name: string) => string;
  /** A name and its value: `Perú: 8.1`. */
  readonly valued: (name: string, value: string) => string;
  readonly above: (difference: string) => string;
  readonly below: (difference: string) => string;
  readonly same: string;
  /** How much of the larger place's count it is. */
  readonly share: (percent: string, name: string, total: string) => string;
  /** Why nothing more is told. */
  readonly why: Readonly<Record<'unclear' | 'notAPart' | 'notComparable' | 'notWhole', string>>;
  readonly noValue: (name: string, period: string) => string;
  /** Its data have not come, or are of no use. */
  readonly failed: (name: string) => string;
  readonly noCommonPeriod: (name: string) => string;
  /** What it is drawn as. */
  readonly line: (name: string) => string;
}

/** What is told of a chart's targets and annotations. */
export interface MarksMessages {
  readonly target: string;
  /** `Meta 2030: 6.0` */
  readonly horizon: (period: string, value: string) => string;
  /** Where a plan starts from, in a cell. */
  readonly base: (value: string) => string;
  readonly noTarget: string;
  /** In place of a value of a period that has not come. */
  readonly future: string;
  /** What it is drawn as; `source`: the plan that sets it, `''` where nobody says. */
  readonly line: (source: string) => string;
  readonly pace: Readonly<Record<PaceName, string>>;
  readonly noPace: Readonly<Record<'noValue' | 'noBase' | 'tooEarly' | 'broken', string>>;
  /** How it goes, of what, at which value: `En 2025, 10.7 frente a 11.0 previsto: en camino`. */
  readonly progress: (when: string, value: string, expected: string, pace: string) => string;
  /** Likewise where the path has nothing for that period. */
  readonly reached: (when: string, value: string, pace: string) => string;
  /** Above the list of what happened. */
  readonly annotations: string;
}
