/** More words than this are not a summary. */
export const MOST_WORDS = 60;

/** What a summary may tell, the most important first: what makes a figure misread comes before the figure. */
const KINDS = [
  'what',
  'break',
  'incomplete',
  'provisional',
  'unreliable',
  'own',
  'series',
  'course',
  'reference',
  'target',
  'largest',
  'forecast',
  'suppressed',
  'missing',
  'tooFew',
  'notApplicable',
  'estimated',
  'revised',
  'extremes',
] as const;

export interface Sentence {
  readonly kind: (typeof KINDS)[number];
  /** Without its full stop. */
  readonly text: string;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The text, cut after that many words. */
export function shorten(text: string, most: number): string {
  const words = wordsOf(text);
  return words.length > most ? `${words.slice(0, most).join(' ')}…` : text;
}

/** The sentences in their order, without the least important ones where all would be too long. */
export function fit(sentences: readonly Sentence[]): string {
  let room = MOST_WORDS;
  const kept = KINDS.flatMap((kind) => sentences.filter((each) => each.kind === kind)).filter(({ text }) => {
    const { length } = wordsOf(text);
    if (length > room) return false;
    room -= length;
    return true;
  });
  return sentences
    .filter((each) => kept.includes(each))
    .map(({ text }) => (text.endsWith('.') ? text : `${text}.`))
    .join(' ');
}
