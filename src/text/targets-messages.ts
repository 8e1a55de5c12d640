/** How far a plan is on its way: `short` and `far` are behind what was to be reached by now. */
export type PaceName = 'met' | 'missed' | 'onTrack' | 'short' | 'far' | 'away';

/** Why nothing can be said of the progress: by the values, or because they or the path cannot be read. */
export type NoPaceName = 'noValue' | 'noBase' | 'tooEarly' | 'broken' | 'otherPeriods' | 'failed' | 'badPath';

/** Words of `obs-targets`. */
export interface TargetsMessages {
  readonly heading: string;
  readonly headingOf: (indicator: string) => string;
  readonly pace: Readonly<Record<PaceName, string>>;
  readonly unknown: string;
  readonly noPace: Readonly<Record<NoPaceName, string>>;
  /** `3 metas: 1 en camino, 2 …` */
  readonly count: (count: number, told: string) => string;
  /** The last value beside what the plan has for its period. */
  readonly progress: (when: string, value: string, expected: string) => string;
  /** The last value, where the plan has nothing for its period. */
  readonly last: (when: string, value: string) => string;
  /** What is to be reached by when, from where. */
  readonly goal: (value: string, when: string, base: string, baseWhen: string) => string;
  readonly plan: string;
  readonly responsible: string;
  readonly valuesFrom: string;
  readonly asTable: string;
  readonly period: string;
  readonly target: string;
  readonly value: string;
  readonly difference: string;
  readonly base: string;
  readonly future: string;
  /** What marks a value of the path that the plan itself does not set. */
  readonly between: string;
  /** What the lines of the drawing are; what its upright one is, where there is one. */
  readonly key: string;
  readonly breakKey: string;
}
