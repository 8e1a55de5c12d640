import { DataError } from '../errors.js';
import { allowedHosts } from '../request/allowed-hosts.js';
import { DEFAULT_LIMITS, type Limits } from '../request/limits.js';
import type { Limited } from './engine.js';

function amount(attribute: string, text: string, usual: number, unit: number): number {
  if (text.trim() === '') return usual;
  if (/^\d{1,10}(\.\d+)?$/.test(text.trim())) return Number(text) * unit;
  throw new DataError('bad-attribute', { attribute, value: text, expected: [String(usual / unit)] });
}

/** A timer that is set for longer rings at once. */
const LONGEST_MS = 2 ** 31 - 1;

function time(attribute: string, text: string, usual: number): number {
  return Math.min(LONGEST_MS, amount(attribute, text, usual, 1000));
}

/** The limits that the page sets: bytes as they are, times in seconds, hosts in lists. */
export function parseLimits({
  maxBytes,
  timeout,
  firstByteTimeout,
  stallTimeout,
  hosts = [],
}: Limited): Limits {
  const own = globalThis.origin as string | undefined;
  return {
    maxBytes: amount('max-bytes', maxBytes, DEFAULT_LIMITS.maxBytes, 1),
    whole: time('timeout', timeout, DEFAULT_LIMITS.whole),
    firstByte: time('first-byte-timeout', firstByteTimeout, DEFAULT_LIMITS.firstByte),
    stall: time('stall-timeout', stallTimeout, DEFAULT_LIMITS.stall),
    ...(hosts.length > 0 && { hosts: allowedHosts(hosts, own) }),
  };
}
