import type { Manifest } from './schema.js';

/** The address of the manifest of an observatory's snapshot: its own, or in the folder that it names. */
export function snapshotAddress({ snapshot }: Manifest, base: string): string | undefined {
  if (!snapshot) return undefined;
  if (snapshot.cubes) return base;
  // With its slash or without it, it is the same folder.
  return new URL('observatory.json', new URL(snapshot.path.replace(/\/*$/, '/'), base)).href;
}
