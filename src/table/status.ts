/**
 * The status of an observation, beside its value. A set of bits, because one value can be both provisional
 * and a break. Names follow SDMX CL_OBS_STATUS and Eurostat's flags.
 */
export const STATUS = {
  missing: 1,
  suppressed: 2,
  notApplicable: 4,
  provisional: 8,
  estimated: 16,
  revised: 32,
  break: 64,
  unreliable: 128,
  forecast: 256,
  /** A total with a missing part. */
  incomplete: 512,
} as const;

export type StatusName = keyof typeof STATUS;
/** Bits of `STATUS`; 0 is a normal observation. */
export type StatusSet = number;

/** With any of these there is no value to draw, add or compare. */
export const ABSENT: StatusSet = STATUS.missing | STATUS.suppressed | STATUS.notApplicable;

const NAMES = Object.keys(STATUS) as StatusName[];

export function statusNames(set: StatusSet): StatusName[] {
  return NAMES.filter((name) => (set & STATUS[name]) !== 0);
}
