import type { Manifest } from '../../observatory/manifest.js';
import { readFields } from '../../observatory/read-fields.js';
import { checkColumns as checkExpectedColumns } from '../../query/expected/check-columns.js';
import { checkLevel } from '../../query/expected/check-level.js';
import { checkTotals } from '../../query/expected/check-totals.js';
import {
  parseExpectations,
  type ExpectedColumn,
  type Expectations,
} from '../../query/expected/expectations.js';
import { parseMeasures } from '../../query/parse-options.js';
import type { PeriodColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import type { Table } from '../../table/table.js';
import { rule, together, type Checked, type Finding, type FindingCode } from './finding.js';

type Resource = Manifest['resources'][number];

/** The columns that indicators measure: whole numbers that are added up are counts. */
function measured({ indicators = [] }: Manifest, resource: Resource): ExpectedColumn[] {
  const fields = readFields(resource) ?? [];
  const columns = indicators
    .filter((each) => each.resource === resource.name)
    .flatMap(({ numerator, denominator }) => [
      numerator,
      ...(denominator?.value === undefined ? [] : [denominator.value]),
    ])
    .flatMap((text) => parseMeasures(text));
  const names = new Set(columns.flatMap(({ column }) => column ?? []));
  return [...names].map((column) => {
    const type = fields.find((field) => field.name === column)?.type;
    const isAdded = columns.some((each) => each.column === column && each.aggregate === 'sum');
    return { name: column, aliases: [], kind: type === 'integer' && isAdded ? 'count' : 'number' };
  });
}

/** What a resource says that it expects; what cannot be read is a fault of the manifest, told there. */
function saidOf(text: string): Expectations {
  try {
    return parseExpectations(text);
  } catch {
    return { columns: [], totals: [], unique: [] };
  }
}

/** What the manifest says of the figures of a resource, in the terms of a page's `expected`. */
export function expectationsOf(manifest: Manifest, resource: Resource): Expectations {
  const said = saidOf(resource.expected ?? '');
  const names = new Set(said.columns.map(({ name }) => name));
  return {
    ...said,
    columns: [...said.columns, ...measured(manifest, resource).filter(({ name }) => !names.has(name))],
  };
}

/** Findings that a page would tell its owner by the same code. */
function findingsOf(notices: readonly Notice[], codes: Partial<Record<string, FindingCode>>): Finding[] {
  return notices.flatMap(({ code: told, column, value, count, line, expected }) => {
    const code = codes[told];
    if (!code) return [];
    const isPeriod = told === 'level-jump';
    return [
      {
        code,
        ...(column !== undefined && { column }),
        ...(value !== undefined && (isPeriod ? { period: value } : { value })),
        ...(count !== undefined && { count }),
        ...(line !== undefined && { row: line }),
        ...(expected && { expected }),
      },
    ];
  });
}

/**
 * What no schema says of figures: counts below zero, totals that are not the sum of their parts by more than half a
 * per cent, a unit that has changed, a level that jumps about tenfold or more.
 */
export function checkFigures(table: Table, expected: Expectations, time: PeriodColumn | undefined): Checked {
  const { columns, totals } = expected;
  const inColumns = checkExpectedColumns(table, expected);
  const counts = findingsOf(inColumns, { 'not-a-count': 'not-a-count', 'out-of-range': 'maximum' });
  const units = findingsOf(inColumns, { 'unit-changed': 'unit-changed' });
  const parts = findingsOf(checkTotals(table, expected), { 'parts-differ': 'parts-differ' });
  const jumps = time ? findingsOf(checkLevel(table, time, expected), { 'level-jump': 'level-jump' }) : [];
  return together([
    rule('validity', table.length * columns.length, counts),
    rule('consistency', table.length * totals.length, parts),
    rule('consistency', columns.length, [...units, ...jumps], units.length + jumps.length),
  ]);
}
