import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { weighWidgets } from './weights.js';

const root = new URL('../', import.meta.url);

function readManifest(): string {
  try {
    return readFileSync(new URL('custom-elements.json', root), 'utf8');
  } catch (cause) {
    throw new Error('custom-elements.json is not here: make it with "npm run manifest".', { cause });
  }
}

/** What the stories take from files that are built and not kept: by name, so that types do not wait for them. */
const FILES: Readonly<Record<string, () => string>> = {
  'project:manifest': readManifest,
  'project:weights': () => JSON.stringify(weighWidgets(new URL('cdn/', root))),
};

/** `import manifest from 'project:manifest'` */
export function projectFiles(): Plugin {
  return {
    name: 'project-files',
    resolveId: (id) => (Object.hasOwn(FILES, id) ? `\0${id}` : undefined),
    load: (id) => {
      const json = FILES[id.slice(1)]?.();
      return json === undefined ? undefined : `export default ${json};`;
    },
  };
}
