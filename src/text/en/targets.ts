import type { TargetsMessages } from '../targets-messages.js';

export const targets: TargetsMessages = {
  heading: 'Targets and progress',
  headingOf: (indicator) => `Targets and progress: ${indicator}`,
  pace: {
    met: 'Target met',
    missed: 'Target not met',
    onTrack: 'On track to the target',
    short: 'Somewhat behind the planned progress',
    far: 'Far behind the planned progress',
    away: 'Moving away from the target',
  },
  unknown: 'Cannot be told yet',
  noPace: {
    noValue: 'There is no complete value yet to measure progress with.',
    noBase: 'The plan does not say where it starts from.',
    tooEarly: 'There is no value after the starting point yet.',
    broken: 'The way of measuring changed after the starting point: the values do not compare.',
    otherPeriods: 'The target and the values are of periods of different lengths.',
    failed: 'The values could not be read from their source.',
    badPath: 'The path of the target cannot be read.',
  },
  count: (count, told) => `${count} ${count === 1 ? 'target' : 'targets'}: ${told}`,
  progress: (when, value, expected) =>
    `In ${when} the value was ${value}; the path to the target had ${expected}.`,
  last: (when, value) => `In ${when} the value was ${value}.`,
  goal: (value, when, base, baseWhen) =>
    `Target: ${value} in ${when}. Starting point: ${base} in ${baseWhen}.`,
  plan: 'Plan that sets it',
  responsible: 'Responsible office',
  valuesFrom: 'Source of the values',
  asTable: 'View year by year',
  period: 'Period',
  target: 'Target',
  value: 'Value',
  difference: 'Difference',
  base: '(starting point)',
  future: 'to come',
  between: '* Not set by the plan: it is on the straight line between the values that are set.',
  key: 'Solid line: value. Dotted line and diamonds: path to the target.',
  breakKey: 'Upright dashed line: the way of measuring changed.',
};
