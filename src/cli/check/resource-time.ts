import type { Manifest } from '../../observatory/manifest.js';
import { parseTime } from '../../query/parse-options.js';
import { joinParts } from '../../query/year-part.js';
import { asTextColumn } from '../../query/as-text.js';
import type { Column, PeriodColumn } from '../../table/column.js';
import { comparePeriods, type Period } from '../../table/period.js';
import { findColumn, type Table } from '../../table/table.js';
import { toPeriods } from '../../table/to-periods.js';

type Resource = Manifest['resources'][number];
const TIMES = new Set(['date', 'datetime', 'year', 'yearmonth']);

/** The columns that tell the time of a row: as the indicators say, else those that the schema calls so. */
export function timeNames({ indicators = [] }: Manifest, resource: Resource): readonly string[] {
  const said = indicators.find((each) => each.resource === resource.name && each.time !== undefined)?.time;
  if (said !== undefined) return parseTime(said).time;
  const fields = resource.schema?.fields ?? [];
  // One field of several: a date of publication is no time of what is counted.
  const key = [resource.schema?.primaryKey ?? []].flat();
  const times = fields.filter(({ type = '', name }) => TIMES.has(type) && key.includes(name));
  return times.slice(0, 1).map(({ name }) => name);
}

function asPeriods(column: Column): PeriodColumn {
  if (column.kind === 'period') return column;
  const text = asTextColumn(column);
  return toPeriods(text, text.notation?.dateOrder).column;
}

/** The period of each row; `undefined` where the resource has no time, or not in its columns. */
export function timeOf(table: Table, names: readonly string[]): PeriodColumn | undefined {
  const [first, second, ...more] = names.map((name) => findColumn(table, name));
  if (!first || more.length > 0 || (names.length > 1 && !second)) return undefined;
  const periods = asPeriods(first);
  try {
    return second ? joinParts(periods, second) : periods;
  } catch {
    // No cell of it is a month: told of its cells.
    return undefined;
  }
}

/** The periods that rows have, each once, in their order. */
export function periodsIn({ codes, periods }: PeriodColumn): Period[] {
  const used = [...new Set(codes)].flatMap((code) => periods[code] ?? []);
  return used.sort(comparePeriods);
}
