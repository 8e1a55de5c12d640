import { at, type Column, type NumberColumn } from '../table/column.js';
import { textAt } from '../table/cell.js';
import { STATUS, type StatusSet } from '../table/status.js';
import { columnsOf, type Table } from '../table/table.js';
import { besideOf, withBeside } from './beside.js';
import { gridOf, observationsOf, type Observation } from './observations.js';

/** One measure of one breakdown through time, gaps included. */
export interface Series {
  /** The words of the breakdown, or the measure's name where several are asked for; `''` for a single series. */
  readonly name: string;
  readonly measure: NumberColumn;
  readonly observations: readonly Observation[];
}

/** How the cell of a breakdown is called: two codes of one name are told apart by themselves. */
function nameOfCell(column: Column): (row: number) => string {
  if (column.kind === 'number') return () => '';
  if (column.kind === 'period' || !column.wordLabels) return (row) => textAt(column, row);
  const { words, wordLabels } = column;
  const used = new Set(column.codes);
  const times = new Map<string, number>();
  wordLabels.forEach((label, code) => {
    if (used.has(code)) times.set(label, (times.get(label) ?? 0) + 1);
  });
  const names = wordLabels.map((label, code) =>
    (times.get(label) ?? 0) > 1 && label !== words[code] ? `${label} (${words[code] ?? ''})` : label,
  );
  return (row) => names[at(column.codes, row)] ?? '';
}

/**
 * A change in the way of measuring stands where it was, also in a series without a row there: its next row, which had
 * the mark until here, is only what comes after.
 */
function withBreaks(observations: readonly Observation[], breaks: readonly string[] = []): Observation[] {
  const placed = [...observations];
  const put = (index: number, status: StatusSet): void => {
    const each = placed[index];
    if (each) placed[index] = { ...each, status };
  };
  observations.forEach(({ period, status }, index) => {
    if (!(status & STATUS.break) || breaks.includes(period.text)) return;
    for (let gap = index - 1; gap >= 0; gap--) {
      const before = observations[gap];
      if (!before || !Number.isNaN(before.value) || before.status & STATUS.break) break;
      if (!breaks.includes(before.period.text)) continue;
      put(gap, before.status | STATUS.break);
      put(index, status & ~STATUS.break);
    }
  });
  return placed;
}

/**
 * The table as series over one common grid of periods, in the order in which they first appear. `nameOf`: what
 * readers call a measure.
 */
export function toSeries(
  table: Table,
  nameOf: (measure: NumberColumn) => string = ({ label, name }) => label ?? name,
): Series[] {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return [];
  const dimensions = columnsOf(table, 'dimension');
  const measures = columnsOf(table, 'measure').filter((column) => column.kind === 'number');
  const names = dimensions.map(nameOfCell);
  const rowsByName = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const name = names.map((nameOf) => nameOf(row)).join(' · ');
    const rows = rowsByName.get(name);
    if (rows) rows.push(row);
    else rowsByName.set(name, [row]);
  }
  const grid = gridOf(time);
  return measures.flatMap((measure) => {
    const beside = besideOf(table, measure);
    return [...rowsByName].map(([words, rows]) => {
      const label = nameOf(measure);
      const name = measures.length > 1 ? [words, label].filter((part) => part !== '').join(' · ') : words;
      const found = withBreaks(observationsOf(time, measure, rows, grid), time.breaks);
      const observations = withBeside(found, beside, time, rows, grid);
      return { name, measure, observations };
    });
  });
}
