import { readFileSync } from 'node:fs';
import { asDataError } from '../errors.js';
import { nearestName } from '../table/nearest.js';
import { exitOf } from './exit-of.js';
import { EXIT, UsageError, type Io } from './io.js';
import { wordsFor } from './options.js';
import { tellError } from './tell-error.js';
import type { Words } from './words/words.js';

/** Runs one command; gives the exit code. */
export type Run = (args: readonly string[], io: Io) => Promise<number>;

/** The commands, each loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  check: async () => (await import('./check/run-check.js')).runCheck,
  init: async () => (await import('./init/run-init.js')).runInit,
  snapshot: async () => (await import('./snapshot/run-snapshot.js')).runSnapshot,
  snippet: async () => (await import('./snippet/run-snippet.js')).runSnippet,
};

/** Beside this file there is no package but its own. */
function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}

function tellFailure(reason: unknown, words: Words): string {
  return reason instanceof UsageError ? reason.message : tellError(asDataError(reason), words);
}

/** `observatorio <command> …`: runs what the arguments name. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const words = wordsFor(args);
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(words.help);
    return name === undefined ? EXIT.usage : EXIT.good;
  }
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${version()}\n`);
    return EXIT.good;
  }
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new UsageError(words.unknownCommand(name, nearestName(name, Object.keys(COMMANDS))));
    const command = await load();
    if (rest.includes('--help') || rest.includes('-h')) {
      io.stdout.write(words.helpOf[name] ?? words.help);
      return EXIT.good;
    }
    return await command(rest, io);
  } catch (reason) {
    io.stderr.write(`observatorio: ${tellFailure(reason, words)}\n`);
    return exitOf(reason);
  }
}
