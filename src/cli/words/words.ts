import type { OwnerMessages } from '../../text/messages.js';
import type { Dimension, FindingCode } from '../check/finding.js';

/** What only a person can say of data. */
export type DraftQuestion =
  | 'title'
  | 'publisher'
  | 'license'
  | 'resource'
  | 'steward'
  | 'source'
  | 'indicator'
  | 'definition'
  | 'unit'
  | 'denominator';

/** What stands around the code to paste. */
export interface SnippetWords {
  readonly titles: Readonly<Record<'div' | 'element' | 'iframe' | 'plain', string>>;
  /** What must be published for the frame. */
  readonly frame: (address: string) => string;
  /** The link to the data. */
  readonly dataLink: (what: string) => string;
  readonly source: (name: string) => string;
  /** That the addresses are of this computer. */
  readonly local: string;
}

/** What the command says, in one language. */
export interface Words {
  readonly lang: string;
  /** What went wrong with a source, as pages tell their owners, but for what only a browser does. */
  readonly owner: OwnerMessages;
  readonly help: string;
  readonly helpOf: Readonly<Record<string, string>>;
  readonly unknownCommand: (name: string, nearest: string | undefined) => string;
  readonly unknownOption: (name: string, nearest: string | undefined) => string;
  readonly tooMany: (argument: string) => string;
  readonly badOptions: (reason: string) => string;
  readonly noFile: (path: string) => string;
  readonly fileThere: (path: string) => string;
  /** What was left out, as it is written. */
  readonly needs: (example: string) => string;
  readonly drafted: (path: string, questions: number) => string;
  /** What a draft asks of a person; `TODO:` is written before it. */
  readonly draft: Readonly<Record<DraftQuestion, string>>;
  readonly snippet: SnippetWords;
  readonly finding: Readonly<Record<FindingCode, string>>;
  readonly ofIndicator: (name: string) => string;
  readonly row: (row: number) => string;
  readonly rows: (rows: number) => string;
  readonly through: (period: string) => string;
  readonly expected: (choices: string) => string;
  readonly nearest: (name: string) => string;
  readonly andMore: (count: number) => string;
  /** Behind a finding that the threshold of its dimension takes. */
  readonly tolerated: string;
  readonly goodManifest: string;
  readonly good: string;
  readonly dimension: Readonly<Record<Dimension, string>>;
  readonly rulesTitle: string;
  readonly rule: Readonly<Record<Dimension, string>>;
  readonly threshold: (dimension: Dimension, threshold: number | undefined) => string;
  readonly share: (share: number) => string;
  readonly lateBy: (periods: number) => string;
  readonly snapshot: {
    readonly checking: (resource: string) => string;
    readonly noOut: string;
    readonly noDuckDb: (resource: string) => string;
    readonly notGood: (resource: string) => string;
    /** It is written all the same. */
    readonly late: (resource: string) => string;
    readonly failed: (resource: string, why: string) => string;
    readonly nothing: string;
    readonly done: (cubes: number, bytes: number, changed: number) => string;
  };
  readonly verdict: (faults: number, exit: number) => string;
}
