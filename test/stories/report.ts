import { stdout } from 'node:process';
import type { Counts } from '../support/results.js';

/** What is wrong and where. */
export interface Fault {
  readonly rule: string;
  readonly target: string;
}

/** More places than this tell nothing new. */
const MOST_TARGETS = 4;

/** `rule (first, second, and 3 more) in light 320 px, dark 320 px` */
function sentence(rule: string, targets: readonly string[], tests: readonly string[]): string {
  const more = targets.length - MOST_TARGETS;
  const shown = [...targets.slice(0, MOST_TARGETS), ...(more > 0 ? [`and ${more} more`] : [])];
  return `${rule} (${shown.join(', ')}) in ${tests.join(', ')}`;
}

/** Counts the tests, and tells in one line what is wrong with a story. */
export class Report {
  readonly counts = { passed: 0, failed: 0, skipped: [], faults: [] as string[] } satisfies Counts;
  #failed = new Map<string, readonly Fault[]>();

  /** One test of the story at hand. */
  test(title: string, faults: readonly Fault[]): void {
    if (faults.length === 0) this.counts.passed++;
    else this.counts.failed++;
    if (faults.length > 0) this.#failed.set(title, faults);
  }

  /** Ends a story: its line, where it has failed. */
  end(story: string): void {
    const all = [...this.#failed].flatMap(([test, faults]) => faults.map((fault) => ({ ...fault, test })));
    const said = [...new Set(all.map(({ rule }) => rule))].map((rule) => {
      const found = all.filter((each) => each.rule === rule);
      const distinct = (key: 'target' | 'test'): string[] => [...new Set(found.map((each) => each[key]))];
      return sentence(rule, distinct('target'), distinct('test'));
    });
    if (said.length > 0) {
      stdout.write(`FAIL ${story}: ${said.join('; ')}\n`);
      this.counts.faults.push(`${story}: ${said.join('; ')}`);
    }
    this.#failed = new Map();
  }
}
