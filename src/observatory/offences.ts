import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';

type Crosswalk = NonNullable<Manifest['crosswalks']>[number];

/** The offence of an indicator, and the rows of its declared crosswalk that have it. */
export interface OffenceRows {
  readonly offence: NonNullable<Indicator['offence']>;
  readonly crosswalk: Crosswalk;
  readonly rows: Crosswalk['rows'];
}

/** The rows of the declared crosswalk that have the offence; `undefined` where there is no offence, or no crosswalk. */
export function offenceOf({ crosswalks = [] }: Manifest, { offence }: Indicator): OffenceRows | undefined {
  const crosswalk = crosswalks.find(({ name }) => name === offence?.crosswalk);
  if (!offence || !crosswalk) return undefined;
  const rows = crosswalk.rows.filter((row) => Object.values(row).includes(offence.code));
  return { offence, crosswalk, rows };
}

/** The codes that the offence has in its resource's own system: several, where one of the other system is several here. */
export function offenceCodes(manifest: Manifest, indicator: Indicator): string[] {
  const { offence, rows = [] } = offenceOf(manifest, indicator) ?? {};
  return [...new Set(rows.flatMap((row) => (offence && row[offence.system]) ?? []))];
}

/** All codes that a crosswalk has, of any system. */
export function codesOf(crosswalk: Crosswalk | undefined): string[] {
  return [...new Set((crosswalk?.rows ?? []).flatMap((row) => Object.values(row)))];
}
