import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a step of the test command counted. */
export interface Counts {
  passed: number;
  failed: number;
  /** The titles of what was left out, so that it is seen. */
  skipped: string[];
  /** What failed, told again at the end: by then the first word of it has scrolled away. */
  faults?: string[];
}

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/results/', import.meta.url));

/** Leaves the counts of a step for the command that adds them up. */
export function writeCounts(step: string, counts: Counts): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${step}.json`, JSON.stringify(counts));
}

/** The counts of a step; `undefined` where it ended before it could count. */
export function readCounts(step: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(`${FOLDER}${step}.json`, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

export function forgetCounts(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
