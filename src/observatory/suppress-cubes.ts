import { FEW_TRIED, hideBeside } from '../query/hide-cells.js';
import { STATUS } from '../table/status.js';
import { replaceColumns } from '../table/replace-columns.js';
import { CubeCells, countOf, type PlacedCube } from './cube-cells.js';
import { isAdditive } from './cube-plans.js';
import type { Cube } from './cubes.js';
import { hideComputable } from './hide-computable.js';
import { offenceCodes } from './offences.js';
import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';

/** Over so many small counts fewer choices are looked at of what is hidden beside them. */
const MANY = 600;

/** An indicator with its cubes. */
export interface Counted {
  readonly indicator: Indicator;
  readonly cubes: readonly Cube[];
}

/** The words that all rows of an indicator have of a breakdown; `undefined` where it counts other rows than its cells tell. */
function fixedWords(manifest: Manifest, indicator: Indicator): ReadonlyMap<string, string> | undefined {
  const { offence, where } = indicator;
  if (where !== undefined) return undefined;
  if (!offence) return new Map();
  const [code, more] = offenceCodes(manifest, indicator);
  return code === undefined || more !== undefined ? undefined : new Map([[offence.column, code]]);
}

/** Indicators that count the same rows in the same way: what one shows may give away what another hides. */
function families(manifest: Manifest, counted: readonly Counted[]): (readonly Counted[])[] {
  const found = new Map<string, Counted[]>();
  for (const each of counted) {
    const { indicator } = each;
    const { resource, numerator, time, places } = indicator;
    const alone = fixedWords(manifest, indicator) ? '' : indicator.name;
    const key = JSON.stringify([resource, numerator, time, places, alone]);
    const family = found.get(key);
    if (family) family.push(each);
    else found.set(key, [each]);
  }
  return [...found.values()];
}

/** A cube without the counts of these rows. */
function without(cube: Cube, hidden: Uint8Array): Cube {
  const count = countOf(cube);
  if (!count || !hidden.includes(1)) return cube;
  const values = count.values.map((value, row) => (hidden[row] ? NaN : value));
  const statuses = count.statuses.map((status, row) => (hidden[row] ? STATUS.suppressed : status));
  return { ...cube, table: replaceColumns(cube.table, [Object.freeze({ ...count, values, statuses })]) };
}

function hideIn(manifest: Manifest, family: readonly Counted[], limit: number): Counted[] {
  const placed = family.flatMap(({ indicator, cubes }) => {
    const fixed = fixedWords(manifest, indicator) ?? new Map<string, string>();
    return cubes.map((cube): PlacedCube => ({ cube, fixed }));
  });
  const cells = new CubeCells(placed);
  const { values } = cells;
  const hidden = Uint8Array.from(values, (value) => Number(value > 0 && value < limit));
  const small = hidden.reduce((sum, each) => sum + each, 0);
  const tried = small > MANY ? FEW_TRIED : undefined;
  if (small > 0) hideBeside(values, cells.dimensions, hidden, limit, tried);
  const told = new Set(small > 0 ? hideComputable(cells, values, hidden, limit) : []);
  return family.map(({ indicator, cubes }) => ({
    indicator,
    cubes: cubes
      .filter((cube) => !cells.rowsOf(cube).some((cell) => told.has(cell)))
      .map((cube) => without(cube, cells.hiddenIn(cube, hidden))),
  }));
}

/**
 * The cubes of a resource's indicators without counts from 1 to under the limit, and without what would give them
 * away: totals of one cube are held against the parts of all others, of the same indicator and of those that count
 * the same rows. What does not add up has no counts to hide.
 */
export function suppressCubes(manifest: Manifest, counted: readonly Counted[], limit: number): Counted[] {
  const isHidden = ({ indicator }: Counted): boolean => isAdditive(indicator);
  const rest = counted.filter((each) => !isHidden(each));
  return [
    ...families(manifest, counted.filter(isHidden)).flatMap((family) => hideIn(manifest, family, limit)),
    ...rest,
  ];
}
