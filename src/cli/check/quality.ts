import type { Manifest } from '../../observatory/manifest.js';
import { DIMENSIONS, type Dimension, type Finding, type Tested } from './finding.js';

type Thresholds = NonNullable<NonNullable<Manifest['resources'][number]['governance']>['thresholds']>;

/** How good the data of a resource are in one dimension. */
export interface Score {
  readonly dimension: Dimension;
  /** 0 to 1: the share of what was tested that is as it must be, of the rule that is kept worst. */
  readonly score: number;
  /** The least that the manifest takes; for timeliness, the most periods that the last one may be late. */
  readonly threshold: number | undefined;
  readonly isBroken: boolean;
}

/** The scores of a resource: none where nothing was tested. */
export function scoresOf(
  tested: readonly Tested[],
  thresholds: Thresholds = {},
  late: number | undefined,
): Score[] {
  return DIMENSIONS.flatMap((dimension) => {
    const rules = tested.filter((each) => each.dimension === dimension && each.tested > 0);
    if (rules.length === 0) return [];
    const score = Math.min(...rules.map((each) => 1 - each.failed / each.tested));
    const threshold = thresholds[dimension];
    const isBroken = dimension === 'timeliness' ? (late ?? 0) > (threshold ?? 0) : score < (threshold ?? 1);
    return [{ dimension, score, threshold, isBroken }];
  });
}

/** Whether a finding is a fault: told only where it is a remark, or within what the manifest takes. */
export function isFault({ dimension, isRemark = false }: Finding, scores: readonly Score[]): boolean {
  if (isRemark) return false;
  return dimension === undefined || (scores.find((each) => each.dimension === dimension)?.isBroken ?? true);
}

/** What was found in the data of a resource, and how good they are. */
interface Found {
  readonly findings: readonly Finding[];
  readonly scores: readonly Score[];
}

/** Whether data are not as the manifest takes them. */
export function hasFault({ findings, scores }: Found): boolean {
  return scores.some(({ isBroken }) => isBroken) || findings.some((each) => isFault(each, scores));
}

/** Whether nothing is wrong with data but that they are late: they are the latest that there are. */
export function isOnlyLate({ findings, scores }: Found): boolean {
  const isOther = ({ dimension }: { readonly dimension?: Dimension | undefined }): boolean =>
    dimension !== 'timeliness';
  const others = { findings: findings.filter(isOther), scores: scores.filter(isOther) };
  return hasFault({ findings, scores }) && !hasFault(others);
}
