import type { MeasureMessages } from './measure-messages.js';

/** The parts of the sheet that tells how an indicator is made. */
export type MethodSectionName = 'meaning' | 'calculation' | 'people' | 'dates' | 'quality' | 'comparison';

/** What each entry of the sheet tells. */
export type MethodTerm =
  | 'definition'
  | 'unit'
  | 'direction'
  | 'place'
  | 'formula'
  | 'rows'
  | 'sources'
  | 'offence'
  | 'iccs'
  | 'guide'
  | 'publisher'
  | 'source'
  | 'steward'
  | 'custodian'
  | 'legalBasis'
  | 'access'
  | 'license'
  | 'updated'
  | 'completeThrough'
  | 'provisionalFrom'
  | 'frequency'
  | 'nextUpdate'
  | 'lineage'
  | 'version'
  | 'thresholds'
  | 'results'
  | 'suppression'
  | 'comparability'
  | 'caveats'
  | 'breaks'
  | 'revisions';

/** Words of `obs-method`. */
export interface MethodMessages {
  readonly heading: (indicator: string) => string;
  readonly sections: Readonly<Record<MethodSectionName | 'cite', string>>;
  readonly terms: Readonly<Record<MethodTerm, string>>;
  readonly direction: Readonly<Record<'lower' | 'higher' | 'neither', string>>;
  readonly access: Readonly<Record<'public' | 'restricted' | 'personal', string>>;
  readonly frequency: Readonly<
    Record<'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'irregular', string>
  >;
  /** A column that is shown as the source has it. */
  readonly asPublished: (column: string) => string;
  /** A rate: what is counted, what it is divided by, whose that is, per how many. */
  readonly rate: (counted: string, dividedBy: string, source: string, scale: string) => string;
  /** What a rate is divided by, where that is the inhabitants of the list of places. */
  readonly population: string;
  /** Which rows count, by the codes of an offence in the source's own list. */
  readonly onlyOffence: (column: string, codes: string) => string;
  /** Which rows count, as the condition is written. */
  readonly onlyRows: (condition: string) => string;
  /** How good the data were found: on which day, in how many rows. */
  readonly checked: (date: string, rows: string) => string;
  /** Of one dimension: the share, with its per cent sign, and of what it is one. */
  readonly result: Readonly<
    Record<
      'completeness' | 'validity' | 'consistency' | 'uniqueness',
      (share: string, rule: string) => string
    >
  >;
  readonly threshold: Readonly<
    Record<
      'completeness' | 'validity' | 'consistency' | 'uniqueness' | 'timeliness' | 'drift',
      (value: string) => string
    >
  >;
  readonly suppressed: (under: string, reason: string) => string;
  readonly broken: (period: string, reason: string) => string;
  /** What a source had published before: for when, which value, until which day, why. */
  readonly revised: (period: string, before: string, date: string, reason: string) => string;
  readonly contact: string;
  readonly write: (address: string) => string;
  /** The subject of a letter about a mistake. */
  readonly subject: (indicator: string, name: string) => string;
  readonly copy: (style: string) => string;
  readonly copied: (style: string) => string;
  /** Where a page may not write to the clipboard: the text is chosen, the reader copies it. */
  readonly chosen: (style: string) => string;
  readonly dataset: string;
  readonly measures: MeasureMessages;
}
