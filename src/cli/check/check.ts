import { readManifest, type Manifest } from '../../observatory/manifest.js';
import { NO_PLACES, type Places } from '../../observatory/places.js';
import { EXIT } from '../io.js';
import { placesOf } from '../indicator-question.js';
import type { Opened } from '../open-manifest.js';
import type { ReadOptions } from '../read-resource.js';
import type { Words } from '../words/words.js';
import { checkIndicator } from './check-indicator.js';
import { checkLevels } from './check-named.js';
import { checkMeaning, checkTargets, openQuestions } from './check-manifest.js';
import { checkResource, type Checking, type ResourceChecked } from './check-resource.js';
import type { Finding } from './finding.js';
import { unknownKeys } from './known-keys.js';
import { hasFault, isFault, scoresOf, type Score } from './quality.js';

/** A resource with its scores. */
export interface ResourceReport extends ResourceChecked {
  readonly scores: readonly Score[];
}

/** All that a check has found. */
export interface Report {
  readonly manifest: readonly Finding[];
  readonly resources: readonly ResourceReport[];
  readonly exit: number;
}

export interface CheckOptions extends ReadOptions {
  /** An earlier snapshot. */
  readonly against: Opened | undefined;
  /** Only these resources; all without it. */
  readonly only?: ReadonlySet<string>;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Told before each resource is read. */
  readonly onResource: (name: string, index: number, all: number) => void;
}

function faultsOf(document: unknown): { manifest: Manifest | undefined; findings: Finding[] } {
  const { manifest, faults } = readManifest(document);
  const findings = [
    ...faults.map(({ path, value, expected }): Finding => ({ code: 'bad-form', path, value, expected })),
    ...unknownKeys(document),
    ...openQuestions(document),
  ];
  return { manifest, findings };
}

/** The list of places; where it cannot be had, its own resource tells why. */
async function knownPlaces(manifest: Manifest, base: URL, options: CheckOptions): Promise<Places> {
  return placesOf(manifest, base, options).catch(() => {
    options.signal.throwIfAborted();
    return NO_PLACES;
  });
}

async function checkOne(
  resource: Manifest['resources'][number],
  checking: Checking,
  options: CheckOptions,
): Promise<ResourceReport> {
  const { manifest } = checking;
  const checked = await checkResource(resource, checking);
  const indicators = checked.rows
    ? (manifest.indicators ?? []).filter((each) => each.resource === resource.name)
    : [];
  const findings = [...checked.findings];
  for (const each of indicators)
    findings.push(...(await checkIndicator(each, resource, checking, options.against)));
  return {
    ...checked,
    findings,
    scores: scoresOf(checked.tested, resource.governance?.thresholds, checked.late),
  };
}

/** What was found, as an exit code: a manifest at fault first, then what cannot be had, then data at fault. */
function exitOfReport(manifest: readonly Finding[], resources: readonly ResourceReport[]): number {
  if (manifest.some((finding) => isFault(finding, []))) return EXIT.faults;
  if (resources.some(({ exit }) => exit === EXIT.unreachable)) return EXIT.unreachable;
  return resources.some(hasFault) ? EXIT.faults : EXIT.good;
}

/** Holds a manifest against its schema, then the data of each resource against the manifest. */
export async function check(
  { document, base }: Opened,
  words: Words,
  options: CheckOptions,
): Promise<Report> {
  const { manifest, findings } = faultsOf(document);
  if (!manifest) return { manifest: findings, resources: [], exit: EXIT.faults };
  const places = await knownPlaces(manifest, base, options);
  const checking: Checking = { manifest, base, places, options, words, today: options.today };
  const resources: ResourceReport[] = [];
  const asked = manifest.resources.filter(({ name }) => options.only?.has(name) ?? true);
  for (const [index, resource] of asked.entries()) {
    options.onResource(resource.name, index, asked.length);
    resources.push(await checkOne(resource, checking, options));
  }
  const targets =
    places.size > 0 ? [...checkTargets(manifest, places), ...checkLevels(manifest, places)] : [];
  const all = [...findings, ...checkMeaning(manifest, base), ...targets];
  return { manifest: all, resources, exit: exitOfReport(all, resources) };
}
