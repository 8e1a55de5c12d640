import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../observatory/manifest.js';
import type { CubeFile, Quality, Vintage } from '../../observatory/schema-snapshot.js';

type Resource = Manifest['resources'][number];

/** An address as it is written beside the snapshot: of the web whole, of this computer relative to the folder. */
function moved(path: string, base: URL, folder: string): string {
  const address = new URL(path, base);
  if (address.protocol !== 'file:') return address.href;
  return encodeURI(relative(folder, fileURLToPath(address)).split(sep).join('/'));
}

function movedResource(resource: Resource, base: URL, folder: string): Resource {
  const { path } = resource;
  if (path === undefined) return resource;
  const to = (each: string): string => moved(each, base, folder);
  return { ...resource, path: Array.isArray(path) ? path.map(to) : to(path) };
}

/** In the order of the manifest's indicators, whatever was read anew. */
function inOrder(cubes: readonly CubeFile[], { indicators = [] }: Manifest): CubeFile[] {
  return indicators.flatMap(({ name }) => cubes.filter(({ indicator }) => indicator === name));
}

/** What earlier snapshots held: the last one as well, where the cubes are others now. */
function vintagesOf(before: Manifest['snapshot'], cubes: readonly CubeFile[], date: string): Vintage[] {
  const { vintages = [], date: last, cubes: held } = before ?? {};
  // Of one day the last snapshot stands.
  const isOther = last !== undefined && held !== undefined && last !== date;
  return isOther && JSON.stringify(held) !== JSON.stringify(cubes)
    ? [{ date: last, cubes: held }, ...vintages]
    : vintages;
}

/** The quality of what was read anew, and of the rest as it was; where only the day is another, the day as well. */
function qualityOf(
  { resources }: Manifest,
  before: readonly Quality[],
  read: readonly Quality[],
  isRead: (resource: string) => boolean,
): Quality[] {
  const of = (all: readonly Quality[], name: string): Quality | undefined =>
    all.find(({ resource }) => resource === name);
  return resources.flatMap(({ name }) => {
    const [last, now] = [of(before, name), of(read, name)];
    if (!now) return last && !isRead(name) ? [last] : [];
    const isSame = last && JSON.stringify({ ...last, date: '' }) === JSON.stringify({ ...now, date: '' });
    return [isSame ? last : now];
  });
}

/**
 * The manifest of a snapshot: the observatory's own, its addresses as they are from the folder, with what the snapshot
 * holds and has held. What was not read anew is kept from the snapshot before; where nothing is another, its date is.
 */
export function snapshotManifest(
  manifest: Manifest,
  base: URL,
  folder: string,
  read: {
    readonly cubes: readonly CubeFile[];
    readonly indicators: ReadonlySet<string>;
    readonly quality: readonly Quality[];
    readonly date: string;
    /** How many earlier vintages are kept; all without it. */
    readonly keep?: number;
  },
  before: Manifest | undefined,
): string {
  const kept = (before?.snapshot?.cubes ?? []).filter(({ indicator }) => !read.indicators.has(indicator));
  const cubes = inOrder([...kept, ...read.cubes], manifest);
  const last = before?.snapshot;
  const isSame = JSON.stringify(last?.cubes) === JSON.stringify(cubes);
  const date = (isSame && last?.date) || read.date;
  const { guides, resources, indicators = [] } = manifest;
  const readResources = new Set(
    indicators.filter(({ name }) => read.indicators.has(name)).map(({ resource }) => resource),
  );
  const quality = qualityOf(manifest, last?.quality ?? [], read.quality, (name) => readResources.has(name));
  const whole: Manifest = {
    ...manifest,
    resources: resources.map((resource) => movedResource(resource, base, folder)),
    ...(guides && { guides: guides.map((guide) => ({ ...guide, path: moved(guide.path, base, folder) })) }),
    snapshot: {
      path: './',
      read: manifest.snapshot?.read ?? 'live-then-snapshot',
      date,
      cubes,
      vintages: vintagesOf(last, cubes, date).slice(0, read.keep),
      ...(quality.length > 0 && { quality }),
    },
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
