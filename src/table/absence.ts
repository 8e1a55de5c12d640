import { STATUS, type StatusSet } from './status.js';
import { isTooFew } from './too-few.js';

/** Why there is no value, in the order in which it is told. A rate that is withheld has a reason of its own. */
export const ABSENCES = ['missing', 'suppressed', 'tooFew', 'notApplicable'] as const;
export type Absence = (typeof ABSENCES)[number];

/** Why there is no value, for one reason; `undefined` where there is one. */
export function absenceOf(observation: {
  readonly value: number;
  readonly status: StatusSet;
  readonly count?: number;
}): Absence | undefined {
  const { value, status } = observation;
  if (!Number.isNaN(value)) return undefined;
  if (isTooFew(observation)) return 'tooFew';
  if (status & STATUS.suppressed) return 'suppressed';
  return status & STATUS.notApplicable ? 'notApplicable' : 'missing';
}
