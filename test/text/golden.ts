import type { Question } from '../../src/engine/engine.js';

/** A small table and what is asked of it; `summary.golden.txt` has what is to be said of each, by its name. */
export interface Golden {
  readonly name: string;
  readonly what: string;
  readonly unit?: string;
  /** Cells parted by semicolons; the first line has the names. */
  readonly rows: string;
  readonly asked?: Partial<Question>;
  /** Decimals that the page asks for. */
  readonly decimals?: number;
  readonly lang?: 'en';
}
