/** Formats of numbers that Excel has without saying so: `0%` and `0.00%` (ECMA-376, 18.8.30). */
const BUILT_IN = ['9', '10'];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Which styles show numbers as percentages, by their place in the list of a workbook's styles. */
export function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Set(BUILT_IN);
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^>]{0,2000}>/g)) {
    const code = attribute(tag, 'formatCode')?.replace(/&quot;[^&]*&quot;|\\./g, '');
    const id = attribute(tag, 'numFmtId');
    if (code?.includes('%') && id !== undefined) formats.add(id);
  }
  const from = styles.search(/<(?:\w+:)?cellXfs\b/);
  const list = from < 0 ? '' : styles.slice(from).split(/<\/(?:\w+:)?cellXfs>/)[0];
  const percent = new Set<string>();
  let index = 0;
  for (const [tag] of (list ?? '').matchAll(/<(?:\w+:)?xf\b[^>]{0,2000}>/g)) {
    if (formats.has(attribute(tag, 'numFmtId') ?? '')) percent.add(String(index));
    index++;
  }
  return percent;
}

/** A number as Excel shows it: fifteen digits, so that `0.1 + 0.2` is 0.3. */
export function shownNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const CELL = /<c\b([^>]{0,400})>\s*(?:<f\b[^>]{0,400}?(?:\/>|>[^<]{0,9000}<\/f>)\s*)?<v>([^<]{1,40})<\/v>/g;

/** A sheet with its percentages written as a reader sees them: 0.125 with the style `0.0%` is `12.5%`. */
export function writePercents(sheet: string, percent: ReadonlySet<string>): string {
  if (percent.size === 0) return sheet;
  return sheet.replace(CELL, (cell, attributes: string, value: string) => {
    const number = Number(value);
    const type = attribute(attributes, 't') ?? 'n';
    if (!percent.has(attribute(attributes, 's') ?? '') || type !== 'n' || !Number.isFinite(number))
      return cell;
    const place = attribute(attributes, 'r');
    return `<c${place === undefined ? '' : ` r="${place}"`} t="str"><v>${shownNumber(number * 100)}%</v>`;
  });
}
