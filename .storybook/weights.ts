import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page with one widget downloads of the library, as a server with gzip sends it. */
export interface Weight {
  readonly widget: string;
  readonly files: number;
  readonly bytes: number;
  /** The further files of its figure, loaded when it comes near the reader's view: bytes, `0` for none. */
  readonly later: number;
}

const WIDGETS = ['card', 'trend', 'table', 'download'];
/** What a widget loads only to draw. */
const DRAWING: Readonly<Record<string, RegExp>> = { trend: /import\("(\.\/chunks\/chart-[^"]+)"\)/ };

/** A file with all that it imports at once; what it imports later is not counted. */
function broughtBy(file: URL, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file.href)) return found;
  const code = readFileSync(file, 'utf8');
  found.set(file.href, code);
  for (const [, path] of code.matchAll(/(?:from|import)"(\.[^"]+\.js)"/g)) {
    if (path !== undefined) broughtBy(new URL(path, file), found);
  }
  return found;
}

const gzipped = (codes: Iterable<string>): number =>
  [...codes].reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);

/** Weighs each widget in the folder that `npm run build` makes; nothing where there is no such folder. */
export function weighWidgets(cdn: URL): Weight[] {
  if (!existsSync(new URL('auto.js', cdn))) return [];
  return WIDGETS.map((widget) => {
    const first = broughtBy(new URL('auto.js', cdn));
    const file = new URL(`${widget}.js`, cdn);
    broughtBy(file, first);
    const drawing = DRAWING[widget]?.exec(first.get(file.href) ?? '')?.[1];
    const all = drawing === undefined ? first : broughtBy(new URL(drawing, cdn), new Map(first));
    const bytes = gzipped(first.values());
    return { widget, files: first.size, bytes, later: gzipped(all.values()) - bytes };
  });
}
