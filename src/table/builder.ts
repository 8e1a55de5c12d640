import type { TextColumn } from './column.js';
import type { Notice } from './notice.js';
import { surveyNumbers, type DecimalMark, type NumberSurvey } from './number-notation.js';
import { makeTable, type Table } from './table.js';
import { typeColumn, type Typing } from './typing.js';

/** What a source hands over for one cell. */
export type RawCell = string | number | boolean | null | undefined;

/** One column while rows arrive: words are stored once, rows hold their number. */
class ColumnBuilder {
  readonly #place = new Map<string, number>();
  readonly #words: string[] = [];
  #codes = new Int32Array(256);
  #lastWord: string | undefined;
  #lastCode = -1;

  set(row: number, word: string): void {
    if (row >= this.#codes.length) {
      const larger = new Int32Array(this.#codes.length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    // Files are mostly sorted: the word is often the one of the row before.
    if (word !== this.#lastWord) {
      this.#lastWord = word;
      this.#lastCode = this.#codeOf(word);
    }
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

  finish(name: string, rows: number): TextColumn {
    return Object.freeze({
      kind: 'text',
      name,
      codes: this.#codes.slice(0, rows),
      words: Object.freeze(this.#words),
    });
  }
}

/** Names that are all different and none empty; what was changed is told. */
function distinctNames(names: readonly string[]): { names: string[]; notices: Notice[] } {
  const used = new Set<string>();
  const notices: Notice[] = [];
  const distinct = names.map((given, index) => {
    const wanted = given.trim() === '' ? `columna_${index + 1}` : given.trim();
    let name = wanted;
    for (let count = 2; used.has(name); count++) name = `${wanted} (${count})`;
    used.add(name);
    if (name !== given.trim()) notices.push({ code: 'column-renamed', column: name, value: given });
    return name;
  });
  return { names: distinct, notices };
}

/** Collects rows into a typed table: `add` each row, then `finish` once. */
export class TableBuilder {
  readonly #names: readonly string[];
  readonly #columns: readonly ColumnBuilder[];
  readonly #notices: Notice[];
  #length = 0;

  constructor(names: readonly string[]) {
    const distinct = distinctNames(names);
    this.#names = distinct.names;
    this.#notices = distinct.notices;
    this.#columns = distinct.names.map(() => new ColumnBuilder());
  }

  get length(): number {
    return this.#length;
  }

  add(cells: ArrayLike<RawCell>): void {
    const row = this.#length++;
    for (let index = 0; index < this.#columns.length; index++) {
      const cell = cells[index];
      const word =
        typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell);
      this.#columns[index]?.set(row, word);
    }
  }

  /** `decimal`: the mark the page or source declares; else what other columns prove, else `fallback`. */
  finish(
    options: { decimal?: DecimalMark; fallback?: DecimalMark; notices?: readonly Notice[] } = {},
  ): Table {
    const texts = this.#columns.map((column, index) => column.finish(this.#names[index] ?? '', this.#length));
    const surveys = texts.map((text) => surveyNumbers(text.words));
    const typing: Typing = {
      decimal: options.decimal ?? fileDecimalMark(surveys) ?? options.fallback ?? '.',
      decimalGiven: options.decimal !== undefined,
    };
    const typed = texts.map((text, index) =>
      typeColumn(text, typing, surveys[index] ?? surveyNumbers(text.words)),
    );
    const notices = [...this.#notices, ...(options.notices ?? []), ...typed.flatMap((each) => each.notices)];
    return makeTable(
      this.#length,
      typed.map((each) => each.column),
      notices,
    );
  }
}

/** The mark that the file's columns of numbers agree on, if any proves one. */
function fileDecimalMark(surveys: readonly NumberSurvey[]): DecimalMark | undefined {
  const proofs = new Set(surveys.filter((survey) => survey.allNumbers).map((survey) => survey.proof));
  proofs.delete(undefined);
  const [only] = proofs;
  return proofs.size === 1 && only !== 'both' ? only : undefined;
}
