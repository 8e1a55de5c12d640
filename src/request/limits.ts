import type { AllowedHosts } from './allowed-hosts.js';

/** How long to wait, how much to take and from where, before a request is given up. Milliseconds and bytes. */
export interface Limits {
  /** To the reply's headers. */
  readonly firstByte: number;
  /** To the end of its body. */
  readonly whole: number;
  /** Between two pieces of it. */
  readonly stall: number;
  /** Of the body after decompression. */
  readonly maxBytes: number;
  /** Where it may come from; without it, from anywhere. */
  readonly hosts?: AllowedHosts;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  firstByte: 8000,
  whole: 20_000,
  stall: 5000,
  maxBytes: 32 * 1024 * 1024,
});
