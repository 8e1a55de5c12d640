import { asDataError, type DataError } from '../errors.js';
import type { Plan } from '../sources/source.js';

/** What portals refused, for the page's life: an offer of a portal, or one request. */
const refused = new Set<string>();
/** Offers that a question is just finding out about. */
const asking = new Map<string, Promise<unknown>>();

/** No answer, or none that is data. What is too much, or comes too often, is no refusal. */
function isRefusal({ code, details }: DataError): boolean {
  if (code === 'http') return details.status !== 429;
  return ['server-error', 'no-resource', 'not-data', 'malformed', 'network', 'timeout'].includes(code);
}

/** The portal offers it and did not understand this question: the next one may be another matter. */
function isOfQuestion({ code, details }: DataError): boolean {
  return code === 'server-error' || (code === 'http' && [409, 422].includes(details.status ?? 0));
}

interface Asked<T> {
  readonly read: T;
  readonly plan: Plan;
}

/** Finds out whether the portal offers what the plan asks for; where not, asks otherwise. */
async function tryOffer<T>(
  plan: Plan,
  otherwise: Plan,
  offer: string,
  ask: (plan: Plan) => Promise<T>,
  signal: AbortSignal,
): Promise<Asked<T>> {
  const trying = ask(plan);
  const known = trying.catch(() => undefined);
  if (!asking.has(offer)) asking.set(offer, known);
  try {
    return { read: await trying, plan };
  } catch (reason) {
    const error = asDataError(reason);
    if (signal.aborted || !isRefusal(error)) throw reason;
    refused.add(isOfQuestion(error) ? plan.url : offer);
    return { read: await ask(otherwise), plan: otherwise };
  }
}

/**
 * Asks for what a plan says. What only some portals offer is tried once a portal: other questions wait for what
 * comes of it, and none asks for it again where it was refused.
 */
export async function askOffered<T>(
  plan: Plan,
  ask: (plan: Plan) => Promise<T>,
  signal: AbortSignal,
): Promise<Asked<T>> {
  const { offer, otherwise } = plan;
  if (offer === undefined || !otherwise) return { read: await ask(plan), plan };
  const key = `${new URL(plan.url).origin} ${offer}`;
  const before = asking.get(key);
  if (before) await before;
  if (refused.has(key) || refused.has(plan.url)) return { read: await ask(otherwise), plan: otherwise };
  return tryOffer(plan, otherwise, key, ask, signal);
}
