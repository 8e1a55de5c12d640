import { type Io } from '../io.js';
import { openManifest } from '../open-manifest.js';
import { dayOf, readOptions, wordsFor } from '../options.js';
import { MOST_BYTES } from '../read-resource.js';
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
