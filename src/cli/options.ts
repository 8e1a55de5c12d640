import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearestName } from '../table/nearest.js';
import { UsageError } from './io.js';
import type { Words } from './words/words.js';
import { wordsOf } from './words/words-of.js';
import { readIsoPeriod } from '../table/period-iso.js';

type Options = NonNullable<ParseArgsConfig['options']>;
/** What arguments say, by the options that a command has. */
type Read<O extends Options> = ReturnType<
  typeof parseArgs<{ options: typeof EVERYWHERE & O; allowPositionals: true; strict: true }>
>;

/** Options that every command has. */
const EVERYWHERE = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** The language that the arguments ask for; needed before they are read, to tell what is wrong in them. */
export function wordsFor(args: readonly string[]): Words {
  const index = args.indexOf('--lang');
  const given = args.find((each) => each.startsWith('--lang='))?.slice('--lang='.length);
  return wordsOf(given ?? (index < 0 ? 'es' : (args[index + 1] ?? 'es')));
}

/** What the arguments say. Fails with a UsageError that names what is not known, and the nearest that is. */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  most: number,
  words: Words,
): Read<O> {
  const known = { ...EVERYWHERE, ...options };
  const wrong = args.find((each) => {
    const name = /^--(?:no-)?([^=]+)/.exec(each)?.[1];
    return name !== undefined && !Object.hasOwn(known, name);
  });
  if (wrong !== undefined) {
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new UsageError(words.unknownOption(wrong, nearestName(wrong, names)));
  }
  try {
    const read = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
    const [, ...more] = read.positionals.slice(most - 1);
    if (more[0] !== undefined) throw new UsageError(words.tooMany(more[0]));
    return read;
  } catch (reason) {
    if (reason instanceof UsageError) throw reason;
    throw new UsageError(words.badOptions(reason instanceof Error ? reason.message : String(reason)));
  }
}

/** The day of a run: today, or the one that is told, so that a run can be repeated. */
export function dayOf(
  text: string | undefined,
  words: Words,
): { readonly number: number; readonly text: string } {
  const told = text ?? new Date().toISOString().slice(0, 10);
  const day = readIsoPeriod(told);
  if (day?.length === 'day') return { number: day.start, text: told };
  throw new UsageError(words.badOptions(`--today ${told} (2026-08-12)`));
}
