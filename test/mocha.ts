import fc from 'fast-check';
import Mocha from 'mocha';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, exit, stdout } from 'node:process';
import { writeCounts } from './support/results.js';

/** `tsx test/mocha.ts <step> <folder or file…>`: runs these tests in Node and counts them. */
const [step = 'tests', ...places] = argv.slice(2);

function testFiles(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  if (!existsSync(place)) throw new Error(`There is no folder ${place}.`);
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(place, name))
    .sort();
}

// The same cases at each run, so that a change is what makes a test fail; `SEED=7 npm run test:node` draws others.
const seed = Number(env['SEED'] ?? 2026);
if (!Number.isInteger(seed)) throw new Error(`SEED is a whole number, not ${env['SEED'] ?? ''}.`);
fc.configureGlobal({ seed });
if (env['SEED'] !== undefined) stdout.write(`Random cases drawn with SEED=${seed}\n`);

const mocha = new Mocha({ timeout: 30_000, reporter: 'dot', forbidOnly: true });
places.flatMap(testFiles).forEach((file) => mocha.addFile(file));
await mocha.loadFilesAsync();
const skipped: string[] = [];
const faults: string[] = [];
const runner = mocha.run((failures) => {
  const { passes = 0 } = runner.stats ?? {};
  writeCounts(step, { passed: passes, failed: failures, skipped, faults });
  // Servers and browsers that a failed test left open do not keep the command waiting.
  exit(failures > 0 ? 1 : 0);
});
runner.on('pending', (test) => skipped.push(test.fullTitle()));
runner.on('fail', (test, error: Error) =>
  faults.push(`${test.fullTitle()}: ${error.message.split('\n')[0] ?? ''}`),
);
