/** One fenced block: its language and its text. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text: text.trimEnd(),
  }));
}

const withoutBlocks = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');

/** What stands under a heading, with its subsections. */
export function sectionOf(markdown: string, heading: string): string {
  const start = new RegExp(`^(#+) ${heading}$`, 'm').exec(markdown);
  if (!start) throw new Error(`There is no heading «${heading}».`);
  const rest = markdown.slice(start.index + start[0].length);
  const next = new RegExp(`^#{1,${start[1]?.length ?? 1}} `, 'm').exec(rest);
  return next ? rest.slice(0, next.index) : rest;
}

/** The rows of the tables of a text, without their headers; a cell's `\|` is a bar. */
export function rowsOf(markdown: string): string[][] {
  const lines = withoutBlocks(markdown).split('\n');
  return lines.flatMap((line, index) => {
    const isHeader = /^\| ?-{3}/.test(lines[index + 1] ?? '');
    if (!line.startsWith('|') || isHeader || /^\| ?-{3}/.test(line)) return [];
    const cells = line.replaceAll('\\|', '\u0000').split('|').slice(1, -1);
    return [cells.map((cell) => cell.trim().replaceAll('\u0000', '|'))];
  });
}

/** What stands between grave accents; two of them where the code itself has one. */
export const codesIn = (text: string): string[] =>
  [...text.matchAll(/(`+)(.+?)\1/g)].map(([, , code = '']) => code.trim());

/** The addresses of links and pictures. */
export const linksIn = (markdown: string): string[] =>
  [...withoutBlocks(markdown).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );

/** The names by which a page's headings can be linked to, as code hosts make them. */
export const anchorsOf = (markdown: string): string[] =>
  [...withoutBlocks(markdown).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );

/** A tag of a piece of HTML, as it stands there. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );
}
