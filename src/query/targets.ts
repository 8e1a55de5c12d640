import { DataError } from '../errors.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';

/** Which way is better. */
export type Better = 'lower' | 'higher';

/** The value that a plan sets for a period. */
export interface Target {
  readonly period: Period;
  readonly value: number;
}

/** What a plan sets: from where, by which way, to where. */
export interface TargetPath {
  /** The earliest first; the last one is the horizon. */
  readonly steps: readonly [Target, ...Target[]];
  /** Whether the first step is where the plan started from, and no target itself. */
  readonly hasBase: boolean;
  readonly better: Better;
}

const EXAMPLE = ['2027: 9.0', 'base 2024: 12.0; 2027: 9.0; 2030: 6.0'];

/** More periods than this between the first and the last target come of a mistake in a year. */
const MOST_PERIODS = 400;

const PER_YEAR = { year: 1, half: 2, quarter: 4, month: 12 } as const;

function refuse(value: string, expected: readonly string[] = EXAMPLE): never {
  throw new DataError('bad-attribute', { attribute: 'targets', value, expected });
}

/** Where a period stands among those of its length: one more for the next one. */
function orderOf({ length, year, part, start }: Period): number {
  return length === 'day' ? start : year * PER_YEAR[length] + part;
}

function readTarget(part: string): Target & { readonly isBase: boolean } {
  const [, base, when = '', number] = /^(base\s+)?([\w-]+)\s*:\s*(-?\d+(?:\.\d+)?)$/i.exec(part.trim()) ?? [];
  const period = readIsoPeriod(when);
  return period ? { period, value: Number(number), isBase: base !== undefined } : refuse(part.trim());
}

/** Fails where the plan would go the other way than `better` says. */
function requireDirection(first: Target, last: Target, better: Better): void {
  const isWorse = better === 'lower' ? last.value > first.value : last.value < first.value;
  if (!isWorse) return;
  const expected = [better === 'lower' ? 'higher' : 'lower'];
  throw new DataError('bad-attribute', { attribute: 'better', value: better, expected });
}

/**
 * `base 2024: 12.0; 2027: 9.0; 2030: 6.0`: the values that a plan sets, in periods of one length, each with its value;
 * the one from which it starts may be marked as its `base`. Fails with the part that cannot be read.
 */
export function parseTargets(text: string, better: Better = 'lower'): TargetPath {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const read = parts.map(readTarget).sort((a, b) => orderOf(a.period) - orderOf(b.period));
  const [first, ...others] = read;
  const last = read.at(-1);
  if (!first || !last) return refuse(text);
  const length = read.find(({ period }) => period.length !== first.period.length);
  if (length) return refuse(`${length.period.text}: ${length.value}`);
  others.forEach((each, index) => {
    const isTwice = each.period.text === read[index]?.period.text;
    if (isTwice || each.isBase) refuse(`${each.isBase ? 'base ' : ''}${each.period.text}: ${each.value}`);
  });
  // A base alone is no plan.
  if (first.isBase && others.length === 0) return refuse(text);
  if (orderOf(last.period) - orderOf(first.period) > MOST_PERIODS)
    return refuse(`${last.period.text}: ${last.value}`);
  if (others.length > 0) requireDirection(first, last, better);
  const plain = ({ period, value }: Target): Target => Object.freeze({ period, value });
  const steps: [Target, ...Target[]] = [plain(first), ...others.map(plain)];
  return Object.freeze({ steps: Object.freeze(steps), hasBase: first.isBase, better });
}

/** The last target of a path. */
export function horizonOf({ steps }: TargetPath): Target {
  return steps.at(-1) ?? steps[0];
}

/**
 * What the path has for a period: given, or on the straight line between the two that are; `undefined` before the
 * first and after the last, and for a period of another length.
 */
export function targetOf({ steps }: TargetPath, period: Period): number | undefined {
  if (period.length !== steps[0].period.length) return undefined;
  const at = orderOf(period);
  const next = steps.findIndex((step) => orderOf(step.period) >= at);
  const [from, to] = [steps[next - 1], steps[next]];
  if (!to) return undefined;
  if (orderOf(to.period) === at) return to.value;
  if (!from) return undefined;
  const share = (at - orderOf(from.period)) / (orderOf(to.period) - orderOf(from.period));
  return from.value + share * (to.value - from.value);
}
