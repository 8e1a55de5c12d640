import { DataError } from '../errors.js';
import { isUbigeo } from './code-column.js';
import type { TextColumn } from './column.js';
import type { ColumnDescription } from './describe.js';
import type { Notice } from './notice.js';
import type { DecimalMark } from './number-notation.js';
import { typePlainly } from './plain-typing.js';
import { makeTable, type Table } from './table.js';
import type { Typed } from './typed.js';

/** What a source hands over for one cell. */
export type RawCell = string | number | boolean | null | undefined;

/** More of any of these is an attack or a mistake, not a table for a page. */
export const MOST = { rows: 2_000_000, columns: 500, characters: 10_000 } as const;

function refuseOver(what: keyof typeof MOST, count: number, line?: number): void {
  const limit = MOST[what];
  if (count > limit) throw new DataError('too-big', { what, limit, ...(line !== undefined && { line }) });
}

/** One column while rows arrive: words are stored once, rows hold their number. */
class ColumnBuilder {
  readonly #place = new Map<string, number>();
  readonly #words: string[] = [];
  #codes = new Int32Array(256).fill(-1);
  #lastWord = '';
  #lastCode = -1;

  set(row: number, word: string): void {
    // Files are mostly sorted: the word is often the one of the row before.
    if (word !== this.#lastWord) {
      this.#lastWord = word;
      this.#lastCode = this.#codeOf(word);
    }
    if (this.#lastCode < 0) return;
    this.#reserve(row + 1);
    this.#codes[row] = this.#lastCode;
  }

  #codeOf(word: string): number {
    if (word === '') return -1;
    const known = this.#place.get(word);
    if (known !== undefined) return known;
    const code = this.#words.push(word) - 1;
    this.#place.set(word, code);
    return code;
  }

  #reserve(rows: number): void {
    if (rows <= this.#codes.length) return;
    const larger = new Int32Array(Math.max(rows, this.#codes.length * 2)).fill(-1, this.#codes.length);
    larger.set(this.#codes);
    this.#codes = larger;
  }

  finish(name: string, rows: number): TextColumn {
    this.#reserve(rows);
    const codes = this.#codes.slice(0, rows);
    return Object.freeze({ kind: 'text', name, codes, words: Object.freeze(this.#words) });
  }
}

export interface FinishOptions {
  /** The decimal mark that the page or the source declares. */
  readonly decimal?: DecimalMark | undefined;
  /** The one that holds where neither a column nor the rest of the file proves one; `.` without it. */
  readonly fallback?: DecimalMark;
  readonly notices?: readonly Notice[];
  /** What the source says of its columns; the others are typed by what they prove. */
  readonly columns?: readonly ColumnDescription[];
}

/**
 * Collects rows into a typed table: `addColumn` and `add` in any order, then `finish` once. Refuses more rows,
 * columns or characters in a cell than any honest table has.
 */
export class TableBuilder {
  readonly #names: string[] = [];
  readonly #columns: ColumnBuilder[] = [];
  #length = 0;

  constructor(names: readonly string[] = []) {
    for (const name of names) this.addColumn(name);
  }

  get length(): number {
    return this.#length;
  }

  get width(): number {
    return this.#columns.length;
  }

  /** The columns as they were named, in their order. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** A further column; rows already there have no value in it. Gives its index. */
  addColumn(name: string): number {
    refuseOver('columns', this.#names.push(name.trim()));
    return this.#columns.push(new ColumnBuilder()) - 1;
  }

  /** A row, its cells in the order of the columns; what is missing at its end is missing in the table. */
  add(cells: ArrayLike<RawCell>): void {
    const row = this.#length++;
    refuseOver('rows', this.#length);
    for (let index = 0; index < this.#columns.length; index++) {
      const cell = cells[index];
      if (cell === null || cell === undefined) continue;
      const word = String(cell);
      refuseOver('characters', word.length, this.#length);
      this.#columns[index]?.set(row, word);
    }
  }

  /** The table, typed by what its columns prove. */
  async finish({ decimal, fallback = '.', notices = [], columns = [] }: FinishOptions = {}): Promise<Table> {
    const isClear =
      new Set(this.#names).size === this.#names.length && this.#names.every((name) => name !== '');
    const distinct = isClear
      ? { names: this.#names, notices: [] }
      : (await import('./distinct-names.js')).distinctNames(this.#names);
    const texts = this.#columns.map((column, index) =>
      column.finish(distinct.names[index] ?? '', this.#length),
    );
    const described = columns.length > 0 && (await import('./describe.js')).describe(texts, columns);
    const typed = described
      ? await described.finish((others) => typeAll(others, decimal, fallback))
      : await typeAll(texts, decimal, fallback);
    return makeTable(
      this.#length,
      typed.map(({ column }) => column),
      [...distinct.notices, ...notices, ...typed.flatMap((each) => each.notices)],
    );
  }
}

/** The columns of one file with their types; what knows notations is loaded only where one is not written plainly. */
async function typeAll(
  texts: readonly TextColumn[],
  decimal: DecimalMark | undefined,
  fallback: DecimalMark,
): Promise<Typed[]> {
  const plain = texts.map(typePlainly);
  const others = texts.filter((_, index) => !plain[index]);
  if ((decimal ?? fallback) !== '.' || !others.every(({ name }) => isUbigeo(name))) {
    const { typeColumns } = await import('./typing.js');
    return typeColumns(texts, decimal, fallback);
  }
  const ubigeo = others.length > 0 ? await import('./ubigeo.js') : undefined;
  return texts.map((text, index) => {
    const column = plain[index];
    return column || !ubigeo ? { column: column ?? text, notices: [] } : ubigeo.repairUbigeo(text);
  });
}
