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

/** How many fields most lines have, and how many lines that are. */
function commonest(counts: readonly number[]): readonly [fields: number, lines: number] {
  const lines = new Map<number, number>();
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1);
  return [...lines].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
}

/** The delimiter that parts the lines most evenly; where none parts them, the first that parts the header. */
function findDelimiter(sample: string): string {
  let [best, most, width] = [NONE, 0, 1];
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(sample, delimiter);
    const [fields, lines] = commonest(counts);
    const isBetter = lines > most || (lines === most && fields > width);
    if (fields > 1 && isBetter) [best, most, width] = [delimiter, lines, fields];
    else if (best === NONE && (counts[0] ?? 1) > 1) best = delimiter;
  }
  return best;
}

export function findDialect(text: string): CsvDialect {
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(0, 8));
  const start = hint?.[0].length ?? 0;
  return {
    delimiter: hint?.[1] ?? findDelimiter(text.slice(start, start + SAMPLE_LENGTH)),
    start,
  };
}
