import type { Answer } from '../../engine/engine.js';
import { isTooFew } from '../../table/too-few.js';
import { countName } from '../../query/beside.js';
import { at, type Column, type Rows } from '../../table/column.js';
import { cellAt, labelAt } from '../../table/cell.js';
import { STATUS, type StatusSet } from '../../table/status.js';
import { columnsOf, type Table } from '../../table/table.js';
import { measureTitle } from '../../text/measure-title.js';
import type { MeasureMessages } from '../../text/messages.js';
import { statusLegend, valueMarks } from '../../text/status-symbols.js';
import { statusText } from '../../text/spoken.js';
import { shownDecimals, valueText } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { headingOf } from '../figure/heading.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';

export interface TableHeader {
  readonly label: string;
  readonly unit: string;
  readonly kind: Column['kind'];
}

export interface TableCell {
  readonly text: string;
  /** What qualifies the value, as symbols. */
  readonly marks: string;
  /** What symbols and abbreviations mean. */
  readonly meaning: string;
}

/** A table as it is shown, but for its rows, which come page by page. */
export interface TableModel {
  readonly frame: Frame;
  readonly table: Table;
  readonly headers: readonly TableHeader[];
  readonly cell: (row: number, column: number) => TableCell;
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The column in the order in which readers look for its cells: by the names of codes. */
export function asRead(column: Column): Column {
  return column.kind === 'text' && column.wordLabels ? { ...column, words: column.wordLabels } : column;
}

/** For each row whether the column's text holds what is looked for. Words are looked at once each. */
function matchesOf(column: Column, wanted: string, words: Words): (row: number) => boolean {
  if (column.kind === 'number') {
    const digits = wanted.replace(/[,\s]/g, '');
    return (row) => digits !== '' && String(at(column.values, row)).includes(digits);
  }
  const texts =
    column.kind === 'text'
      ? column.words.map((word, code) => plain(`${word} ${column.wordLabels?.[code] ?? ''}`))
      : column.periods.map((period) => plain(`${words.period(period)} ${period.text}`));
  const found = texts.map((text) => text.includes(wanted));
  return (row) => found[at(column.codes, row)] ?? false;
}

/**
 * The rows that hold every word of the text, each in any of their cells, whatever its capitals and accents; all rows
 * for none.
 */
export function matchingRows(table: Table, text: string, words: Words): Rows {
  const all = Uint32Array.from({ length: table.length }, (_, row) => row);
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return wanted.reduce((rows, word) => {
    const matches = table.columns.map((column) => matchesOf(column, word, words));
    return rows.filter((row) => matches.some((match) => match(row)));
  }, all);
}

function headerOf(column: Column, unit: string, words: Words, measures: MeasureMessages): TableHeader {
  const { label, role } = column;
  const made = role ? measureTitle(column, words, measures) : column.name;
  const name = label ?? (role === 'time' ? words.periodHeader : made);
  const own = column.unit ?? (role === 'measure' ? unit : '');
  // «Denuncias» are counted in «denuncias»: said once.
  return { label: name, unit: own.toLowerCase() === name.toLowerCase() ? '' : own, kind: column.kind };
}

/** Whether the rate of a row is withheld because of the few events behind it. */
function withheld(table: Table): (column: Column, row: number) => boolean {
  const counts = new Map(columnsOf(table, 'attribute').map((column) => [column.name, column]));
  return (column, row) => {
    const count = counts.get(countName(column.name));
    return (
      count?.kind === 'number' &&
      column.kind === 'number' &&
      isTooFew({
        value: at(column.values, row),
        status: at(column.statuses, row),
        count: at(count.values, row),
      })
    );
  };
}

function legendOf(table: Table, words: Words, { tooFew }: MeasureMessages): string[] {
  const isWithheld = withheld(table);
  let [bits, isAny]: [StatusSet, boolean] = [0, false];
  for (const column of table.columns) {
    if (column.kind !== 'number') continue;
    column.statuses.forEach((status, row) => {
      const isOne = (status & STATUS.notApplicable) !== 0 && isWithheld(column, row);
      isAny ||= isOne;
      bits |= isOne ? status & ~STATUS.notApplicable : status;
    });
  }
  return [...statusLegend(words, bits), ...(isAny ? [`${words.absent.notApplicable}: ${tooFew}`] : [])];
}

function cellOf(column: Column, row: number, decimals: number, words: Words): TableCell {
  const { value, status } = cellAt(column, row);
  if (column.kind === 'number') {
    const number = typeof value === 'number' ? value : NaN;
    return {
      text: valueText(words, number, status, decimals),
      marks: valueMarks(status),
      meaning: statusText(words, status),
    };
  }
  if (value === undefined) return { text: words.absent.missing, marks: '', meaning: words.status.missing };
  const text = typeof value === 'object' ? words.period(value) : labelAt(column, row);
  return { text, marks: '', meaning: '' };
}

/** A table of all that was asked, its numbers written out only where they are shown. */
export function makeTableModel(
  answer: Answer,
  said: FrameOptions,
  decimals: number | undefined,
  words: Words,
  measures: MeasureMessages,
): TableModel {
  const { table } = answer;
  // Only what the source measured is rounded as the page says; other numbers stay as written.
  const shown = table.columns.map((column) =>
    column.kind === 'number' ? shownDecimals(column, column.role === 'measure' ? decimals : undefined) : 0,
  );
  const isWithheld = withheld(table);
  const frame: Frame = {
    ...makeFrame(answer, said, words, { legend: legendOf(table, words, measures) }),
    heading: headingOf(answer, said.heading, words, measures),
  };
  return {
    frame,
    table,
    headers: table.columns.map((column) => headerOf(column, frame.unit, words, measures)),
    cell: (row, index) => {
      const column = table.columns[index];
      if (!column) return { text: '', marks: '', meaning: '' };
      const cell = cellOf(column, row, shown[index] ?? 0, words);
      return isWithheld(column, row) ? { ...cell, meaning: measures.tooFew } : cell;
    },
  };
}
