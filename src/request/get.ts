import { fetchBytes, type Reply } from './fetch-bytes.js';
import { HostQueue } from './host-queue.js';
import type { Limits } from './limits.js';

const queue = new HostQueue();

/** The reply of an address, with a body by POST: in its host's turn, tried again when that may help. */
export async function get(url: string, limits: Limits, signal: AbortSignal, body?: string): Promise<Reply> {
  const start = Date.now();
  const attempt = (): Promise<Reply> =>
    queue.run(new URL(url).host, () => fetchBytes(url, limits, signal, body));
  try {
    return await attempt();
  } catch (failure) {
    if (signal.aborted) throw failure;
    const { tryAgain } = await import('./retry.js').catch(() => Promise.reject(failure as Error));
    return tryAgain(failure, attempt, start, signal);
  }
}
