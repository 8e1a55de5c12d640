import { createHash } from 'node:crypto';
import type { Cube } from '../../observatory/cubes.js';
import { localised } from '../../observatory/localised.js';
import type { Manifest } from '../../observatory/manifest.js';
import { publisherOf } from '../../observatory/publisher.js';
import type { CubeFile } from '../../observatory/schema-snapshot.js';
import type { Counted } from '../../observatory/suppress-cubes.js';
import { at } from '../../table/column.js';
import { comparePeriods } from '../../table/period.js';
import { columnsOf } from '../../table/table.js';
import { toColumnar } from '../../table/to-columnar.js';

/** A file of a snapshot: what its manifest says of it, and its text. */
export interface WrittenCube {
  readonly entry: CubeFile;
  readonly text: string;
}

type Resource = Manifest['resources'][number];

/** Whose the data are, for a cube that travels alone. */
function metadataOf(manifest: Manifest, { indicator }: Counted, resource: Resource): Record<string, string> {
  const [lang = 'es'] = manifest.languages ?? [];
  const publisher = publisherOf(manifest);
  const [source] = resource.sources ?? [];
  const [license] = resource.licenses ?? manifest.licenses ?? [];
  const said = {
    title: localised(indicator.title, lang),
    publisher: localised(source?.title, lang) || localised(publisher?.title, lang),
    license: localised(license?.title, lang) || (license?.name ?? ''),
    updated: resource.updated ?? '',
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''));
}

/** How long the periods of a cube are, and the last one that has a value. */
function timeOf({ table }: Cube): { time: CubeFile['time']; through?: string } {
  const [time] = columnsOf(table, 'time');
  const [measure] = columnsOf(table, 'measure');
  if (time?.kind !== 'period' || measure?.kind !== 'number') return { time: '' };
  const valued = Array.from(time.codes).flatMap((code, row) =>
    Number.isNaN(at(measure.values, row)) ? [] : (time.periods[code] ?? []),
  );
  const last = valued.reduce<(typeof valued)[number] | undefined>(
    (latest, each) => (latest && comparePeriods(latest, each) >= 0 ? latest : each),
    undefined,
  );
  return { time: last?.length ?? time.periods[0]?.length ?? '', ...(last && { through: last.text }) };
}

/** A cube as a file whose name holds the beginning of its hash: the same data have the same name. */
function fileOf(manifest: Manifest, counted: Counted, cube: Cube, resource: Resource): WrittenCube {
  const text = toColumnar(cube.table, metadataOf(manifest, counted, resource));
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { name } = counted.indicator;
  const level = (cube.level || 'total')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
  const { completeThrough, provisionalFrom } = resource.governance ?? {};
  const { time, through } = timeOf(cube);
  return {
    text,
    // In the order of the schema: read again it is written as it was.
    entry: {
      indicator: name,
      level: cube.level,
      time,
      ...(cube.breakdowns.length > 0 && { breakdowns: [...cube.breakdowns] }),
      path: `cubes/${name}-${level}-${sha256.slice(0, 12)}.json`,
      sha256,
      bytes: Buffer.byteLength(text),
      rows: cube.table.length,
      ...(through !== undefined && { through }),
      ...(completeThrough !== undefined && { completeThrough }),
      ...(provisionalFrom !== undefined && { provisionalFrom }),
    },
  };
}

/** The files of the cubes of some indicators of one resource. */
export function cubeFiles(manifest: Manifest, all: readonly Counted[], resource: Resource): WrittenCube[] {
  return all.flatMap((counted) => counted.cubes.map((cube) => fileOf(manifest, counted, cube, resource)));
}
