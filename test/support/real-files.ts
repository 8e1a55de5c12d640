import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real and hostile files lie beside the project and are never part of it. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const REAL = `${SHARED}real/`;
export const HOSTILE = `${SHARED}hostile/`;

/** Like `describe`; where the folder is absent its tests are listed as skipped. */
export function describeWith(folder: string, title: string, body: () => void): void {
  if (existsSync(folder)) describe(title, body);
  else describe.skip(`${title} (the folder of real files is not here)`, body);
}
