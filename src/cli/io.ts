/** Where a command writes. */
export interface Output {
  write(text: string): unknown;
}

/** What a command is given by whoever runs it: a terminal, a schedule, a test. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** Whether somebody is looking: then progress is shown. */
  readonly isTerminal: boolean;
}

/** What a command ends with; a schedule acts by it. */
export const EXIT = Object.freeze({
  good: 0,
  /** Faults were found, or a threshold is broken. */
  faults: 1,
  /** The command was not called as it must be. */
  usage: 2,
  /** A source cannot be had. */
  unreachable: 3,
});

/** The command was not called as it must be. */
export class UsageError extends Error {}
