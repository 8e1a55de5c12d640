/** More words than this are not a summary. */
export const MOST_WORDS = 60;

/** What a summary may tell, the most important first: what makes a figure misread comes before the figure. */
const KINDS = [
  'what',
  'break',
  'incomplete',
  'provisional',
  'unreliable',
  'series',
  'course',
  'forecast',
  'suppressed',
  'missing',
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

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const countWords = (text: string): number => text.split(/\s+/).filter(isWord).length;

/** The text, cut after that many words. */
export function shorten(text: string, most: number): string {
  return countWords(text) <= most ? text : `${text.split(/\s+/).filter(isWord).slice(0, most).join(' ')}…`;
}

/** The sentences in their order, without the least important ones where all would be too long. */
export function fit(sentences: readonly Sentence[]): string {
  const byImportance = [...sentences].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const kept = new Set<Sentence>();
  let room = MOST_WORDS;
  for (const sentence of byImportance) {
    const length = countWords(sentence.text);
    if (length > room) continue;
    kept.add(sentence);
    room -= length;
  }
  return sentences
    .filter((sentence) => kept.has(sentence))
    .map(({ text }) => `${text}.`)
    .join(' ');
}
