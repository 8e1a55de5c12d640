import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import WIDGETS from '../.rollup/widgets.json' with { type: 'json' };

/** What a page with one widget and a CSV file downloads of the library, as a server with gzip sends it. */
export interface Weight {
  readonly widget: string;
  readonly files: number;
  readonly bytes: number;
  /** The further files that it loads once it has something to draw, to sort or to write: bytes, `0` for none. */
  readonly later: number;
}

type Files = ReadonlyMap<string, string>;

/** These files with all that `file` imports at once; what it imports later is not counted. */
function withImports(file: URL, others: Files = new Map()): Files {
  const found = new Map(others);
  const follow = (each: URL): void => {
    if (found.has(each.href)) return;
    const code = readFileSync(each, 'utf8');
    found.set(each.href, code);
    for (const [, path] of code.matchAll(/(?:from|import)"(\.[^"]+\.js)"/g))
      if (path !== undefined) follow(new URL(path, each));
  };
  follow(file);
  return found;
}

/** The files that this one imports once it has something to do: to draw, to sort, to write. */
function importedLater(file: URL): URL[] {
  const paths = readFileSync(file, 'utf8').matchAll(/import\("(\.[^"]+\.js)"\)/g);
  return [...paths].flatMap(([, path]) => (path === undefined ? [] : [new URL(path, file)]));
}

const gzipped = (files: Files): number =>
  [...files.values()].reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);

/** Weighs each widget in the folder that `npm run build` makes; nothing where there is no such folder. */
export function weighWidgets(cdn: URL): Weight[] {
  const auto = new URL('auto.js', cdn);
  if (!existsSync(auto)) return [];
  return WIDGETS.map((widget) => {
    const file = new URL(`${widget}.js`, cdn);
    const first = withImports(file, withImports(auto));
    const all = importedLater(file).reduce((files, each) => withImports(each, files), first);
    const bytes = gzipped(first);
    return { widget, files: first.size, bytes, later: gzipped(all) - bytes };
  });
}
