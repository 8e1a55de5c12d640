/** How a delimited file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Where the header starts, after an Excel `sep=` line. */
  readonly start: number;
}

/** The comma last: where it parts lines as evenly as another, it stands in numbers or names. */
const DELIMITERS = [';', '\t', '|', ','];
/** Parts nothing: no text that was decoded has it. */
const NONE = '\0';
const SAMPLE_LENGTH = 64 * 1024;
const SAMPLE_LINES = 50;

/** The first lines of a file, without what stands in quotes. */
function sampleLines(text: string): string[] {
  const sample = text.slice(0, SAMPLE_LENGTH).replace(/"[^"]*"?/g, 'x');
  return sample
    .split(/[\r\n]+/)
    .filter(Boolean)
    .slice(0, SAMPLE_LINES);
}

/** The share of lines that have as many fields as most have, and how many that is. */
function consistency(lines: readonly string[], delimiter: string): { share: number; fields: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const fields = line.split(delimiter).length;
    counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  const [fields = 1, most = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { share: most / lines.length, fields };
}

/** How many fields most lines of a file have. */
export function usualWidth(text: string, delimiter: string): number {
  return consistency(sampleLines(text), delimiter).fields;
}

/** The delimiter that parts the lines most evenly; where none parts them, the first that parts the header. */
function findDelimiter(text: string): string {
  const lines = sampleLines(text);
  let best = { delimiter: NONE, share: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const { share, fields } = consistency(lines, delimiter);
    const better = share > best.share || (share === best.share && fields > best.fields);
    if (fields > 1 && better) best = { delimiter, share, fields };
    else if (best.delimiter === NONE && lines[0]?.includes(delimiter)) best.delimiter = delimiter;
  }
  return best.delimiter;
}

export function findDialect(text: string): CsvDialect {
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(0, 8));
  const start = hint?.[0].length ?? 0;
  return { delimiter: hint?.[1] ?? findDelimiter(text.slice(start)), start };
}
