/** How a delimited file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
  /** Where the header starts, after an Excel `sep=` line. */
  readonly start: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_LENGTH = 64 * 1024;
const SAMPLE_LINES = 50;

/** How many fields each line of the sample has, by this delimiter; delimiters within quotes do not count. */
function fieldCounts(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let filled = false;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === delimiter) fields++;
    else if (char === '\n' || char === '\r') {
      if (filled || fields > 1) counts.push(fields);
      [fields, filled] = [1, false];
      if (counts.length === SAMPLE_LINES) return counts;
    } else filled = true;
  }
  if (filled || fields > 1) counts.push(fields);
  return counts;
}

/** The share of lines that have as many fields as most have, and how many that is. */
function consistency(counts: readonly number[]): { share: number; fields: number } {
  const lines = new Map<number, number>();
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1);
  const [fields = 1, most = 0] = [...lines].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { share: most / Math.max(1, counts.length), fields };
}

/** The delimiter that parts the lines most evenly; a comma where none parts them. */
function findDelimiter(sample: string): string {
  let best = { delimiter: ',', share: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const { share, fields } = consistency(fieldCounts(sample, delimiter));
    const better = share > best.share || (share === best.share && fields > best.fields);
    if (fields > 1 && better) best = { delimiter, share, fields };
  }
  return best.delimiter;
}

function findNewline(text: string): CsvDialect['newline'] {
  const feed = text.indexOf('\n');
  const carriage = text.indexOf('\r');
  if (carriage < 0) return '\n';
  if (feed === carriage + 1) return '\r\n';
  return feed < 0 ? '\r' : '\n';
}

export function findDialect(text: string): CsvDialect {
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(0, 8));
  const start = hint?.[0].length ?? 0;
  return {
    delimiter: hint?.[1] ?? findDelimiter(text.slice(start, start + SAMPLE_LENGTH)),
    newline: findNewline(text),
    start,
  };
}
