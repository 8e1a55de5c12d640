import { DataError } from '../../errors.js';
import { besideOf, shortOf, type Reported } from '../../query/beside.js';
import { labelAt, textAt } from '../../table/cell.js';
import { looksLikeCode } from '../../table/code-column.js';
import { at, type Column, type NumberColumn } from '../../table/column.js';
import { STATUS, type StatusSet } from '../../table/status.js';
import { columnsOf, findColumn, type Table } from '../../table/table.js';
import { plainName } from './names.js';
import { totalsAmong } from './totals-among.js';

/** One observation of an entry; NaN where there is none. */
export interface Cell {
  readonly value: number;
  readonly status: StatusSet;
  /** The number of events behind a rate. */
  readonly count?: number;
  readonly interval?: { readonly low: number; readonly high: number };
  /** How many units sent data, of how many, where too few did. */
  readonly reported?: Reported;
}

/** What has a bar of its own: a place, a kind of crime; its parts in the order of `Entries.parts`. */
export interface Entry {
  readonly name: string;
  /** Names and codes by which the page may mean it, as `plainName` makes them. */
  readonly known: ReadonlySet<string>;
  readonly cells: readonly Cell[];
  /** It is named as a total of the others: it has no place among them, and is in no sum. */
  readonly isTotal?: boolean;
}

/** One of several charts of one scale; `''` where there is only one. */
export interface EntryPanel {
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface Entries {
  readonly panels: readonly EntryPanel[];
  /** What entries are made of; a single `''` where they have no parts. */
  readonly parts: readonly string[];
  readonly measure: NumberColumn;
  /** What readers call the entries. */
  readonly header: string;
  /** How many rows are totals of the parts, and left out. */
  readonly leftOut: number;
}

/** Which columns part the bars and the charts; `''` for none. */
export interface Parting {
  readonly parts: string;
  readonly panels: string;
}

/** A combination that has no row is missing; of a count of the rows themselves it is none, which is zero. */
const MISSING: Cell = Object.freeze({ value: NaN, status: STATUS.missing });
const NONE: Cell = Object.freeze({ value: 0, status: 0 });

function columnFor(table: Table, attribute: string, name: string): Column | undefined {
  if (name === '') return undefined;
  const column = findColumn(table, name);
  if (column) return column;
  const expected = table.columns.map((each) => each.name);
  throw new DataError('missing-column', { attribute, value: name, expected });
}

function measureOf(table: Table): NumberColumn {
  const [measure, second] = columnsOf(table, 'measure');
  const expected = table.columns.map(({ name }) => name);
  if (measure?.kind !== 'number')
    throw new DataError('missing-column', { attribute: 'value', value: '', expected });
  if (!second) return measure;
  // Two measures have no common length; as parts of one whole they are one column, which `unpivot` makes of them.
  const value = columnsOf(table, 'measure').map(({ name }) => name);
  throw new DataError('bad-attribute', { attribute: 'value', value: value.join(', '), expected: value });
}

/** How the cells of a row are read: the value, what qualifies it, the count behind it, its interval. */
function cellReader(table: Table, measure: NumberColumn): (row: number) => Cell {
  const { count, lower, upper, reported, expected } = besideOf(table, measure);
  return (row) => {
    const cell = { value: at(measure.values, row), status: at(measure.statuses, row) };
    const [low, high] = [lower, upper].map((column) => (column ? at(column.values, row) : NaN));
    const hasInterval = low !== undefined && high !== undefined && !Number.isNaN(low + high);
    return {
      ...cell,
      ...(count && { count: at(count.values, row) }),
      ...(hasInterval && { interval: { low, high } }),
      ...shortOf(reported, reported?.values[row], expected?.values[row]),
    };
  };
}

/** The columns of the breakdown that are neither parts nor charts. */
function ownColumns(table: Table, others: readonly (Column | undefined)[]): Column[] {
  const own = columnsOf(table, 'dimension').filter((column) => !others.includes(column));
  if (own.length > 0) return own;
  const expected = table.columns.map(({ name }) => name);
  throw new DataError('missing-column', { attribute: 'by', value: '', expected });
}

/** The columns that name an entry: without those of codes, where another names it. */
function namingColumns(columns: readonly Column[]): readonly Column[] {
  const worded = columns.filter(
    (column) => column.kind !== 'text' || column.wordLabels || !looksLikeCode(column.name, column.words),
  );
  return worded.length > 0 ? worded : columns;
}

/** Collects the rows of a table into charts, entries and parts, each in the order of its first row. */
class Collecting {
  readonly panels = new Map<string, Map<string, Map<string, number>>>();
  readonly parts = new Set<string>();
  readonly known = new Map<string, Set<string>>();
  readonly totals = new Set<string>();

  add(panel: string, name: string, part: string): Map<string, number> {
    this.parts.add(part);
    const entries = this.panels.get(panel) ?? new Map<string, Map<string, number>>();
    this.panels.set(panel, entries);
    const cells = entries.get(name) ?? new Map<string, number>();
    entries.set(name, cells);
    return cells;
  }

  /** All names, where charts have any in common; else each chart has its own. */
  get common(): string[] | undefined {
    const names = [...this.panels.values()].flatMap((entries) => [...entries.keys()]);
    const distinct = [...new Set(names)];
    return distinct.length < names.length ? distinct : undefined;
  }
}

/**
 * The entries of the rows that are shown. An entry that has rows only elsewhere, in another period, is one all the
 * same, without a value; unless the entries, their parts or the charts are the periods themselves. `isCount`: the value is how many rows there are.
 */
export function readEntries(
  table: Table,
  isShown: (row: number) => boolean,
  { parts, panels }: Parting,
  isCount: boolean,
): Entries {
  const measure = measureOf(table);
  const partColumn = columnFor(table, 'stack', parts);
  const panelColumn = columnFor(table, 'multiples', panels);
  const own = ownColumns(table, [partColumn, panelColumn]);
  const naming = namingColumns(own);
  const areOfPeriods = columnsOf(table, 'dimension').some(({ kind }) => kind === 'period');
  const [isTotal, isTotalOfParts] = [totalsAmong(naming), totalsAmong([partColumn])];
  const collecting = new Collecting();
  let leftOut = 0;
  for (let row = 0; row < table.length; row++) {
    if (areOfPeriods && !isShown(row)) continue;
    if (isTotalOfParts(row)) {
      if (isShown(row)) leftOut++;
      continue;
    }
    const name = naming.map((column) => labelAt(column, row)).join(' · ');
    const cells = collecting.add(
      panelColumn ? labelAt(panelColumn, row) : '',
      name,
      partColumn ? labelAt(partColumn, row) : '',
    );
    if (isTotal(row)) collecting.totals.add(name);
    const known = collecting.known.get(name) ?? new Set([plainName(name)]);
    for (const column of own) known.add(plainName(labelAt(column, row))).add(plainName(textAt(column, row)));
    collecting.known.set(name, known);
    if (!isShown(row)) continue;
    const part = partColumn ? labelAt(partColumn, row) : '';
    if (cells.has(part)) throw severalRows(measure, name);
    cells.set(part, row);
  }
  const cellOf = cellReader(table, measure);
  const allParts = [...collecting.parts];
  const common = collecting.common;
  const entryOf = (name: string, rows: ReadonlyMap<string, number> | undefined): Entry => ({
    name,
    known: collecting.known.get(name) ?? new Set(),
    ...(collecting.totals.has(name) && { isTotal: true }),
    cells: allParts.map((part) => {
      const row = rows?.get(part);
      return row === undefined ? (isCount ? NONE : MISSING) : cellOf(row);
    }),
  });
  return {
    measure,
    leftOut,
    parts: allParts,
    header: naming.map(({ label, name }) => label ?? name).join(' · '),
    panels: [...collecting.panels].map(([name, entries]) => ({
      name,
      entries: (common ?? [...entries.keys()]).map((each) => entryOf(each, entries.get(each))),
    })),
  };
}

/** Which of two rows is meant cannot be known. */
function severalRows({ name }: NumberColumn, entry: string): DataError {
  const expected = [`sum(${name})`, 'where="…"', 'by="…"'];
  return new DataError('several-rows', { attribute: 'value', value: `${name} (${entry})`, expected });
}
