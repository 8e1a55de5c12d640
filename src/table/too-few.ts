import { STATUS, type StatusSet } from './status.js';

/** Under this number of events there is no rate; ONS FOI/2021/3301. */
export const NO_RATE_UNDER = 3;

/** A rate with the number of events behind it. */
interface Rated {
  readonly value: number;
  readonly status: StatusSet;
  readonly count?: number;
}

/** Whether a rate is withheld because of the few events behind it. */
export function isTooFew({ value, status, count }: Rated): boolean {
  return Number.isNaN(value) && (status & STATUS.notApplicable) !== 0 && Number(count) < NO_RATE_UNDER;
}
