export interface CsvRecord {
  readonly cells: string[];
  /** Where the next record starts. */
  readonly next: number;
}

/** Where the quoted cell that starts at `from` has its closing quote; -1 where it has none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** How many characters end the record here: `\r\n`, `\n`, `\r` or the end of the text; -1 where none does. */
function recordEnd(text: string, at: number): number {
  if (at >= text.length) return 0;
  if (text[at] === '\n') return 1;
  if (text[at] !== '\r') return -1;
  return text[at + 1] === '\n' ? 2 : 1;
}

/**
 * One record as RFC 4180 has it: a cell that starts with a quote ends with one, and quotes within are doubled.
 * `undefined` where a quote stands otherwise, or is not closed.
 */
export function readQuotedRecord(text: string, from: number, delimiter: string): CsvRecord | undefined {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      if (close < 0) return undefined;
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1;
    } else {
      end = at;
      while (end < text.length && text[end] !== delimiter && recordEnd(text, end) < 0) {
        if (text[end] === '"') return undefined;
        end++;
      }
      cells.push(text.slice(at, end));
    }
    const length = recordEnd(text, end);
    if (length >= 0) return { cells, next: end + length };
    if (text[end] !== delimiter) return undefined;
    at = end;
  }
}
