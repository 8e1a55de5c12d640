import { DataError } from '../errors.js';

/** Whether the page's own Content-Security-Policy refused a request. */
export interface PolicyWatch {
  blocked(): boolean;
  end(): void;
}

/** Listens, while a request is under way, for the page refusing it; outside a page there is nothing to hear. */
export function watchPolicy(url: string): PolicyWatch {
  const page = globalThis.document as Document | undefined;
  let blocked = false;
  const { origin } = new URL(url);
  const listen = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective === 'connect-src' && event.blockedURI.startsWith(origin)) blocked = true;
  };
  page?.addEventListener('securitypolicyviolation', listen);
  return {
    blocked: () => blocked,
    end: () => page?.removeEventListener('securitypolicyviolation', listen),
  };
}

/** The violation is told in a task of its own, shortly after the fetch has failed. */
const POLICY_REPORT_MS = 30;

/**
 * Tells apart what fetch reports alike. A missing CORS header and a dead network cannot be told apart from
 * within a page: both are `network`.
 */
export async function explainFailure(
  reason: unknown,
  deadline: AbortSignal,
  policy: PolicyWatch,
  url: string,
): Promise<DataError> {
  if (reason instanceof DataError) return reason;
  if (deadline.aborted && deadline.reason instanceof DataError) return deadline.reason;
  await new Promise((resolve) => setTimeout(resolve, POLICY_REPORT_MS));
  const { host } = new URL(url);
  if (policy.blocked()) return new DataError('blocked-by-page', { host }, reason);
  const offline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  return new DataError(offline ? 'offline' : 'network', { host }, reason);
}
