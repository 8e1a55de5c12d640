import type { Quality } from '../../observatory/schema-snapshot.js';
import { wordsOf } from '../words/words-of.js';
import type { ResourceReport } from './check.js';
import type { Dimension } from './finding.js';

/** By which rule a dimension is scored, in the languages of the command. */
export const ruleOf = (dimension: Dimension): { readonly es: string; readonly en: string } => ({
  es: wordsOf('es').rule[dimension],
  en: wordsOf('en').rule[dimension],
});

/** What a snapshot says of the quality of a resource; nothing of one in which nothing was tested. */
export function qualityResults({ resource, rows, scores }: ResourceReport, date: string): Quality[] {
  const told = scores.flatMap(({ dimension, score, threshold }) =>
    dimension === 'timeliness'
      ? []
      : [{ dimension, score, ...(threshold !== undefined && { threshold }), rule: ruleOf(dimension) }],
  );
  return rows === undefined || told.length === 0
    ? []
    : [{ resource: resource.name, date, rows, scores: told }];
}
