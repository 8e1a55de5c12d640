import { at, type Column, type Levels, type NumberColumn, type TextColumn } from '../table/column.js';
import { nameWords } from '../table/code-column.js';
import { findColumn, type Table } from '../table/table.js';
import { toNumbers } from '../table/to-numbers.js';
import { areTogether, cellsOf, compare, type Cells } from './adds-up.js';
import { asTextColumn } from './as-text.js';
import { readNumbering, type Numbering } from './numbering.js';
import { numberColumns, type Query } from './query.js';
import { PLACE_NAME, totalWords } from './total-rows.js';

/** What is known of the levels in one column. */
export interface ColumnLevels extends Levels {
  readonly column: string;
  /** The columns that tell groups apart: whole and parts of one group agree in all of them. */
  readonly keys: readonly string[];
  /** For each word that repeats others, those that say the same: where a group has none of them, it repeats nothing. */
  readonly standIns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that are numbered as whole and part, and the values do not tell so. */
  readonly doubt?: { readonly whole: string; readonly part: string };
}

/** By place in the numbering: which parts each whole is the sum of; what is within a number that is no such sum. */
interface Structure {
  readonly sums: ReadonlyMap<number, readonly number[]>;
  readonly within: ReadonlyMap<number, readonly number[]>;
  readonly doubt?: readonly [whole: number, part: number];
}

/**
 * Which numbers in a row are the parts of each head: `I` is 1 to 11, `II` is 12 and 13. Numbers that begin again below
 * each head cannot be told apart so, and stay unassigned.
 */
function partsOfHeads({ heads, tops }: Numbering, cells: Cells): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let start = 0;
  for (const head of heads) {
    for (let end = start + 1; end <= tops.length; end++) {
      const parts = tops.slice(start, end);
      if (!compare(cells, head, parts, tops.length + 1).isSum) continue;
      found.set(head, parts);
      start = end;
      break;
    }
  }
  return found;
}

/** What values confirm of a numbering. `total`: the place among the cells of the total of all, as a word. */
function structureOf(numbering: Numbering, cells: Cells, total: number): Structure {
  const { all, tops, heads, isPlain } = numbering;
  const sums = partsOfHeads(numbering, cells);
  const assigned = new Set([...sums.values()].flat());
  const rest = tops.filter((top) => !assigned.has(top));
  let doubt: readonly [number, number] | undefined;
  const doubted = (whole: number, parts: readonly number[]): void => {
    const part = parts.find((each) => areTogether(cells, whole, each));
    if (isPlain && part !== undefined) doubt ??= [whole, part];
  };
  const wholes = Array.from(all.keys()).filter((place) => all[place]?.children.length);
  const childrenOf = (place: number): readonly number[] => all[place]?.children ?? [];
  for (const place of wholes) {
    if (compare(cells, place, childrenOf(place)).isSum) sums.set(place, childrenOf(place));
  }
  const parts = new Set([...sums.values()].flat());
  const highest = [...heads, ...rest];
  if (compare(cells, total, highest).isSum) for (const each of highest) parts.add(each);
  else for (const head of heads) if (!sums.has(head)) doubted(head, rest);
  const within = new Map<number, readonly number[]>();
  for (const place of wholes) {
    if (sums.has(place)) continue;
    const isWithin = parts.has(place) && compare(cells, place, childrenOf(place)).isWithin;
    if (isWithin) within.set(place, childrenOf(place));
    else doubted(place, childrenOf(place));
  }
  return { sums, within, ...(doubt && { doubt }) };
}

/** All below a number, at any depth. */
function below(place: number, partsOf: ReadonlyMap<number, readonly number[]>): number[] {
  return (partsOf.get(place) ?? []).flatMap((part) => [part, ...below(part, partsOf)]);
}

/** The structure in the words of the column. */
function levelsOf(
  column: TextColumn,
  keys: readonly Column[],
  { all }: Numbering,
  found: Structure,
): ColumnLevels {
  const { sums, within, doubt } = found;
  const wordsOf = (place: number): string[] =>
    (all[place]?.codes ?? []).map((code) => column.words[code] ?? '');
  const wordOf = (place: number): string => wordsOf(place)[0] ?? '';
  const partOf = new Map<string, string>();
  const standIns = new Map<string, ReadonlySet<string>>();
  const both = new Map([...sums, ...within]);
  const say = (place: number, others: readonly number[]): void => {
    for (const word of wordsOf(place))
      standIns.set(word, new Set([...(standIns.get(word) ?? []), ...others.flatMap(wordsOf)]));
  };
  for (const [whole, parts] of both)
    for (const part of parts) for (const word of wordsOf(part)) partOf.set(word, wordOf(whole));
  for (const whole of sums.keys()) say(whole, below(whole, sums));
  // What is within a number that is added itself says nothing more, whatever that is a part of.
  for (const part of [...within.keys()].flatMap((whole) => below(whole, both)))
    say(
      part,
      [...both.keys()].filter((whole) => below(whole, both).includes(part)),
    );
  return {
    column: column.name,
    keys: keys.map(({ name }) => name),
    repeats: new Set(standIns.keys()),
    partOf,
    standIns,
    ...(doubt && { doubt: { whole: wordOf(doubt[0]), part: wordOf(doubt[1]) } }),
  };
}

/**
 * Whether a column tells groups of rows apart: not where it follows from the number, as a name from its code, nor where
 * it has a word for nearly each row.
 */
function tellsGroups({ codes }: TextColumn, nodes: Int32Array): boolean {
  const told = new Map<number, number>();
  const seen = new Set<number>();
  let [rows, follows] = [0, true];
  nodes.forEach((node, row) => {
    if (node < 0) return;
    const code = at(codes, row);
    follows &&= (told.get(node) ?? code) === code;
    told.set(node, code);
    seen.add(code);
    rows++;
  });
  return !follows && seen.size * 2 <= rows;
}

/** The columns of words and times by which rows are of one group: none of `others`. */
function keysOf(
  table: Table,
  others: readonly Column[],
  times: readonly string[],
  nodes: Int32Array,
): TextColumn[] {
  const isOther = new Set(others.map(({ name }) => name));
  return table.columns.flatMap((each) => {
    if (isOther.has(each.name) || (each.kind === 'number' && !times.includes(each.name))) return [];
    const text = asTextColumn(each);
    const isTime = each.kind === 'period' || times.includes(each.name);
    return isTime || tellsGroups(text, nodes) ? [text] : [];
  });
}

/** The numbers that a question adds; of one that only counts rows, and of no question, all. */
function measuresOf(table: Table, query: Query | undefined): NumberColumn[] {
  const named = query ? numberColumns(query).map(([name]) => findColumn(table, name)) : [];
  const asked = named.flatMap((column) => column ?? []);
  return (asked.length > 0 ? asked : table.columns).flatMap((column) => {
    if (column.kind === 'number') return [column];
    if (column.kind !== 'text' || asked.length === 0) return [];
    return [toNumbers(column, column.notation ?? { decimal: '.', decimalGiven: false }).column];
  });
}

/** The place in the numbering of each row; that of a total of all is the one after the last, and -1 is none. */
function nodesOf({ codes, words, ...rest }: TextColumn, { all }: Numbering): Int32Array {
  const places = new Int32Array(words.length).fill(-1);
  totalWords({ codes, words, ...rest }).forEach((isTotal, code) => {
    if (isTotal && !/%|var|porcent/i.test(words[code] ?? '')) places[code] = all.length;
  });
  all.forEach((each, place) => {
    for (const code of each.codes) places[code] = place;
  });
  return codes.map((code) => (code < 0 ? -1 : at(places, code)));
}

function levelsIn(table: Table, column: TextColumn, query: Query | undefined): ColumnLevels[] {
  // Places have levels of their own.
  if (column.codeSystem || PLACE_NAME.test(nameWords(column.name))) return [];
  const numbering = readNumbering(column);
  if (!numbering) return [];
  const measures = measuresOf(table, query).filter(({ name }) => name !== column.name);
  const nodes = nodesOf(column, numbering);
  const keys = keysOf(table, [column, ...measures], query?.time ?? [], nodes);
  // Percentages and changes of another column add up to nothing.
  for (const key of keys) {
    const isTotal = totalWords(key);
    nodes.forEach((_, row) => {
      if (isTotal[at(key.codes, row)]) nodes[row] = -1;
    });
  }
  const total = numbering.all.length;
  const [best] = measures
    .map((measure) => structureOf(numbering, cellsOf(table, keys, measure, total + 1, nodes), total))
    .sort((a, b) => b.sums.size + b.within.size - a.sums.size - a.within.size);
  return best ? [levelsOf(column, keys, numbering, best)] : [];
}

/**
 * Which words of each column hold the values of others, as their numbering says and the values confirm: `5. Robo`
 * beside `5.1` and `5.2`, `I.` beside the numbers 1 to 11. Wholes are told by `compare`, in adds-up.ts. Where the parts
 * are not all listed, `7` with `7.1` alone, the part is the one that repeats, if `7` itself is a part of a sum that is
 * confirmed. `query`: the question whose numbers are looked at; all numbers without it.
 */
export function numberedLevels(table: Table, query?: Query): ColumnLevels[] {
  return table.columns.flatMap((column) =>
    column.kind === 'text' && column !== findColumn(table, query?.time[0] ?? '')
      ? levelsIn(table, column, query)
      : [],
  );
}
