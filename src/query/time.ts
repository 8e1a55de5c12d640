import { DataError } from '../errors.js';
import { at, type Column, type PeriodColumn } from '../table/column.js';
import { comparePeriods, makePeriod, type Period, type PeriodLength } from '../table/period.js';
import { readMonth } from '../table/period-notation.js';
import { columnsOf, getColumn, makeTable, takeTable, type Table } from '../table/table.js';
import { toPeriods, type Typed } from '../table/typing.js';
import { asTextColumn } from './dimension.js';
import type { Query } from './query.js';

type TimeColumn = Typed<PeriodColumn>;

/** The column as periods; a column in which no cell is one is a mistake of the page. */
function asPeriods(column: Column): TimeColumn {
  if (column.kind === 'period') return { column, notices: [] };
  const typed = toPeriods(asTextColumn(column));
  if (typed.column.periods.length > 0 || (column.kind === 'text' && column.words.length === 0)) return typed;
  const value = column.kind === 'text' ? column.words[0] : String(column.values[0]);
  throw new DataError('not-a-period', {
    attribute: 'time',
    value: `${column.name}: ${value ?? ''}`,
    expected: ['2024', '2024-09', 'setiembre 2024', '05/09/2024'],
  });
}

/** The number of the month each row names, 0 where it names none. */
function monthNumbers(column: Column): Uint8Array {
  const text = asTextColumn(column);
  const months = text.words.map((word) => readMonth(word) ?? 0);
  if (text.words.length > 0 && months.every((month) => month === 0)) {
    const value = `${column.name}: ${text.words[0] ?? ''}`;
    throw new DataError('not-a-period', { attribute: 'time', value, expected: ['1 … 12', 'enero', 'ene'] });
  }
  return Uint8Array.from(text.codes, (code) => months[code] ?? 0);
}

/** Collects periods into a dictionary. */
class PeriodCodes {
  readonly periods: Period[] = [];
  readonly #place = new Map<string, number>();

  code(period: Period | undefined): number {
    if (!period) return -1;
    const known = this.#place.get(period.text);
    if (known !== undefined) return known;
    this.#place.set(period.text, this.periods.length);
    return this.periods.push(period) - 1;
  }
}

function joinYearAndMonth(years: TimeColumn, monthColumn: Column): TimeColumn {
  const months = monthNumbers(monthColumn);
  const dictionary = new PeriodCodes();
  const codes = years.column.codes.map((code, row) => {
    const year = years.column.periods[code];
    const month = at(months, row);
    return dictionary.code(year && month > 0 ? makePeriod('month', year.year, month) : undefined);
  });
  const name = `${years.column.name} ${monthColumn.name}`;
  return { column: { ...years.column, name, codes, periods: dictionary.periods }, notices: years.notices };
}

const MONTHS_IN = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** The longer period that a period lies in; itself where it is already that long or longer. */
function widen(period: Period, length: PeriodLength): Period | undefined {
  if (length === 'day' || period.length === length) return period;
  const perPart = MONTHS_IN[length];
  const month = period.length === 'day' ? period.part : (period.part - 1) * MONTHS_IN[period.length] + 1;
  const widened = makePeriod(length, period.year, Math.ceil(month / perPart));
  return widened && widened.end >= period.end ? widened : period;
}

function widenAll({ column, notices }: TimeColumn, length: PeriodLength): TimeColumn {
  const dictionary = new PeriodCodes();
  const codeOf = column.periods.map((period) => dictionary.code(widen(period, length)));
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  return { column: { ...column, codes, periods: dictionary.periods }, notices };
}

/** Periods in order of time, so that codes are too. */
function inOrder(column: PeriodColumn): PeriodColumn {
  const order = column.periods.map((_, index) => index);
  const period = (index: number): Period => column.periods[index] as Period;
  order.sort((a, b) => comparePeriods(period(a), period(b)));
  const newCode = new Int32Array(order.length);
  order.forEach((old, index) => (newCode[old] = index));
  return Object.freeze({
    ...column,
    codes: column.codes.map((code) => newCode[code] ?? -1),
    periods: Object.freeze(order.map(period)),
    role: 'time',
  });
}

/** The time of each row, as the question names it, as a first column with the role of time. */
export function addTime(table: Table, query: Query): Table {
  const [first, second] = query.time;
  if (first === undefined) return table;
  const years = asPeriods(getColumn(table, first, 'time'));
  const joined = second === undefined ? years : joinYearAndMonth(years, getColumn(table, second, 'time'));
  const { column, notices } = query.every ? widenAll(joined, query.every) : joined;
  const time = inOrder(column);
  const others = table.columns.filter((each) => each.name !== time.name);
  const timed = makeTable(table.length, [time, ...others], [...table.notices, ...notices]);
  // A row without a time can be put nowhere; the notices say how many cells could not be read.
  const rows = rowsWhere(time.codes, (code) => code >= 0);
  return rows.length === table.length ? timed : takeTable(timed, rows);
}

function rowsWhere(codes: Int32Array, keep: (code: number) => boolean): number[] {
  const rows: number[] = [];
  codes.forEach((code, row) => void (keep(code) && rows.push(row)));
  return rows;
}

/** Rows in order of time, and as they came within one time. */
export function inTimeOrder(table: Table): Table {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return table;
  const { codes } = time;
  const isSorted = codes.every((code, row) => row === 0 || at(codes, row - 1) <= code);
  if (isSorted) return table;
  return takeTable(
    table,
    Uint32Array.from(codes.keys()).sort((a, b) => at(codes, a) - at(codes, b) || a - b),
  );
}
