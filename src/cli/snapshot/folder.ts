import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { manifestOf, type Manifest } from '../../observatory/manifest.js';
import type { WrittenCube } from './cube-files.js';

const MANIFEST = 'observatory.json';
const HALF_WRITTEN = /^\.half-written-/;

/** Writes a file whole or not at all: under another name first, on the disk before it takes its own. */
async function writeWhole(path: string, text: string): Promise<void> {
  const half = join(dirname(path), `.half-written-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const file = await open(half, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, path);
}

/** Whether a file is there and is what its hash says: then an earlier run has written it. */
async function isThere(path: string, sha256: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
  );
}

/** The manifest that stands in the folder; `undefined` in one that has none. Fails where it is no manifest. */
export async function readFolder(folder: string): Promise<Manifest | undefined> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  return manifestOf(JSON.parse(await readFile(path, 'utf8')), path);
}

/** Removes what a run that was cut off has left half written. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(
    names
      .filter((name) => HALF_WRITTEN.test(name))
      .map(async (name) => rm(join(folder, name), { force: true })),
  );
}

/** A cube's own name: nothing else in the folder is ever removed. */
const CUBE = /-[0-9a-f]{12}\.json$/;

/** Removes the cubes that the manifest, which stands already, no longer names. Gives how many. */
export async function prune(folder: string): Promise<number> {
  const { cubes = [], vintages = [] } = (await readFolder(folder))?.snapshot ?? {};
  const named = new Set(
    [...cubes, ...vintages.flatMap((each) => each.cubes)].map(({ path }) => basename(path)),
  );
  const names = await readdir(join(folder, 'cubes'));
  const gone = names.filter((name) => CUBE.test(name) && !named.has(name));
  await Promise.all(gone.map(async (name) => rm(join(folder, 'cubes', name), { force: true })));
  return gone.length;
}

/**
 * Writes a snapshot: each cube that is not there yet, then the manifest that names them, in one move. Until that move
 * the folder is the snapshot that it was before, and after it the new one; a run that is cut off begins where the last
 * one ended. Gives how many files have changed.
 */
export async function writeFolder(
  folder: string,
  cubes: readonly WrittenCube[],
  manifestText: string,
): Promise<number> {
  await mkdir(join(folder, 'cubes'), { recursive: true });
  let written = 0;
  for (const { entry, text } of cubes) {
    const path = join(folder, entry.path);
    if (await isThere(path, entry.sha256)) continue;
    await writeWhole(path, text);
    written++;
  }
  const path = join(folder, MANIFEST);
  const isSame = existsSync(path) && (await readFile(path, 'utf8')) === manifestText;
  if (!isSame) await writeWhole(path, manifestText);
  await Promise.all([sweep(folder), sweep(join(folder, 'cubes'))]);
  return written + Number(!isSame);
}
