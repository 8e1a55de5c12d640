import type { Column } from './column.js';
import type { Notice } from './notice.js';

/** A column that was read as what it is, and what was assumed on the way. */
export interface Typed<C extends Column = Column> {
  readonly column: C;
  readonly notices: readonly Notice[];
  /** Each row's status, where the cell says one of the row: `2024 p/` in a column of years. */
  readonly rowStatuses?: Uint16Array;
}
