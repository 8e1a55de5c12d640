import type { StatusSet } from './status.js';

/** How a column's values are written, where the page or a description of the file declares it (Table Schema's words). */
export interface Written {
  readonly decimalChar?: string;
  readonly groupChar?: string;
  /** False where other letters stand around the numbers: `S/ 3`, `12,5 %`. */
  readonly bareNumber?: boolean;
  /** What stands for no value, and why there is none. */
  readonly missing?: ReadonlyMap<string, StatusSet>;
  /** How its dates are written, in the letters of `strptime` (`%d/%m/%Y`) or of Unicode (`dd/MM/yyyy`). */
  readonly dateFormat?: string;
}
