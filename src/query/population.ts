import { at, type Column, type NumberColumn, type PeriodColumn, type TextColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { STATUS } from '../table/status.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { countName } from './beside.js';
import type { Inhabitants, Population, Query } from './query.js';
import { rate } from './rate.js';

/** The inhabitants of each row of an answer; NaN where they are not known. */
type InRow = (row: number) => number;

/** The breakdown by the smallest places that the answer has, and the inhabitants of each. */
function ofPlaces(
  table: Table,
  { parts, whole }: Population,
): { of: readonly Inhabitants[]; by?: TextColumn } {
  const dimensions = columnsOf(table, 'dimension');
  for (const { column, of } of [...parts].reverse()) {
    const by = dimensions.find(({ name }) => name === column);
    if (by?.kind === 'text') return { of, by };
  }
  return { of: whole };
}

function inhabitants(
  table: Table,
  population: Population,
): { inRow: InRow; yearOf: (row: number) => number } {
  const [time] = columnsOf(table, 'time').filter(
    (column): column is PeriodColumn => column.kind === 'period',
  );
  const { of, by } = ofPlaces(table, population);
  const counts = new Map(of.map(({ word = '', year, count }) => [`${year} ${word}`, count]));
  const yearOf = (row: number): number =>
    (time ? time.periods[at(time.codes, row)]?.year : population.year) ?? NaN;
  const wordOf = (row: number): string => (by ? (by.words[at(by.codes, row)] ?? '') : '');
  return { yearOf, inRow: (row) => counts.get(`${yearOf(row)} ${wordOf(row)}`) ?? NaN };
}

/** `2024`, or `2015–2024` of years that follow one another, or `2019, 2024`. */
function yearsText(years: Iterable<number>): string {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isWhole = sorted.length > 2 && last - first === sorted.length - 1;
  return isWhole ? `${first}–${last}` : sorted.join(', ');
}

/**
 * The first measure as a rate per inhabitants of the place and the year of each row, the count that it was made of
 * beside it. Never by the inhabitants of another year, or of another place: a row without its own has no rate. Which
 * years, whose figures, and what is missing is told.
 */
function ratesByPopulation(table: Table, { per }: Query): Table {
  const events = columnsOf(table, 'measure')[0];
  if (!per?.population || events?.kind !== 'number') return table;
  const { source } = per.population;
  const { inRow, yearOf } = inhabitants(table, per.population);
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const values = Float64Array.from(rows, inRow);
  const denominator: NumberColumn = {
    ...{ name: '', kind: 'number', values, decimals: 0 },
    statuses: Uint16Array.from(values, (value) => (Number.isNaN(value) ? STATUS.missing : 0)),
  };
  const isCounted = (row: number): boolean => !Number.isNaN(at(events.values, row));
  const used = yearsText(rows.filter((row) => at(values, row) > 0).map(yearOf));
  const lacking = rows.filter((row) => isCounted(row) && !(at(values, row) > 0));
  const told = (code: Notice['code'], years: string, count: number): Notice[] =>
    years === '' || count === 0 ? [] : [{ code, value: years, source, count, isForReaders: true }];
  const years = yearsText(lacking.map(yearOf).filter((year) => !Number.isNaN(year))) || '—';
  const rates = rate(events, denominator, per.scale);
  const count: Column = Object.freeze({ ...events, name: countName(events.name), role: 'attribute' });
  return makeTable(
    table.length,
    [...table.columns.map((column) => (column === events ? rates : column)), count],
    [
      ...table.notices,
      ...told('per-population', used, rows.length - lacking.length),
      ...told('no-population', years, lacking.length),
    ],
  );
}

/** What puts rows together, with its rates by the inhabitants that the question tells. */
export const rated =
  (make: (table: Table, query: Query) => Table) =>
  (table: Table, query: Query): Table =>
    ratesByPopulation(make(table, query), query);
