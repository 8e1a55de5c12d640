import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is made, downloaded or measured, and kept by nobody. */
const NOT_OURS =
  /^(node_modules|\.git|dist|cdn|storybook-static|coverage|shots|\.cache|custom-elements\.json|examples\/developer\/built|examples\/data\/full)(\/|$)|\.log$/;

/** The project's own files, as paths from its root with `/`, sorted. */
export function projectFiles(folder = ''): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (NOT_OURS.test(path)) return [];
      return entry.isDirectory() ? projectFiles(path) : [path];
    })
    .sort();
}

export const readProject = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export function readJson<T>(path: string): T {
  return JSON.parse(readProject(path)) as T;
}
