import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.js';

/** Fails with what to do where something that is built is not there. */
export function needsBuilt(path: string, command: string): string {
  const whole = join(ROOT, path);
  if (existsSync(whole)) return whole;
  throw new Error(`${path} is not here: make it with "${command}", or run all with "npm test".`);
}

/** The scripts in a built folder, by their path in it. */
export function builtScripts(folder: 'dist' | 'cdn'): ReadonlyMap<string, string> {
  const root = needsBuilt(folder, 'npm run build');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  return new Map(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, name), 'utf8')]));
}
