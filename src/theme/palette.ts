/**
 * Six colours for categories: each at least 3:1 on white and on the dark surface, any two at least ΔE2000 15
 * apart in normal vision and in the three colour vision deficiencies (a test computes it). Grey tones are never
 * told apart by them alone: labels, markers and dashes come with every one.
 */
export const CATEGORY_COLOURS: readonly string[] = [
  '#5497d9',
  '#93518e',
  '#5e6f03',
  '#d1738b',
  '#397a5f',
  '#979836',
];

/** More series than colours cannot be told apart. */
export const MOST_SERIES = CATEGORY_COLOURS.length;
