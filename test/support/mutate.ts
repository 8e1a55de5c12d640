import fc from 'fast-check';

/** What breaks readers: signs of structure, of numbers, of nothing, and names that objects have. */
const INTRUDERS = [
  '"', ',', ';', '\t', '|', '\n', '\r', '\r\n', '{', '}', '[', ']', ':', '\\', '\0', '\ufeff', '\ud800', '=', 'null', 'NaN',
  '1e999', '-', '0', '""', '__proto__', 'http://[', '%', '%E0%A4%A', '\u2028', 'ñ', '𝄞',
]; // prettier-ignore

/** One change of a text: a piece of it, from a place on, gives way to another. */
const change = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 }), fc.nat(500)),
  by: fc.oneof(fc.constantFrom(...INTRUDERS), fc.string(), fc.constant('twice')),
});

/** One of the texts, with one to six changes. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) =>
      changes.reduce((mutated, { at, length, by }) => {
        const from = at % (mutated.length + 1);
        const piece = mutated.slice(from, from + length);
        return mutated.slice(0, from) + (by === 'twice' ? piece + piece : by) + mutated.slice(from + length);
      }, text),
    );
}

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    '',
    'http://[',
    'http://',
    'ñ',
    [],
    {},
    [[]],
    [null],
    [{}],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Replaces, in a copy, the value that `path` leads to; each step is taken modulo the parts there are. */
function replaceAt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  const isLeaf = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (step === undefined || isLeaf) return by;
  const entries = Object.entries(value);
  const which = step % entries.length;
  // Of a list, or of an object, at times the part goes altogether.
  const changed = entries.flatMap(([key, part], index): [string, unknown][] => {
    if (index !== which) return [[key, part]];
    return by === undefined && rest.length === 0 ? [] : [[key, replaceAt(part, rest, by)]];
  });
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
}

/** One of the documents, with one to four of its values replaced or gone, as text. */
export function mutatedJson(texts: readonly string[]): fc.Arbitrary<string> {
  const replacement = fc.tuple(
    fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    fc.option(oddValue, { nil: undefined }),
  );
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(replacement, { minLength: 1, maxLength: 4 }))
    .map(([text, replacements]) => {
      const document = JSON.parse(text) as unknown;
      return (
        JSON.stringify(replacements.reduce((each, [path, by]) => replaceAt(each, path, by), document)) ?? ''
      );
    });
}
