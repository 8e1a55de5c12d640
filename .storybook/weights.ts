import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page with one widget and a CSV file downloads of the library, as a server with gzip sends it. */
export interface Weight {
  readonly widget: string;
  readonly files: number;
  readonly bytes: number;
  /** The further files that it needs to draw, or to write what is downloaded: bytes, `0` for none. */
  readonly later: number;
}

/** Each widget with the chunk that it loads once it has something to do. */
const WIDGETS = { card: '', trend: 'chart', table: '', download: 'files' } as const;

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

/** The chunk of that name that one of these files imports later. */
function laterFile(name: string, files: Files): URL | undefined {
  const chunk = new RegExp(`import\\("(\\.[^"]*/${name}-[\\w-]{8}\\.js)"\\)`);
  for (const [href, code] of files) {
    const path = chunk.exec(code)?.[1];
    if (path !== undefined) return new URL(path, href);
  }
  return undefined;
}

const gzipped = (files: Files): number =>
  [...files.values()].reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);

/** Weighs each widget in the folder that `npm run build` makes; nothing where there is no such folder. */
export function weighWidgets(cdn: URL): Weight[] {
  const auto = new URL('auto.js', cdn);
  if (!existsSync(auto)) return [];
  return Object.entries(WIDGETS).map(([widget, chunk]) => {
    const own = withImports(new URL(`${widget}.js`, cdn), withImports(auto));
    // What reads CSV may stand in a file of its own or with what all widgets share.
    const csv = laterFile('csv', own);
    const first = csv ? withImports(csv, own) : own;
    const later = chunk === '' ? undefined : laterFile(chunk, first);
    if (chunk !== '' && !later) throw new Error(`The built ${widget}.js imports no chunk "${chunk}".`);
    const bytes = gzipped(first);
    const all = later ? withImports(later, first) : first;
    return { widget, files: first.size, bytes, later: gzipped(all) - bytes };
  });
}
