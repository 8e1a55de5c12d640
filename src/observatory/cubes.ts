import { tellsParts } from '../query/part-columns.js';
import { parseWhere } from '../query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../query/query.js';
import { runQuery } from '../query/run-query.js';
import { at, type Column } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import { comparePeriods } from '../table/period.js';
import { makeTable, type Table } from '../table/table.js';
import { takeRows } from '../table/take-rows.js';
import { asTextColumn } from '../query/as-text.js';
import { columnOfLevel, countedCondition } from './conditions.js';
import { cubePlans, measuresOf, timeOf, type CubePlan } from './cube-plans.js';
import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';

/** The sums of an indicator for places of one level and periods of one length. */
export interface Cube extends CubePlan {
  readonly table: Table;
}

/** The levels of places, the largest first: those of which there are fewest. */
function levelsOf(indicator: Indicator, table: Table): string[] {
  const sizes = Object.keys(indicator.places ?? {}).flatMap((level) => {
    const found = columnOfLevel(indicator, level);
    if (!found) return [];
    const { codes } = asTextColumn(getColumn(table, found.column, 'places'));
    return [{ level, size: new Set(codes).size }];
  });
  return sizes.sort((a, b) => a.size - b.size).map(({ level }) => level);
}

/** The words or periods in their own order, and the codes by it: so that the same data have the same bytes. */
function inOrder(column: Column): Column {
  if (column.kind === 'number') return column;
  const used = [...new Set(column.codes)].filter((code) => code >= 0);
  const sorted =
    column.kind === 'text'
      ? used.sort((a, b) => ((column.words[a] ?? '') < (column.words[b] ?? '') ? -1 : 1))
      : used.sort((a, b) => {
          const [one, other] = [column.periods[a], column.periods[b]];
          return one && other ? comparePeriods(one, other) : 0;
        });
  const codeOf = new Map(sorted.map((code, place) => [code, place]));
  const codes = column.codes.map((code) => codeOf.get(code) ?? -1);
  if (column.kind === 'period')
    return Object.freeze({ ...column, codes, periods: sorted.flatMap((code) => column.periods[code] ?? []) });
  const { wordLabels } = column;
  return Object.freeze({
    ...column,
    codes,
    words: sorted.map((code) => column.words[code] ?? ''),
    ...(wordLabels && { wordLabels: sorted.map((code) => wordLabels[code] ?? '') }),
  });
}

/** The rows in the order of their time, then of each breakdown: whatever order the source had. */
function canonical({ length, columns }: Table): Table {
  const ordered = columns.map(inOrder);
  const keys = ordered.flatMap((column) => (column.kind === 'number' ? [] : [column.codes]));
  const rows = Uint32Array.from({ length }, (_, row) => row).sort((a, b) => {
    for (const codes of keys) {
      const difference = at(codes, a) - at(codes, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return makeTable(
    length,
    ordered.map((column) => takeRows(column, rows)),
  );
}

/** How many rows a sum is of may give away what is hidden, and depends on how they were read: no cube has it. */
function withoutParts({ length, columns, notices }: Table): Table {
  return makeTable(
    length,
    columns.filter((column) => !tellsParts(column)),
    notices,
  );
}

function queryOf(manifest: Manifest, indicator: Indicator, { places, every, breakdowns }: CubePlan): Query {
  const where = countedCondition(manifest, indicator);
  const time = timeOf(indicator);
  return {
    ...EMPTY_QUERY,
    ...time,
    ...(every && { every }),
    measures: measuresOf(indicator),
    by: [...places.map(({ column }) => column), ...breakdowns],
    ...(where !== '' && { where: parseWhere(where) }),
    ...(indicator.status !== undefined && { status: indicator.status }),
  };
}

/**
 * The cubes of an indicator, made of the rows of its resource by the verbs that answer a page: a cube is the answer to
 * the question for its places, periods and breakdowns, numerator and denominator side by side, so that a page makes of
 * it what it would make of the rows.
 */
export async function cubesOf(manifest: Manifest, indicator: Indicator, table: Table): Promise<Cube[]> {
  const plans = cubePlans(indicator, levelsOf(indicator, table));
  const cubes: Cube[] = [];
  for (const plan of plans) {
    const answer = await runQuery(table, queryOf(manifest, indicator, plan));
    cubes.push({ ...plan, table: canonical(withoutParts(answer)) });
  }
  return cubes;
}
