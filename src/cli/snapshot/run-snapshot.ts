import { resolve } from 'node:path';
import { asDataError, DataError } from '../../errors.js';
import { cubesOf } from '../../observatory/cubes.js';
import { manifestOf, type Manifest } from '../../observatory/manifest.js';
import type { Quality } from '../../observatory/schema-snapshot.js';
import { suppressCubes, type Counted } from '../../observatory/suppress-cubes.js';
import { check, type Report } from '../check/check.js';
import { hasFault, isOnlyLate } from '../check/quality.js';
import { qualityResults } from '../check/quality-results.js';
import { exitOf } from '../exit-of.js';
import { EXIT, UsageError, type Io } from '../io.js';
import { openManifest, type Opened } from '../open-manifest.js';
import { dayOf, readOptions, wordsFor } from '../options.js';
import { MOST_BYTES } from '../read-resource.js';
import { tellError } from '../tell-error.js';
import type { Words } from '../words/words.js';
import { cubeFiles, type WrittenCube } from './cube-files.js';
import { prune, readFolder, writeFolder } from './folder.js';
import { progressOn, type Progress } from './progress.js';
import { readRows } from './read-rows.js';
import { snapshotManifest } from './snapshot-manifest.js';

const OPTIONS = {
  out: { type: 'string' },
  only: { type: 'string' },
  offline: { type: 'boolean' },
  today: { type: 'string' },
  unchecked: { type: 'boolean' },
  'large-over': { type: 'string' },
  keep: { type: 'string' },
} as const;

type Resource = Manifest['resources'][number];
type Indicator = NonNullable<Manifest['indicators']>[number];

/** What one run is asked for. */
interface Task {
  readonly opened: Opened;
  readonly manifest: Manifest;
  readonly words: Words;
  readonly progress: Progress;
  readonly offline: boolean;
  readonly isChecked: boolean;
  readonly today: ReturnType<typeof dayOf>;
  readonly largeOver: number | undefined;
  readonly signal: AbortSignal;
}

/** What came of the resources. */
interface Outcome {
  readonly cubes: readonly WrittenCube[];
  /** Those that were read anew. */
  readonly indicators: ReadonlySet<string>;
  readonly quality: readonly Quality[];
  readonly exit: number;
}

/** The indicators that `--only` names, with those that count the same rows: small counts are hidden among all of them. */
function chosen({ indicators = [] }: Manifest, only: string | undefined, words: Words): Indicator[] {
  if (only === undefined) return indicators;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !indicators.some((each) => each.name === name));
  if (unknown !== undefined) throw new UsageError(words.badOptions(`--only ${unknown}`));
  const resources = indicators.filter(({ name }) => names.includes(name)).map(({ resource }) => resource);
  return indicators.filter(({ resource }) => resources.includes(resource));
}

async function checked(task: Task, only: ReadonlySet<string>): Promise<Report | undefined> {
  if (!task.isChecked) return undefined;
  return check(task.opened, task.words, {
    ...{ offline: task.offline, signal: task.signal, maxBytes: MOST_BYTES },
    ...{ today: task.today.number, against: undefined, only },
    onResource: (name, at, all) => task.progress.step(task.words.snapshot.checking(name), at, all),
  });
}

/** The cubes of a resource's indicators, without small counts where the manifest says so. */
async function cubesIn(task: Task, resource: Resource, indicators: readonly Indicator[]): Promise<Counted[]> {
  const { manifest, opened, offline, signal, largeOver } = task;
  const table = await readRows(manifest, resource, opened.base, {
    ...{ offline, signal, maxBytes: MOST_BYTES },
    ...(largeOver !== undefined && { over: largeOver }),
    onMissing: (name) => task.progress.tell(task.words.snapshot.noDuckDb(name)),
  });
  if (table.length === 0) throw new DataError('empty-reply', { value: resource.name });
  const counted: Counted[] = [];
  for (const indicator of indicators)
    counted.push({ indicator, cubes: await cubesOf(manifest, indicator, table) });
  const under = resource.governance?.suppression?.under ?? 0;
  return under > 1 ? suppressCubes(manifest, counted, under) : counted;
}

async function readAll(task: Task, indicators: readonly Indicator[]): Promise<Outcome> {
  const { manifest, words, progress } = task;
  const used = new Set(indicators.map(({ resource }) => resource));
  const resources = manifest.resources.filter(({ name }) => used.has(name));
  const report = await checked(task, used);
  const cubes: WrittenCube[] = [];
  const done = new Set<string>();
  const quality: Quality[] = [];
  let exit: number = EXIT.good;
  for (const [index, resource] of resources.entries()) {
    const own = indicators.filter((each) => each.resource === resource.name);
    const found = report?.resources.find((each) => each.resource.name === resource.name);
    progress.step(resource.name, index, resources.length);
    const isLate = found !== undefined && found.exit === undefined && isOnlyLate(found);
    if (isLate) {
      progress.tell(words.snapshot.late(resource.name));
      exit = Math.max(exit, EXIT.faults);
    } else if (found && (found.exit !== undefined || hasFault(found))) {
      progress.tell(words.snapshot.notGood(resource.name));
      exit = Math.max(exit, found.exit ?? EXIT.faults);
      continue;
    }
    try {
      cubes.push(...cubeFiles(manifest, await cubesIn(task, resource, own), resource));
      for (const { name } of own) done.add(name);
      if (found) quality.push(...qualityResults(found, task.today.text));
    } catch (reason) {
      progress.tell(words.snapshot.failed(resource.name, tellError(asDataError(reason), words)));
      exit = Math.max(exit, exitOf(asDataError(reason)));
    }
  }
  return { cubes, indicators: done, quality, exit };
}

/**
 * `observatorio snapshot [manifest] --out DIR`: reads every resource, checks it, and writes the sums that the
 * indicators need. What cannot be had, or is not good, stays as it was in the snapshot before.
 */
export async function runSnapshot(args: readonly string[], io: Io): Promise<number> {
  const words = wordsFor(args);
  const { values, positionals } = readOptions(args, OPTIONS, 1, words);
  if (values.out === undefined) throw new UsageError(words.snapshot.noOut);
  const folder = resolve(io.cwd, values.out);
  const today = dayOf(values.today, words);
  const largeOver = values['large-over'];
  if (largeOver !== undefined && !/^\d+$/.test(largeOver))
    throw new UsageError(words.badOptions(`--large-over ${largeOver} (268435456)`));
  const { keep } = values;
  if (keep !== undefined && !/^\d{1,4}$/.test(keep))
    throw new UsageError(words.badOptions(`--keep ${keep} (30)`));
  const { signal } = new AbortController();
  const offline = values.offline ?? false;
  const opened = await openManifest(positionals[0], io.cwd, words, { signal, offline });
  const manifest = manifestOf(opened.document, opened.base.host);
  const before = await readFolder(folder);
  const progress = progressOn(io);
  const task: Task = {
    ...{ opened, manifest, words, progress, today, signal },
    offline,
    isChecked: values.unchecked !== true,
    largeOver: largeOver === undefined ? undefined : Number(largeOver),
  };
  const outcome = await readAll(task, chosen(manifest, values.only, words)).finally(progress.end);
  if (outcome.indicators.size === 0) {
    progress.tell(words.snapshot.nothing);
    return outcome.exit === EXIT.good ? EXIT.faults : outcome.exit;
  }
  const read = {
    cubes: outcome.cubes.map(({ entry }) => entry),
    indicators: outcome.indicators,
    quality: outcome.quality,
    date: today.text,
    ...(keep !== undefined && { keep: Number(keep) }),
  };
  const text = snapshotManifest(manifest, opened.base, folder, read, before);
  const changed = await writeFolder(folder, outcome.cubes, text);
  if (keep !== undefined) await prune(folder);
  const bytes = outcome.cubes.reduce((sum, { entry }) => sum + entry.bytes, 0);
  io.stdout.write(`${words.snapshot.done(outcome.cubes.length, bytes, changed)}\n`);
  return outcome.exit;
}
