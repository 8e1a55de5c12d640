/**
 * Six steps of one hue for values from low to high: blue, which says neither good nor bad. On a light surface more is
 * darker, on a dark one lighter. What is written on a step is at least 4.5:1 (a test computes it).
 */
export const SEQUENCE: readonly (readonly [light: string, dark: string])[] = [
  ['#e3edf6', '#1d3b59'],
  ['#bfd5ea', '#27537d'],
  ['#92b6d9', '#5489bb'],
  ['#6396c6', '#7fadd6'],
  ['#31679c', '#b0cfe9'],
  ['#123e6b', '#e2eff9'],
];

/** What is written on each step. */
export const ON_SEQUENCE: readonly (readonly [light: string, dark: string])[] = SEQUENCE.map((_, step) => [
  step < 4 ? '#101418' : '#ffffff',
  step < 2 ? '#ffffff' : '#101418',
]);

/** Which of the six steps so many classes take: as far apart as they can be. */
export const STEPS_OF: readonly (readonly number[])[] = [
  [],
  [3],
  [1, 4],
  [0, 3, 5],
  [0, 2, 3, 5],
  [0, 1, 3, 4, 5],
  [0, 1, 2, 3, 4, 5],
];
