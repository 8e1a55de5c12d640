import { STATUS, type StatusSet } from './status.js';

/** With any of these a value may still change, is not whole, or rests on few cases: it is drawn as open. */
export const OPEN: StatusSet =
  STATUS.provisional | STATUS.estimated | STATUS.forecast | STATUS.incomplete | STATUS.unreliable;
