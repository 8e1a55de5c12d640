import type { BarsMessages } from '../messages.js';
import { compared } from './compared.js';
import { measures } from './measures.js';

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (place: number): string =>
  `${place}${ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)] ?? 'th'}`;

export const bars: BarsMessages = {
  measures,
  chart: 'bar chart',
  asTable: 'View as table',
  asChart: 'View as chart',
  walk: 'The up and down arrows move through the bars.',
  scale: (unit, low, high) => `Bars start at zero${unit && `, in ${unit}`}. Scale: from ${low} to ${high}.`,
  ordinal,
  place: (place, count) => `${ordinal(place)} of ${count}`,
  unplaced: 'not ranked',
  tied: 'tied',
  placeRange: (best, worst) =>
    best === worst ? `certainly ${ordinal(best)}` : `between ${ordinal(best)} and ${ordinal(worst)}`,
  interval: (low, high, level) => `${level && `${level}% `}confidence interval: ${low} to ${high}`,
  others: (count) => (count === 1 ? 'Other (1)' : `Others (sum of ${count})`),
  othersIn: (names) => `Others are: ${names}.`,
  rest: (count, from, to) =>
    count === 1
      ? `1 more is not drawn, at ${from}; it is in the table.`
      : `${count} more are not drawn, ${from === to ? `at ${from}` : `from ${from} to ${to}`}; they are in the table.`,
  restAbsent: (names) => `Without a bar since they have no value: ${names}.`,
  panelsLeftOut: (shown, all) => `${shown} of ${all} charts are shown; the table includes them all.`,
  showAll: (count) => `Show all (${count})`,
  showLess: 'Show fewer',
  partsMissing: (missing, all) => `${missing} of ${all} parts missing`,
  noShares: (fewest) => `fewer than ${fewest}: no percentages`,
  ofTotal: 'percentage of the total',
  outOf: (total) => `of ${total}`,
  unfinished: (shown, later) => `Shown is ${shown}: the data for ${later} are not complete yet.`,
  notFound: (name) => `These data have no “${name}”.`,
  own: 'highlighted',
  headers: {
    place: 'Rank',
    total: 'Total',
    status: 'Status',
    interval: 'Confidence interval',
    cases: 'Cases',
  },
  summary: {
    ...compared,
    count: (count) => `${count} compared`,
    named: (name, value, place) => `${name}: ${value}${place && `, ${place}`}`,
    largestPart: (name, share) => `The largest part of the total is ${name} (${share})`,
  },
};
