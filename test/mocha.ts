import Mocha from 'mocha';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
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
