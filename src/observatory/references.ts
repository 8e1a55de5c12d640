import { breakdownsOf } from './cube-plans.js';
import { faultAt, type Fault } from './faults.js';
import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';

type Path = readonly PropertyKey[];
type NamedList = 'resources' | 'indicators' | 'crosswalks' | 'publications' | 'guides';

/** The names in a list of the manifest. */
function namesIn(manifest: Manifest, list: NamedList): string[] {
  return (manifest[list] ?? []).map(({ name }) => name);
}

/** Names that stand twice in a list. */
function repeated(manifest: Manifest, list: NamedList): Fault[] {
  const names = namesIn(manifest, list);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [faultAt(manifest, [list, index, 'name'], [`≠ ${list}/${names.indexOf(name)}/name`])]
      : [],
  );
}

/** A name that nothing has; none where nothing is named. */
function missing(
  manifest: Manifest,
  path: Path,
  name: string | undefined,
  among: readonly string[],
): Fault[] {
  return name === undefined || among.includes(name) ? [] : [faultAt(manifest, path, among)];
}

/** A denominator is of the rows, or of the list of places, which then has inhabitants by year. */
function ofDenominator(manifest: Manifest, at: Path, denominator: Indicator['denominator']): Fault[] {
  if (!denominator) return [];
  const { value, of } = denominator;
  const { population, year } = manifest.places ?? {};
  if ((value === undefined) === (of === undefined))
    return [faultAt(manifest, [...at, 'denominator', 'value'], ['sum(poblacion)', '"of": "population"'])];
  if (of === undefined) return [];
  return [
    ...(population === undefined ? [faultAt(manifest, ['places', 'population'], ['"poblacion"'])] : []),
    ...(year === undefined ? [faultAt(manifest, ['places', 'year'], ['"anio"'])] : []),
  ];
}

function ofIndicators(manifest: Manifest): Fault[] {
  const { indicators = [], crosswalks = [] } = manifest;
  const resources = namesIn(manifest, 'resources');
  return indicators.flatMap((indicator, index) => {
    const { resource, offence, scale, denominator, cubes = [] } = indicator;
    const at = ['indicators', index] as const;
    const crosswalk = crosswalks.find(({ name }) => name === offence?.crosswalk);
    return [
      ...missing(manifest, [...at, 'resource'], resource, resources),
      ...missing(
        manifest,
        [...at, 'offence', 'crosswalk'],
        offence?.crosswalk,
        namesIn(manifest, 'crosswalks'),
      ),
      ...(crosswalk
        ? missing(manifest, [...at, 'offence', 'system'], offence?.system, Object.keys(crosswalk.systems))
        : []),
      ...ofDenominator(manifest, at, denominator),
      ...(scale !== undefined && !denominator
        ? [faultAt(manifest, [...at, 'denominator'], ['{"value": "sum(poblacion)", "source": "INEI"}'])]
        : []),
      ...cubes.flatMap(({ level, breakdowns = [] }, place) => [
        ...missing(manifest, [...at, 'cubes', place, 'level'], level, Object.keys(indicator.places ?? {})),
        ...breakdowns.flatMap((name, which) =>
          missing(manifest, [...at, 'cubes', place, 'breakdowns', which], name, breakdownsOf(indicator)),
        ),
      ]),
    ];
  });
}

/** A path leads on from its baseline, period by period. */
function ofTargets(manifest: Manifest): Fault[] {
  const { targets = [] } = manifest;
  return targets.flatMap(({ indicator, path, baseline }, index) => {
    const periods = [baseline, ...path].map(({ period }) => period);
    const late = periods.findIndex((period, at) => at > 0 && period <= (periods[at - 1] ?? ''));
    const unknown = missing(
      manifest,
      ['targets', index, 'indicator'],
      indicator,
      namesIn(manifest, 'indicators'),
    );
    if (late < 1) return unknown;
    const expected = [`> ${periods[late - 1] ?? ''}`];
    return [...unknown, faultAt(manifest, ['targets', index, 'path', late - 1, 'period'], expected)];
  });
}

function ofResources(manifest: Manifest): Fault[] {
  const indicators = namesIn(manifest, 'indicators');
  return manifest.resources.flatMap(({ path, data, query, governance }, index) => {
    const isNowhere = path === undefined && data === undefined && query === undefined;
    const revisions = governance?.revisions ?? [];
    return [
      ...(isNowhere
        ? [faultAt(manifest, ['resources', index, 'path'], ['datos/robos.csv', 'https://…'])]
        : []),
      ...revisions.flatMap(({ indicator }, at) =>
        missing(
          manifest,
          ['resources', index, 'governance', 'revisions', at, 'indicator'],
          indicator,
          indicators,
        ),
      ),
    ];
  });
}

function ofTexts(manifest: Manifest, list: 'publications' | 'guides'): Fault[] {
  const indicators = namesIn(manifest, 'indicators');
  return (manifest[list] ?? []).flatMap((each, index) =>
    (each.indicators ?? []).flatMap((name, at) =>
      missing(manifest, [list, index, 'indicators', at], name, indicators),
    ),
  );
}

/** Whether what others refer to is there, once, and in its order. */
export function brokenReferences(manifest: Manifest): Fault[] {
  const lists = ['resources', 'indicators', 'crosswalks', 'publications', 'guides'] as const;
  return [
    ...lists.flatMap((list) => repeated(manifest, list)),
    ...missing(manifest, ['places', 'resource'], manifest.places?.resource, namesIn(manifest, 'resources')),
    ...ofIndicators(manifest),
    ...ofTargets(manifest),
    ...ofResources(manifest),
    ...ofTexts(manifest, 'publications'),
    ...ofTexts(manifest, 'guides'),
  ];
}
