import { capital } from '../capital.js';
import type { ComparisonMessages, MarksMessages } from '../marks-messages.js';

export const comparison: ComparisonMessages = {
  reference: (name) => `${name} (reference)`,
  valued: (name, value) => `${name}: ${value}`,
  above: (difference) => `${difference} above`,
  below: (difference) => `${difference} below`,
  same: 'the same value',
  share: (percent, name, total) => `${percent} of the total of ${name} (${total})`,
  why: {
    unclear: 'no statistically clear difference',
    notAPart: 'not compared: these are amounts of different places',
    notComparable: 'not compared: the way of measuring changed',
    notWhole: 'not compared: part of the data is missing',
  },
  noValue: (name, period) => `${name}: no data for ${period}`.replace(/ for $/, ''),
  failed: (name) => `The data of ${name} could not be shown for comparison.`,
  noCommonPeriod: (name) => `${name} has no data for these periods to compare with.`,
  line: (name) => `line of dashes and dots: ${name}`,
};

export const marks: MarksMessages = {
  target: 'Target',
  horizon: (period, value) => `Target ${period}: ${value}`,
  base: (value) => `${value} (starting point)`,
  noTarget: 'no target',
  future: 'yet to come',
  line: (source) => `dotted line: target (${source || 'the plan that sets it is not stated'})`,
  pace: {
    met: 'target met',
    missed: 'target not met',
    onTrack: 'on track to the target',
    short: 'somewhat behind the expected progress',
    far: 'far behind the expected progress',
    away: 'moving away from the target',
  },
  noPace: {
    noValue: 'there is no complete value yet to measure progress',
    noBase: 'no starting point to measure progress from',
    tooEarly: 'it is too early to measure progress',
    broken: 'progress is not measured: the way of measuring changed',
  },
  progress: (when, value, expected, pace) =>
    `${capital(when)}, ${value} against the ${expected} that the target foresees: ${pace}`,
  reached: (when, value, pace) => `${capital(when)}, ${value}: ${pace}`,
  annotations: 'What happened',
};
