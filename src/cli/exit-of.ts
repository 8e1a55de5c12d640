import { DataError, type ErrorCode } from '../errors.js';
import { EXIT, UsageError } from './io.js';

/** What fails because a source cannot be had, and not because of what it says. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set([
  'offline', 'timeout', 'network', 'bad-host', 'http', 'server-error', 'not-public',
]); // prettier-ignore

/** The exit code of a failure. */
export function exitOf(reason: unknown): number {
  if (reason instanceof UsageError) return EXIT.usage;
  return reason instanceof DataError && UNREACHABLE.has(reason.code) ? EXIT.unreachable : EXIT.faults;
}
