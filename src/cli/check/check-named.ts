import { DataError } from '../../errors.js';
import { levelColumn } from '../../observatory/conditions.js';
import { breakdownsOf } from '../../observatory/cube-plans.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Places } from '../../observatory/places.js';
import { findColumn, type Table } from '../../table/table.js';
import { tellError } from '../tell-error.js';
import type { Words } from '../words/words.js';
import type { Finding } from './finding.js';

type Indicator = NonNullable<Manifest['indicators']>[number];

/** The columns that an indicator names beside those that it is computed of, by where it names them. */
function namedBy(indicator: Indicator): (readonly [string, string])[] {
  const { places = {}, status } = indicator;
  return [
    ...Object.entries(places).map(([level, told]) => [`places/${level}`, levelColumn(told).column] as const),
    ...breakdownsOf(indicator).map((column) => ['breakdowns', column] as const),
    ...(status === undefined ? [] : [['status', status] as const]),
  ];
}

/** Columns that indicators name and the data do not have: nobody sees it before a page asks for them. */
export function checkNamed(
  table: Table,
  { indicators = [] }: Manifest,
  resource: string,
  words: Words,
): Finding[] {
  const expected = table.columns.map(({ name }) => name);
  return indicators
    .filter((indicator) => indicator.resource === resource)
    .flatMap((indicator) =>
      namedBy(indicator).flatMap(([attribute, value]): Finding[] => {
        if (findColumn(table, value)) return [];
        const error = new DataError('missing-column', { attribute, value, expected });
        return [{ code: 'indicator-fails', indicator: indicator.name, message: tellError(error, words) }];
      }),
    );
}

/** Levels of places by which an indicator has columns, and of which the list has no place. */
export function checkLevels({ indicators = [] }: Manifest, places: Places): Finding[] {
  const levels = [...new Set([...places.values()].map(({ level }) => level))].filter((each) => each !== '');
  if (levels.length === 0) return [];
  return indicators.flatMap(({ places: told = {} }, index) =>
    Object.keys(told)
      .filter((level) => !levels.includes(level))
      .map((level): Finding => ({
        code: 'bad-form',
        path: `indicators/${index}/places/${level}`,
        value: level,
        expected: levels,
      })),
  );
}
