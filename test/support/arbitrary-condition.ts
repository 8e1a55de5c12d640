import fc from 'fast-check';

interface Shape {
  readonly maxDepth?: number;
  /** What joins two conditions; a word given more often comes more often. */
  readonly words?: readonly string[];
}

/** Conditions of a question put together of simple ones, with brackets, `and`, `or` and `not`. */
export const conditionOf = (
  simple: fc.Arbitrary<string>,
  { maxDepth = 2, words = ['and', 'and', 'and', 'or'] }: Shape = {},
): fc.Arbitrary<string> =>
  fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth },
      simple,
      fc
        .tuple(tie('condition'), fc.constantFrom(...words), tie('condition'))
        .map(([left, word, right]) => `(${left}) ${word} (${right})`),
      tie('condition').map((inner) => `not (${inner})`),
    ),
  })).condition;
