/**
 * Six colours for categories: each at least 3:1 on white and on the dark surface, any two at least ΔE2000 15
 * apart in normal vision and in the three colour vision deficiencies (a test computes it). Grey tones are never
 * told apart by them alone: labels, markers and dashes come with every one.
 */
export const CATEGORY_COLOURS: readonly string[] = [
  '#5497d9',
  '#93518e',
  '#5e6f03',
  '#cd718f',
  '#377d5b',
  '#979836',
];

/** More series than colours cannot be told apart. */
export const MOST_SERIES = CATEGORY_COLOURS.length;

/** Name, light, dark. Text is at least 4.5:1 on the surface, lines and controls at least 3:1. */
export const TOKENS: readonly (readonly [name: string, light: string, dark: string])[] = [
  ['surface', '#ffffff', '#1b1b1b'],
  ['text', '#1a1d21', '#f1f1ef'],
  ['muted', '#545b63', '#b4b9bf'],
  ['line', '#d9dce0', '#3d4247'],
  ['control', '#767d85', '#878e95'],
  ['accent', '#0b5a9d', '#7cb8ea'],
  ['notice', '#fff6dc', '#3a3113'],
];
