import type { Answer, Question } from '../../engine/engine.js';
import { parseTargets, targetOf, type TargetPath } from '../../query/targets.js';
import { at, type Column, type NumberColumn, type PeriodColumn } from '../../table/column.js';
import { comparePeriods, shiftPeriod, type Period } from '../../table/period.js';
import { STATUS } from '../../table/status.js';
import { columnsOf, makeTable, type Table } from '../../table/table.js';
import { askElsewhere, wholes } from '../figure/elsewhere.js';
import type { FileFacts } from './files.js';

/** What a figure may show beside its own series, as its page writes it; what it has no attribute for is not there. */
export interface Compared {
  readonly reference?: string;
  readonly referenceWhere?: string;
  readonly targets?: string;
  readonly better?: string;
  readonly targetSource?: string;
}

const textOf = (text: string | undefined): string => (text ?? '').trim();

/** Whether the other place is asked for apart: a reference that is a part of `by` has its rows in the answer. */
const isApart = ({ reference, referenceWhere }: Compared): boolean =>
  textOf(reference) !== '' && textOf(referenceWhere) !== '';

/** What was asked beside the question itself, for who reads the file. */
function askedBeside({ reference, referenceWhere, targets, targetSource }: Compared): Record<string, string> {
  const all = { reference, referenceWhere, targets, targetSource };
  const said = Object.entries(all).map(([name, text]) => [name, textOf(text)] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

/** The periods of a path that no row has: gaps, and what is still to come. */
function periodsWithout(time: PeriodColumn, { steps }: TargetPath): Period[] {
  const has = new Set(Array.from(time.codes, (code) => time.periods[code]?.text));
  const horizon = steps.at(-1)?.period;
  const found: Period[] = [];
  const [first] = time.periods.filter(({ text }) => has.has(text)).sort(comparePeriods);
  if (!horizon || first?.length !== horizon.length) return [];
  for (let each: Period | undefined = first; each && each.start <= horizon.start; each = shiftPeriod(each, 1))
    if (!has.has(each.text)) found.push(each);
  return found;
}

/** A table with a row more for each of these periods, of which it has nothing but its time. */
function withPeriods(table: Table, time: PeriodColumn, later: readonly Period[]): Table {
  if (later.length === 0) return table;
  const codes = (own: Int32Array, more: (index: number) => number): Int32Array =>
    Int32Array.from([...own, ...later.map((_, index) => more(index))]);
  const columns = table.columns.map((column): Column => {
    if (column === time) {
      const periods = [...time.periods, ...later];
      return Object.freeze({
        ...time,
        periods,
        codes: codes(time.codes, (index) => time.periods.length + index),
      });
    }
    if (column.kind !== 'number') return Object.freeze({ ...column, codes: codes(column.codes, () => -1) });
    const values = Float64Array.from([...column.values, ...later.map(() => NaN)]);
    const statuses = Uint16Array.from([...column.statuses, ...later.map(() => STATUS.notApplicable)]);
    return Object.freeze({ ...column, values, statuses });
  });
  return makeTable(table.length + later.length, columns, table.notices);
}

/** A column whose cells belong to the periods of the rows. */
function beside(
  time: PeriodColumn | undefined,
  length: number,
  { name, label, decimals }: { readonly name: string; readonly label: string; readonly decimals: number },
  cellOf: (period: Period | undefined) => { readonly value: number; readonly status: number },
): NumberColumn {
  const cells = Array.from({ length }, (_, row) => cellOf(time?.periods[at(time.codes, row)]));
  const values = Float64Array.from(cells, ({ value }) => value);
  const statuses = Uint16Array.from(cells, ({ status }) => status);
  return Object.freeze({ name, label, kind: 'number', role: 'attribute', decimals, values, statuses });
}

/** The values of the other place for the measures of the figure, period by period. */
function referenceColumns(table: Table, other: Table, name: string): NumberColumn[] {
  const measures = columnsOf(table, 'measure');
  const [time, otherTime] = [columnsOf(table, 'time')[0], columnsOf(other, 'time')[0]];
  const own = time?.kind === 'period' ? time : undefined;
  return columnsOf(other, 'measure').flatMap((column): NumberColumn[] => {
    if (column.kind !== 'number' || !measures.some((each) => each.name === column.name)) return [];
    const label = measures.length > 1 ? `${name} · ${column.label ?? column.name}` : name;
    const about = { name: `reference (${column.name})`, label, decimals: column.decimals };
    const made = beside(own, table.length, about, (period) => {
      const row =
        otherTime?.kind === 'period'
          ? otherTime.codes.findIndex((code) => otherTime.periods[code]?.text === period?.text)
          : 0;
      if (row < 0 || row >= other.length) return { value: NaN, status: STATUS.missing };
      return { value: at(column.values, row), status: at(column.statuses, row) };
    });
    return [made];
  });
}

/**
 * The answer as the figure shows it: the other place's values as a column for each measure, the path of a plan as one
 * more, with a row for each period up to its horizon. `other`: the rows of the other place; `undefined` where they are
 * not asked for, or did not come.
 */
function withCompared(table: Table, said: Compared, other: Table | undefined): Table {
  const [time] = columnsOf(table, 'time');
  const targets = textOf(said.targets);
  const path =
    targets !== '' && time?.kind === 'period'
      ? parseTargets(targets, said.better === 'higher' ? 'higher' : 'lower')
      : undefined;
  const longer =
    path && time?.kind === 'period' ? withPeriods(table, time, periodsWithout(time, path)) : table;
  const columns: Column[] = [...longer.columns];
  if (other) columns.push(...referenceColumns(longer, other, textOf(said.reference)));
  const [longTime] = columnsOf(longer, 'time');
  if (path && longTime?.kind === 'period') {
    const label = textOf(said.targetSource) || 'target';
    const decimals = Math.max(
      0,
      ...path.steps.map(({ value }) => (String(value).split('.')[1] ?? '').length),
    );
    const about = { name: 'target', label, decimals };
    const set = beside(longTime, longer.length, about, (period) => {
      const value = period && targetOf(path, period);
      return value === undefined ? { value: NaN, status: STATUS.notApplicable } : { value, status: 0 };
    });
    columns.push(set);
  }
  return makeTable(longer.length, columns, table.notices);
}

/** An answer and what its files tell of it, with what its figure shows beside it. What cannot be had is left out. */
export async function asShown(
  answer: Answer,
  question: Question,
  facts: FileFacts,
  said: Compared,
  ask: (question: Question) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly facts: FileFacts }> {
  const other = isApart(said)
    ? await ask(askElsewhere(question, said.referenceWhere ?? '', wholes.get(said))).catch(() => undefined)
    : undefined;
  const table = withCompared(answer.table, said, other?.table);
  const titles = table.columns.map(({ label = '' }, index) => facts.titles[index] ?? label);
  return { answer: { ...answer, table }, facts: { ...facts, titles, besideQuestion: askedBeside(said) } };
}
