import type { ErrorCode } from '../../src/errors.js';
import { error } from '../../src/text/es/error.js';
import { owner } from '../../src/text/es/owner.js';

/** Every failure, in the very words that the widgets use. */
export const ERRORS: readonly { code: ErrorCode; reader: string; owner: string }[] = (
  Object.keys(error) as ErrorCode[]
).map((code) => ({ code, reader: error[code]('datos.example'), owner: owner.error[code] }));
