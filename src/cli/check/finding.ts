/** What makes data good enough, in the words of ISO/IEC 25012. */
export const DIMENSIONS = ['completeness', 'validity', 'consistency', 'uniqueness', 'timeliness'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What can be found in a manifest. */
export const MANIFEST_CODES = [
  'bad-form', 'unknown-key', 'todo', 'crosswalk-system', 'offence-unknown', 'iccs-differs', 'target-place',
  'guide-gone', 'personal-column',
] as const; // prettier-ignore

/** What can be found in data. */
export const DATA_CODES = [
  'unreadable', 'not-read', 'no-rows', 'column-gone', 'column-undeclared', 'column-empty', 'column-renamed',
  'type', 'required', 'minimum', 'maximum', 'pattern', 'enum', 'not-a-count', 'period-ahead',
  'key-repeated', 'row-repeated', 'not-unique',
  'row-short', 'row-long', 'place-unknown', 'parent-unknown', 'parent-ring', 'offence-without-code', 'offence-unused',
  'parts-differ', 'total-differs', 'level-jump', 'unit-changed', 'drift',
  'period-missing', 'place-period-missing', 'not-through', 'undated', 'break-outside', 'late', 'update-missed',
  'indicator-fails', 'indicator-empty', 'small-count-shown', 'partial',
] as const; // prettier-ignore

export type FindingCode = (typeof MANIFEST_CODES)[number] | (typeof DATA_CODES)[number];

/** Something that is not as the manifest says. */
export interface Finding {
  readonly code: FindingCode;
  /** By which a threshold of the manifest is held against it; without it, it is a fault whatever the threshold. */
  readonly dimension?: Dimension;
  /** It is told, and breaks nothing. */
  readonly isRemark?: boolean;
  /** Where it stands in the manifest: `indicators/0/unit`. */
  readonly path?: string;
  readonly indicator?: string;
  readonly column?: string;
  /** The first row of data that has it, from 1, the header not counted. */
  readonly row?: number;
  readonly place?: string;
  readonly period?: string;
  readonly value?: string;
  readonly expected?: readonly string[];
  readonly nearest?: string;
  /** How many rows, cells, codes or periods. */
  readonly count?: number;
  /** What a failure says. */
  readonly message?: string;
}

/** One rule that was put to the data: how often it was, and how often it did not hold. */
export interface Tested {
  readonly dimension: Dimension;
  readonly tested: number;
  readonly failed: number;
}

/** What a check has found. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly tested: readonly Tested[];
}

export const NOTHING: Checked = Object.freeze({ findings: [], tested: [] });

/** Several checks as one. */
export function together(checks: readonly Checked[]): Checked {
  return {
    findings: checks.flatMap(({ findings }) => findings),
    tested: checks.flatMap(({ tested }) => tested),
  };
}

/** One rule of a dimension, and what does not keep it. */
export function rule(
  dimension: Dimension,
  tested: number,
  findings: readonly Omit<Finding, 'dimension'>[],
  failed = findings.reduce((sum, { count = 1 }) => sum + count, 0),
): Checked {
  if (tested === 0) return NOTHING;
  const found = findings.map((finding) => ({ ...finding, dimension }));
  return { findings: found, tested: [{ dimension, tested, failed: Math.min(tested, failed) }] };
}
