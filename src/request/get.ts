import { fetchBytes, type Reply } from './fetch-bytes.js';
import { HostQueue } from './host-queue.js';
import type { Limits } from './limits.js';
import { withRetry } from './retry.js';
import { SharedTasks } from './shared-tasks.js';

const queue = new HostQueue();
/** Only what is under way: what became of a reply is kept by the engine, as a table. */
const replies = new SharedTasks<Reply>(0, 0);

/**
 * The reply of an address: one request for all who want it at the time, tried again when that may help, in turn
 * by host.
 */
export function get(url: string, limits: Limits, signal: AbortSignal): Promise<Reply> {
  const { host } = new URL(url);
  return replies.run(`${limits.maxBytes} ${url}`, signal, (shared) =>
    withRetry(() => queue.run(host, () => fetchBytes(url, limits, shared)), shared),
  );
}
