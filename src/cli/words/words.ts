import type { OwnerMessages } from '../../text/messages.js';
import type { Dimension, FindingCode } from '../check/finding.js';

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
  readonly verdict: (faults: number, exit: number) => string;
}
