import { at, type NumberColumn } from '../table/column.js';
import { ABSENT, STATUS } from '../table/status.js';
import { NO_RATE_UNDER } from '../table/too-few.js';
import { computedDecimals } from './computed-decimals.js';

/** Under this number of events a rate is unreliable; ONS FOI/2021/3301. */
const CAUTION_UNDER = 20;

/**
 * Events per `scale` of the denominator, e.g. homicides per 100 000 inhabitants. No rate without both parts,
 * none for fewer than 3 events, and one marked unreliable for fewer than 20.
 */
export function rate(events: NumberColumn, denominator: NumberColumn, scale: number): NumberColumn {
  const values = new Float64Array(events.values.length);
  const statuses = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const count = at(events.values, row);
    const per = at(denominator.values, row);
    const status = at(events.statuses, row) | (at(denominator.statuses, row) & ~ABSENT);
    const hasParts = !Number.isNaN(count) && per > 0;
    if (!hasParts || count < NO_RATE_UNDER) {
      values[row] = NaN;
      statuses[row] = status & ABSENT ? status : status | (hasParts ? STATUS.notApplicable : STATUS.missing);
      continue;
    }
    // Multiplied first: whole numbers stay exact, and 30 of 200 000 are 15 per 100 000.
    values[row] = (count * scale) / per;
    statuses[row] = count < CAUTION_UNDER ? status | STATUS.unreliable : status;
  }
  const { name, label } = events;
  return Object.freeze({
    ...(label && { label }),
    name,
    kind: 'number',
    role: 'measure',
    values,
    statuses,
    decimals: computedDecimals(values, 1),
  });
}
