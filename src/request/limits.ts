/** How long to wait and how much to take, before a request is given up. Milliseconds and bytes. */
export interface Limits {
  /** To the reply's headers. */
  readonly firstByte: number;
  /** To the end of its body. */
  readonly whole: number;
  /** Between two pieces of it. */
  readonly stall: number;
  /** Of the body after decompression. */
  readonly maxBytes: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  firstByte: 8000,
  whole: 20_000,
  stall: 5000,
  maxBytes: 32 * 1024 * 1024,
});
