import { at, type NumberColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import { findColumn, type Table } from '../../table/table.js';
import type { ExpectedTotal, Expectations } from './expectations.js';

/** Parts that are rounded add up to about their total. */
const TOLERANCE = 0.005;

function numbers(table: Table, name: string): NumberColumn | undefined {
  const column = findColumn(table, name);
  return column?.kind === 'number' ? column : undefined;
}

/** Rows in which the parts add up to something else; a row with a part that is not known says nothing. */
function checkTotal(table: Table, { total, parts }: ExpectedTotal): Notice[] {
  const whole = numbers(table, total);
  const columns = parts.flatMap((part) => numbers(table, part) ?? []);
  if (!whole || columns.length < parts.length) return [];
  const odd = Array.from({ length: table.length }, (_, row) => row).filter((row) => {
    const sum = columns.reduce((all, { values }) => all + at(values, row), 0);
    const told = at(whole.values, row);
    // A rounded part is off by half of its last digit.
    const rounding = (columns.length + 1) * 0.5 * 10 ** -whole.decimals;
    const tolerance = whole.decimals === 0 ? 0 : rounding;
    return Math.abs(sum - told) > Math.max(TOLERANCE * Math.abs(told), tolerance);
  });
  const [first] = odd;
  if (first === undefined) return [];
  const sum = columns.reduce((all, { values }) => all + at(values, first), 0);
  return [
    {
      code: 'parts-differ',
      isForReaders: true,
      column: whole.name,
      value: String(at(whole.values, first)),
      expected: [String(Number(sum.toPrecision(12)))],
      count: odd.length,
      line: first + 1,
    },
  ];
}

/** Totals that are not the sum of their parts, by more than half a per cent. */
export function checkTotals(table: Table, { totals }: Expectations): Notice[] {
  return totals.flatMap((each) => checkTotal(table, each));
}
