import type { Column, ColumnRole, NumberColumn, TextColumn } from './column.js';
import type { Notice } from './notice.js';
import type { DeclaredCells } from './declared-cells.js';
import type { StatusSet } from './status.js';
import { readStatus } from './status-notation.js';
import type { Typed } from './typed.js';
import { toNumbers } from './to-numbers.js';
import { allPeriods, toPeriods } from './to-periods.js';
import { withStatuses } from './with-statuses.js';
import type { Written } from './written.js';

/** What a source says of a column beyond its name: its metadata, in the words of the table. */
export interface ColumnDescription {
  readonly name: string;
  /** What its cells are; where the source does not say, they prove it. */
  readonly kind?: Column['kind'];
  /** The name a reader sees. */
  readonly label?: string;
  readonly unit?: string;
  /** With how many decimals the source wants its numbers shown. */
  readonly decimals?: number;
  readonly role?: ColumnRole;
  /** What its words stand for, where they are codes. */
  readonly wordLabels?: ReadonlyMap<string, string>;
  /** The column that holds the status of each of its values, which is read into them and no column of the table. */
  readonly status?: string;
  /** What the words of the status column mean, where they are the source's own; else as `readStatus` has them. */
  readonly legend?: ReadonlyMap<string, StatusSet>;
  /** How its values are written, where that is declared. */
  readonly written?: Written;
}

/** Reads a column of numbers, in any notation that a number or an absence is written in. */
function asNumbers(text: TextColumn): Typed<NumberColumn> {
  return toNumbers(text, { decimal: '.', decimalGiven: true });
}

/** Each row's status, as its status column has it. */
function statusesIn(
  column: TextColumn,
  legend: ReadonlyMap<string, StatusSet> | undefined,
  notices: Notice[],
): Uint16Array {
  const bits = column.words.map((word) => {
    const known = legend?.get(word) ?? readStatus(word);
    if (known === undefined) notices.push({ code: 'unknown-status', column: column.name, value: word });
    return known ?? 0;
  });
  return Uint16Array.from(column.codes, (code) => bits[code] ?? 0);
}

/** The column as what its source says that it is; `undefined` where the source leaves that to its cells. */
function typedAs(text: TextColumn, kind: Column['kind'] | undefined): Typed | undefined {
  if (kind === 'text') return { column: text, notices: [] };
  if (kind === 'number') return asNumbers(text);
  if (kind !== 'period') return undefined;
  // A source that calls something a time which nobody can read as one: its words are still its words.
  const isReadable = text.words.length === 0 || allPeriods(text);
  return isReadable ? toPeriods(text) : { column: text, notices: [] };
}

function withWords(column: Column, { label, unit, role, wordLabels, decimals }: ColumnDescription): Column {
  const said = { ...(label && { label }), ...(unit && { unit }), ...(role && { role }) };
  if (column.kind === 'number' && decimals !== undefined)
    return Object.freeze({ ...column, ...said, decimals });
  if (column.kind !== 'text' || !wordLabels) return Object.freeze({ ...column, ...said });
  const labels = Object.freeze(column.words.map((word) => wordLabels.get(word) ?? word));
  return Object.freeze({ ...column, ...said, wordLabels: labels });
}

/** Said twice, as by a description and by a reply, or by each part of one, both count, and the later one more. */
function together(before: ColumnDescription | undefined, now: ColumnDescription): ColumnDescription {
  const wordLabels = [...(before?.wordLabels ?? []), ...(now.wordLabels ?? [])];
  const legend = [...(before?.legend ?? []), ...(now.legend ?? [])];
  return {
    ...before,
    ...now,
    ...(wordLabels.length > 0 && { wordLabels: new Map(wordLabels) }),
    ...(legend.length > 0 && { legend: new Map(legend) }),
    ...(before?.written && now.written && { written: { ...before.written, ...now.written } }),
  };
}

/** Columns of text, with what their source says of them. */
class Described {
  readonly #texts: readonly TextColumn[];
  readonly #said = new Map<string, ColumnDescription>();

  constructor(texts: readonly TextColumn[], columns: readonly ColumnDescription[]) {
    this.#texts = texts;
    for (const column of columns) this.#said.set(column.name, together(this.#said.get(column.name), column));
  }

  /** The columns as the source says, those it says nothing of as `typeOthers` finds them, without columns of statuses. */
  async finish(typeOthers: (texts: readonly TextColumn[]) => Promise<Typed[]>): Promise<Typed[]> {
    const statusNames = new Set([...this.#said.values()].map(({ status }) => status));
    const shown = this.#texts.filter(({ name }) => !statusNames.has(name));
    const isDeclared = shown.some(({ name }) => this.#said.get(name)?.written);
    const declared = isDeclared ? await import('./declared-cells.js') : undefined;
    const cells = shown.map((text): DeclaredCells => {
      const said = this.#said.get(text.name);
      return (said && declared?.readDeclaredCells(text, said)) ?? { text };
    });
    const untold = cells.filter(({ text, typed }) => !typed && this.#said.get(text.name)?.kind === undefined);
    const others = await typeOthers(untold.map(({ text }) => text));
    const typed = new Map(others.map((each) => [each.column.name, each]));
    return cells.map((each) => this.#finishOne(each, typed.get(each.text.name)));
  }

  #finishOne({ text, typed: declared, statuses }: DeclaredCells, found: Typed | undefined): Typed {
    const said = this.#said.get(text.name);
    const typed = declared ?? typedAs(text, said?.kind) ?? found ?? { column: text, notices: [] };
    if (!said) return typed;
    const notices = [...typed.notices];
    const status = this.#texts.find(({ name }) => name === said.status);
    const column =
      statuses && typed.column.kind === 'number' ? withStatuses(typed.column, statuses) : typed.column;
    const marked =
      status && column.kind === 'number'
        ? withStatuses(column, statusesIn(status, said.legend, notices))
        : column;
    return { column: withWords(marked, said), notices };
  }
}

/** Columns of text and what their source says of them, to be typed by it. */
export function describe(texts: readonly TextColumn[], columns: readonly ColumnDescription[]): Described {
  return new Described(texts, columns);
}
