import { readIsoPeriod } from '../../table/period-iso.js';
import { UsageError, type Io } from '../io.js';
import { openManifest } from '../open-manifest.js';
import { readOptions, wordsFor } from '../options.js';
import { MOST_BYTES } from '../read-resource.js';
import type { Words } from '../words/words.js';
import { check } from './check.js';
import { reportJson } from './report-json.js';
import { reportLines, reportText } from './report-text.js';

const OPTIONS = {
  json: { type: 'boolean' },
  lines: { type: 'boolean' },
  offline: { type: 'boolean' },
  against: { type: 'string' },
  today: { type: 'string' },
} as const;

/** The day of the check: today, or the one that is told, so that a check can be repeated. */
function dayOf(text: string | undefined, words: Words): { readonly number: number; readonly text: string } {
  const told = text ?? new Date().toISOString().slice(0, 10);
  const day = readIsoPeriod(told);
  if (day?.length === 'day') return { number: day.start, text: told };
  throw new UsageError(words.badOptions(`--today ${told} (2026-08-12)`));
}

/** Shows how far the check is, where somebody is looking. */
function progressOn({ stderr, isTerminal }: Io): {
  told: (name: string, at: number, all: number) => void;
  end: () => void;
} {
  const clear = '\r\u001b[K';
  return {
    told: (name, at, all) => isTerminal && void stderr.write(`${clear}[${at + 1}/${all}] ${name} …`),
    end: () => isTerminal && void stderr.write(clear),
  };
}

/** `observatorio check [manifest]`: holds a manifest and its data against what they say. */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  const words = wordsFor(args);
  const { values, positionals } = readOptions(args, OPTIONS, 1, words);
  const { signal } = new AbortController();
  const today = dayOf(values.today, words);
  const offline = values.offline ?? false;
  const opened = await openManifest(positionals[0], io.cwd, words, { signal, offline });
  const against =
    values.against === undefined
      ? undefined
      : await openManifest(values.against, io.cwd, words, { signal, offline });
  const progress = progressOn(io);
  const report = await check(opened, words, {
    ...{ offline, signal, maxBytes: MOST_BYTES, today: today.number },
    against,
    onResource: progress.told,
  }).finally(progress.end);
  const name = positionals[0] ?? 'observatory.json';
  io.stdout.write(
    values.json === true
      ? reportJson(report, name, today.text)
      : values.lines === true
        ? reportLines(report, words)
        : reportText(report, name, words),
  );
  return report.exit;
}
