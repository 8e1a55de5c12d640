import type { Answer } from '../../engine/engine.js';
import type { DataError, ErrorCode } from '../../errors.js';
import { OUTWARD } from './outward.js';

/** The figures are shown; `rows` tells how many the answer has. */
export class ObsLoadEvent extends Event {
  readonly rows: number;
  /** Without parameters, which may hold what the page would not tell. */
  readonly host: string;

  constructor(answer: Answer) {
    super('obs-load', OUTWARD);
    this.rows = answer.table.length;
    this.host = answer.provenance.host;
  }
}

/** There are no figures, or only older ones. */
export class ObsErrorEvent extends Event {
  readonly code: ErrorCode;
  readonly host: string | undefined;
  readonly status: number | undefined;
  /** Whether older figures are shown instead. */
  readonly isStale: boolean;

  constructor(error: DataError, isStale: boolean) {
    super('obs-error', OUTWARD);
    this.code = error.code;
    this.host = error.details.host;
    this.status = error.details.status;
    this.isStale = isStale;
  }
}

/** What a widget shows has changed: other figures, other rows, another order. */
export class ObsShownEvent extends Event {
  constructor() {
    super('obs-shown', OUTWARD);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'obs-load': ObsLoadEvent;
    'obs-error': ObsErrorEvent;
    'obs-shown': ObsShownEvent;
  }
}
