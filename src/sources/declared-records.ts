import type { Dialect } from './dialect.js';

/** One record of a file. */
export interface DeclaredRecord {
  readonly cells: readonly string[];
  /** Its line as it is written, for marks of comments: what stands before its first cell is part of it. */
  readonly start: string;
}

interface Marks {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly isDoubled: boolean;
  readonly skipsSpace: boolean;
}

/** Reads a text record by record, by the marks that are declared and no others. Linear in the length of the text. */
export class DeclaredReader {
  /** The record, from 1, where a quote is not closed: from there on quotes are letters like any other. */
  unclosed: number | undefined;
  readonly #text: string;
  readonly #marks: Marks;
  #at: number;
  #count = 0;

  constructor(text: string, dialect: Dialect & { readonly delimiter: string }, start: number) {
    this.#text = text;
    this.#at = start;
    const { delimiter, quoteChar: quote = '"', escapeChar = '', doubleQuote, skipInitialSpace } = dialect;
    // A quote that is escaped by a quote is one that is written twice.
    const escape = escapeChar === quote ? '' : escapeChar;
    const isDoubled = doubleQuote ?? escape === '';
    this.#marks = { delimiter, quote, escape, isDoubled, skipsSpace: skipInitialSpace ?? false };
  }

  /** The next record; `undefined` after the last. */
  next(): DeclaredRecord | undefined {
    const text = this.#text;
    if (this.#at >= text.length) return undefined;
    this.#count++;
    const from = this.#at;
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#cell());
      if (!text.startsWith(this.#marks.delimiter, this.#at)) break;
      this.#at += this.#marks.delimiter.length;
    }
    if (text[this.#at] === '\r') this.#at++;
    if (text[this.#at] === '\n') this.#at++;
    return { cells, start: text.slice(from, from + 16) };
  }

  #cell(): string {
    const { quote, skipsSpace } = this.#marks;
    const text = this.#text;
    if (skipsSpace) while (text[this.#at] === ' ') this.#at++;
    const isQuoted = quote !== '' && text[this.#at] === quote && this.unclosed === undefined;
    const quoted = isQuoted ? this.#quoted() : undefined;
    // What follows a closing quote within the cell is still the cell's.
    return (quoted ?? '') + this.#plain();
  }

  /** What stands between two quotes; `undefined` where the first is not closed. */
  #quoted(): string | undefined {
    const { quote, escape, isDoubled } = this.#marks;
    const text = this.#text;
    const pieces: string[] = [];
    let from = this.#at + 1;
    for (let at = from; at < text.length; at++) {
      const letter = text[at];
      if (escape !== '' && letter === escape && at + 1 < text.length) {
        pieces.push(text.slice(from, at));
        from = ++at;
      } else if (letter === quote) {
        pieces.push(text.slice(from, at));
        if (!(isDoubled && text[at + 1] === quote)) {
          this.#at = at + 1;
          return pieces.join('');
        }
        from = ++at;
      }
    }
    this.unclosed = this.#count;
    return undefined;
  }

  #plain(): string {
    const { delimiter, escape } = this.#marks;
    const text = this.#text;
    const first = delimiter.charAt(0);
    const pieces: string[] = [];
    let from = this.#at;
    for (; this.#at < text.length; this.#at++) {
      const letter = text[this.#at];
      if (letter === '\n' || letter === '\r') break;
      if (letter === first && text.startsWith(delimiter, this.#at)) break;
      if (escape !== '' && letter === escape) {
        pieces.push(text.slice(from, this.#at));
        from = ++this.#at;
      }
    }
    pieces.push(text.slice(from, this.#at));
    return pieces.join('');
  }
}
