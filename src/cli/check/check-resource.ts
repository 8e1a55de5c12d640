import { asDataError } from '../../errors.js';
import type { Manifest } from '../../observatory/manifest.js';
import { readFields } from '../../observatory/read-fields.js';
import { readPlaces, type Places } from '../../observatory/places.js';
import { textAt } from '../../table/cell.js';
import type { PeriodColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import { findColumn, type Table } from '../../table/table.js';
import { readAnswer, type ReadOptions } from '../read-resource.js';
import { exitOf } from '../exit-of.js';
import { tellError } from '../tell-error.js';
import type { Words } from '../words/words.js';
import { checkColumns } from './check-columns.js';
import { checkFigures, expectationsOf } from './check-figures.js';
import { checkFreshness } from './check-freshness.js';
import { checkNamed } from './check-named.js';
import { checkOffences } from './check-offences.js';
import { checkPeriods } from './check-periods.js';
import { checkPlacePeriods } from './check-place-periods.js';
import { checkParents, checkPlaces } from './check-places.js';
import { checkRows } from './check-rows.js';
import { checkShownCounts } from './check-shown-counts.js';
import { checkTotalRows } from './check-totals.js';
import { NOTHING, rule, together, type Checked, type Finding } from './finding.js';
import { valuedRows } from './valued-rows.js';
import { timeNames, timeOf } from './resource-time.js';

type Resource = Manifest['resources'][number];

/** A resource after its check. */
export interface ResourceChecked extends Checked {
  readonly resource: Resource;
  /** Rows that were read; `undefined` where it could not be. */
  readonly rows: number | undefined;
  readonly through: string | undefined;
  readonly late: number | undefined;
  /** Why it could not be read, and the exit code for it. */
  readonly error?: string;
  readonly exit?: number;
}

/** What is the same for all resources of a manifest. */
export interface Checking {
  readonly manifest: Manifest;
  readonly base: URL;
  readonly places: Places;
  readonly options: ReadOptions;
  readonly words: Words;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** What reading has told that nothing else here tells. */
function checkReading(notices: readonly Notice[], rows: number): Checked {
  return together(
    notices.map(({ code: told, column, value, count = 1, line, total }) => {
      const where = { ...(column !== undefined && { column }), ...(line !== undefined && { row: line }) };
      const said = value !== undefined && { value };
      if (told === 'unreadable-number')
        return rule('validity', rows, [{ code: 'type', ...where, ...said, count, expected: ['6.3'] }]);
      // The header is the first line of these.
      const ragged = { ...where, ...(line !== undefined && { row: line - 1 }), count };
      if (told === 'rows-short') return rule('completeness', rows, [{ code: 'row-short', ...ragged }]);
      if (told === 'rows-long') return rule('validity', rows, [{ code: 'row-long', ...ragged }]);
      if (told === 'partial')
        return rule(
          'completeness',
          total ?? rows + 1,
          [{ code: 'partial', count }],
          (total ?? rows + 1) - count,
        );
      if (told === 'column-renamed')
        return { findings: [{ code: 'column-renamed', ...where, ...said }], tested: [] };
      return NOTHING;
    }),
  );
}

/** The place and the period of the row of each finding, so that it is found by them. */
function withRows(
  findings: readonly Finding[],
  table: Table,
  names: readonly string[],
  time: PeriodColumn | undefined,
): Finding[] {
  const places = names.flatMap((name) => findColumn(table, name) ?? []);
  return findings.map((finding) => {
    if (finding.row === undefined) return finding;
    const row = finding.row - 1;
    const place = places
      .map((column) => textAt(column, row))
      .filter(Boolean)
      .join(', ');
    const period = time?.periods[time.codes[row] ?? -1]?.text;
    return { ...(place !== '' && { place }), ...(period !== undefined && { period }), ...finding };
  });
}

/** The columns by which a reader knows the place of a row, the smallest first. */
function placeNames({ indicators = [] }: Manifest, { name, codeColumn }: Resource): string[] {
  const told = indicators.find(({ resource, places }) => resource === name && places)?.places ?? {};
  const columns = Object.values(told).map((each) => (typeof each === 'string' ? each : each.column));
  return columns.length > 0 ? columns.reverse() : codeColumn === undefined ? [] : [codeColumn];
}

function checkTable(read: Table, resource: Resource, checking: Checking): ResourceChecked {
  const { table, rowOf } = valuedRows(read, resource);
  const { manifest, today } = checking;
  const { schema, governance = {} } = resource;
  const fields = readFields(resource);
  const time = timeOf(table, timeNames(manifest, resource));
  const expected = expectationsOf(manifest, resource);
  const names = placeNames(manifest, resource);
  const isList = manifest.places?.resource === resource.name;
  const checked = together([
    checkReading(table.notices, table.length),
    ...(fields ? [checkColumns(table, fields)] : []),
    checkRows(table, [schema?.primaryKey ?? []].flat()),
    ...(time ? [checkPeriods(time, governance, today), checkPlacePeriods(table, names, time)] : []),
    checkFigures(table, expected, time),
    checkTotalRows(table, expected, time),
    checkPlaces(table, manifest, resource, checking.places),
    ...(isList && manifest.places ? [checkParents(readPlaces(table, manifest.places))] : []),
    checkOffences(table, manifest, resource),
  ]);
  const fresh = checkFreshness(time, governance, today);
  const named = checkNamed(table, manifest, resource.name, checking.words);
  const shown = checkShownCounts(table, manifest, resource);
  const findings = [...checked.findings, ...fresh.findings, ...named, ...shown];
  return {
    ...{ resource, rows: table.length, through: fresh.through, late: fresh.late },
    findings: withRows(findings, table, names, time).map((finding) =>
      finding.row === undefined ? finding : { ...finding, row: rowOf(finding.row) },
    ),
    tested: [...checked.tested, ...fresh.tested],
  };
}

/** Reads a resource and holds its rows against what the manifest says of them. */
export async function checkResource(resource: Resource, checking: Checking): Promise<ResourceChecked> {
  const { base, options, words } = checking;
  const none = { resource, rows: undefined, through: undefined, late: undefined, tested: [] };
  if (resource.query !== undefined && resource.path === undefined && resource.data === undefined)
    return { ...none, findings: [{ code: 'not-read', isRemark: true, value: resource.query }] };
  try {
    const { table } = await readAnswer(resource, base, options);
    if (table.length === 0) return { ...none, rows: 0, findings: [{ code: 'no-rows' }] };
    return checkTable(table, resource, checking);
  } catch (reason) {
    options.signal.throwIfAborted();
    const failure = asDataError(reason);
    const error = tellError(failure, words);
    // What is asked to be left alone is not missing.
    if (failure.code === 'bad-host' && options.offline)
      return { ...none, findings: [{ code: 'not-read', isRemark: true }] };
    return { ...none, error, exit: exitOf(failure), findings: [{ code: 'unreadable', message: error }] };
  }
}
