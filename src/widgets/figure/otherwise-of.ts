import type { Otherwise } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import type { Texts } from '../../observatory/resource-texts.js';
import { readIsoPeriod } from '../../table/period-iso.js';

/** What a widget says of where its figures come from. */
interface Said {
  readonly indicator: string;
  readonly asOf: string;
  readonly snapshot: string;
}

/**
 * What stands in for the source: the observatory's snapshot, unless it wants to be read live or the page names a file.
 * `texts`: what the manifest says. Fails with a DataError.
 */
export function otherwiseOf({ indicator, asOf, snapshot }: Said, texts: Texts): Otherwise | undefined {
  const { snapshotAt: src, snapshotRead: read } = texts;
  const { cubeLevel: level = '', cubeWhere: where = '' } = texts;
  if (asOf !== '' && (src === undefined || readIsoPeriod(asOf)?.length !== 'day'))
    throw new DataError('bad-attribute', { attribute: 'as-of', value: asOf, expected: ['2026-08-12'] });
  if (src === undefined || snapshot !== '' || (read === 'live' && asOf === '')) return undefined;
  const cube = { indicator, level, where };
  return { src, cube, only: read === 'snapshot' || asOf !== '', ...(asOf !== '' && { asOf }) };
}
