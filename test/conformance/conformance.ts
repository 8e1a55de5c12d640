import '../support/as-module.js';
import { exit, stdout } from 'node:process';
import { PROTOCOLS } from '../../src/sources/protocols.js';
import { nameOf, type Case } from './case.js';
import { CASES } from './cases/all.js';
import { isThere, runCase } from './run-case.js';

/**
 * `npm run conformance`: every real reply beside the project, asked for through the engine as a page asks, and held
 * against facts that are counted another way. A line for each protocol and each collection; what does not hold is told below.
 */
const faults: string[] = [];
const line = (...cells: (string | number)[]): void => {
  const [name = '', ...counts] = cells;
  stdout.write(`${String(name).padEnd(16)}${counts.map((cell) => String(cell).padStart(11)).join('')}\n`);
};

line('protocol', 'replies', 'rows', 'facts', 'requests', 'outcome');
let [passed, failed] = [0, 0];
const lineOf = ({ suite, protocol }: Case): string => suite ?? protocol;
const suites = CASES.flatMap(({ suite }) => suite ?? []);
for (const name of new Set<string>([...PROTOCOLS, ...suites])) {
  const cases = CASES.filter((each) => lineOf(each) === name && isThere(each));
  const sum = { rows: 0, facts: 0, requests: 0 };
  const before = faults.length;
  for (const each of cases) {
    const outcome = await runCase(each);
    sum.rows += outcome.rows;
    sum.facts += outcome.facts;
    sum.requests += outcome.requests;
    faults.push(...outcome.faults.map((fault) => `${name} ${nameOf(each)}: ${fault}`));
    if (outcome.faults.length === 0) passed++;
    else failed++;
  }
  const result = cases.length === 0 ? 'no file' : faults.length === before ? 'pass' : 'FAIL';
  line(name, cases.length, sum.rows, sum.facts, sum.requests, result);
}
for (const fault of faults) stdout.write(`${fault}\n`);
stdout.write(`${passed} passed, ${failed} failed\n`);
exit(failed > 0 ? 1 : 0);
