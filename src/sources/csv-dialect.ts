/** How a delimited file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Where the header starts, after an Excel `sep=` line. */
  readonly start: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Parts nothing: no text that was decoded has it. */
const NONE = '\0';
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

/** The delimiter that parts the lines most evenly; where none parts them, the first that parts the header. */
function findDelimiter(sample: string): string {
  let best = { delimiter: NONE, share: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(sample, delimiter);
    const { share, fields } = consistency(counts);
    const better = share > best.share || (share === best.share && fields > best.fields);
    if (fields > 1 && better) best = { delimiter, share, fields };
    else if (best.delimiter === NONE && (counts[0] ?? 1) > 1) best.delimiter = delimiter;
  }
  return best.delimiter;
}

export function findDialect(text: string): CsvDialect {
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(0, 8));
  const start = hint?.[0].length ?? 0;
  return {
    delimiter: hint?.[1] ?? findDelimiter(text.slice(start, start + SAMPLE_LENGTH)),
    start,
  };
}
