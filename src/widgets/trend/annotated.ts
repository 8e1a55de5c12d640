import type { Annotation } from '../../query/annotations.js';
import type { Period } from '../../table/period.js';
import type { Words } from '../../text/words.js';
import { middleOf } from './axis.js';
import type { TrendAnnotation } from './trend-model.js';

/** Unicode has these in one letter. */
const MOST_CIRCLED = 20;

function signOf(index: number): string {
  return index < MOST_CIRCLED ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`;
}

/** Which annotations are within the time that is shown, numbered; and those that are not, as the page wrote them. */
export function annotationsOf(
  all: readonly Annotation[],
  periods: readonly Period[],
  words: Words,
): { annotations: TrendAnnotation[]; outside: string[] } {
  const [start, end] = [periods[0]?.start ?? 0, periods.at(-1)?.end ?? 0];
  const isWithin = ({ from, to }: Annotation): boolean => from.start < end && to.end > start;
  const annotations = all.filter(isWithin).map((each, index): TrendAnnotation => {
    const { from, to, text } = each;
    const isPoint = from.text === to.text;
    return {
      sign: signOf(index),
      // A period is marked in its middle, where its value stands.
      from: isPoint ? middleOf(from) : Math.max(start, from.start),
      to: isPoint ? middleOf(from) : Math.min(end, to.end),
      text,
      when: words.span(from, to),
    };
  });
  return { annotations, outside: all.filter((each) => !isWithin(each)).map(({ written }) => written) };
}
