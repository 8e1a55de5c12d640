#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { argv, cwd, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

/** The command `observatorio`. */
async function main(): Promise<void> {
  const code = await run(argv.slice(2), { stdout, stderr, cwd: cwd(), isTerminal: stderr.isTTY });
  // What was written is on its way: it is let through.
  const flushed = [stdout, stderr].map(
    (output) => new Promise<void>((resolve) => output.write('', () => resolve())),
  );
  await Promise.all(flushed);
  exit(code);
}

if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) await main();
