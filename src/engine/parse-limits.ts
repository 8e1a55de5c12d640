import { DataError } from '../errors.js';
import { DEFAULT_LIMITS, type Limits } from '../request/limits.js';
import type { Question } from './engine.js';

function amount(attribute: string, text: string, usual: number, unit: number): number {
  if (text.trim() === '') return usual;
  if (/^\d{1,10}(\.\d+)?$/.test(text.trim())) return Number(text) * unit;
  throw new DataError('bad-attribute', { attribute, value: text, expected: [String(usual / unit)] });
}

/** The limits that the page sets; bytes as they are, times in seconds. */
export function parseLimits({ maxBytes, timeout, firstByteTimeout, stallTimeout }: Question): Limits {
  return {
    maxBytes: amount('max-bytes', maxBytes, DEFAULT_LIMITS.maxBytes, 1),
    whole: amount('timeout', timeout, DEFAULT_LIMITS.whole, 1000),
    firstByte: amount('first-byte-timeout', firstByteTimeout, DEFAULT_LIMITS.firstByte, 1000),
    stall: amount('stall-timeout', stallTimeout, DEFAULT_LIMITS.stall, 1000),
  };
}
