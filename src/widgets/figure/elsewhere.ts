import type { Question } from '../../engine/engine.js';

/** What the manifest says of all places of an indicator together. */
export interface Whole {
  /** Which rows they are: those that the indicator counts; `''` for every one. */
  readonly where: string;
  /** Per how many inhabitants their rate is, where it is by those of the list of places. */
  readonly per: string | undefined;
  /** What a plan sets for the figure's place, as `targets` has it. */
  readonly targets?: string | undefined;
}

/** By the widgets that a manifest has filled. */
export const wholes = new WeakMap<object, Whole>();

/** Before the inhabitants of all that is counted; after them those of the places of columns. */
const OF_ALL = /^(\s*\d+\s+(?:of|de)\s+'(?:[^']|'')+')[^;]*/i;

/**
 * The question of a figure about other rows, `*` for all. What stands in for the source, and the inhabitants that a
 * rate is per, are those of the figure's own place: here they are of all places, where the rows are all that the
 * indicator counts, and else of none, since nobody knows which place it is.
 */
export function askElsewhere(question: Question, rows: string, whole: Whole | undefined): Question {
  const where = rows.trim() === '*' ? '' : rows;
  const { otherwise, ...asked } = question;
  const there = { ...asked, where, by: '' };
  if (!whole) return { ...there, ...(otherwise && { otherwise }) };
  const isAll = where.trim() === whole.where;
  const isTold = isAll || where === '';
  const per = whole.per === undefined || isTold ? whole.per : whole.per.replace(OF_ALL, '$1');
  const { cube } = otherwise ?? {};
  // A snapshot has only what the indicator counts: where that is not every row, it cannot tell which of others it has.
  const inCube = isAll ? '' : whole.where === '' ? where : undefined;
  const instead =
    otherwise && cube ? { ...otherwise, cube: { ...cube, level: '', where: inCube } } : otherwise;
  return { ...there, ...(per !== undefined && { per }), ...(instead && { otherwise: instead }) };
}
