import type { DataError } from '../errors.js';
import type { Observation } from '../query/observations.js';
import type { Indicator } from './schema-indicator.js';
import type { Target } from './schema-plan.js';

/** A target of a plan with the values of its indicator. */
export interface TargetValues {
  readonly target: Target;
  readonly indicator: Indicator;
  /** As readers call it. */
  readonly place: string;
  /** Whose the values are. */
  readonly source: string;
  readonly series: readonly Observation[];
  readonly decimals: number;
  /** Why there are no values. */
  readonly error?: DataError;
}
