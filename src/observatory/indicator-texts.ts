import { allOf } from '../query/write-where.js';
import { columnOfLevel, countedCondition, mixedParts, placeCondition } from './conditions.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { localised } from './localised.js';
import { resourceOf } from './manifest.js';
import { partsOf, wholeOf, type Place, type Places } from './places.js';
import { placeLabels } from './place-labels.js';
import { isByPopulation, populationText } from './population-text.js';
import { resourceTexts, said, type Texts } from './resource-texts.js';
import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';
import type { Target } from './schema-plan.js';
import type { Resource } from './schema-resource.js';
import { snapshotAddress } from './snapshot-address.js';
import { betterOf, pathText, targetFor } from './target-texts.js';

/** What a page asks of the manifest. */
export interface Asked {
  readonly manifest: Manifest;
  /** The address of the manifest: what is relative is relative to it. */
  readonly base: string;
  readonly lang: string;
  readonly indicator: Indicator;
  readonly places: Places;
  /** The whole country without it. */
  readonly place: Place | undefined;
  /** What the page asks besides: only these rows. */
  readonly where: string;
  /** Whether places are compared: then the figure is broken down by the parts of its place. */
  readonly byParts: boolean;
  /** The columns by which the page itself breaks it down. */
  readonly by?: readonly string[];
}

/** The parts of a place that an indicator has a column for. */
function partsColumn({ indicator, places, place }: Asked): string | undefined {
  const [part] = partsOf(places, place);
  return part && columnOfLevel(indicator, part.level)?.column;
}

/** Where the snapshot is, and which of its cubes has the figure. No properties of a widget: it is asked for them. */
function snapshotTexts(asked: Asked): Record<string, string | undefined> {
  const { manifest, base, indicator, places, place, byParts, where } = asked;
  const { snapshot } = manifest;
  if (!snapshot) return {};
  const [part] = byParts ? partsOf(places, place) : [];
  return {
    snapshotAt: snapshotAddress(manifest, base),
    snapshotRead: snapshot.read,
    cubeLevel: part?.level ?? place?.level,
    cubeWhere: allOf(place && placeCondition(indicator, place, places), where),
  };
}

/** Of all places together: which rows they are, and per whose inhabitants a rate is. No properties of a widget either. */
function wholeTexts(asked: Asked): Record<string, string | undefined> {
  const { manifest, indicator } = asked;
  return {
    wholeWhere: countedCondition(manifest, indicator),
    wholePer: isByPopulation(indicator)
      ? populationText({ ...asked, place: undefined, where: '' }, indicator.scale ?? 100_000)
      : undefined,
  };
}

/** The method: its guide's address where it names one. */
function methodText({ manifest, indicator, base, lang }: Asked): string {
  const method = localised(indicator.method, lang);
  const guide = manifest.guides?.find(({ name }) => name === method);
  return guide ? new URL(guide.path, base).href : method;
}

/** Whether the periods of the indicator may be as long as those of the target: a year and a month in two columns are months. */
function isAsLong({ time = '' }: Indicator, { baseline }: Target): boolean {
  const [, every] = /^\s*(year|half|quarter|month|day)\s*\(/i.exec(time) ?? [];
  const length = every?.toLowerCase() ?? (time.includes(',') ? 'month' : undefined);
  return length === undefined || length === readIsoPeriod(baseline.period)?.length;
}

/** What a plan sets for the indicator in that very place: what it sets for the country is no target of a region. */
function targetTexts({ manifest, indicator, places, place, lang, byParts }: Asked): Texts {
  const isCountry = place !== undefined && place === wholeOf(places);
  const target = byParts
    ? undefined
    : (targetFor(manifest, indicator, place?.code) ??
      (isCountry ? targetFor(manifest, indicator, undefined) : undefined));
  if (!target || !isAsLong(indicator, target)) return {};
  return said({
    targets: pathText(target),
    targetSource: localised(target.plan, lang),
    better: betterOf(indicator, target),
  });
}

/** What the resource hides of counts; a measure that does not add up has none, in the snapshot neither. */
function suppressUnder({ numerator }: Indicator, resource: Resource | undefined): number | undefined {
  return /^\s*(sum|count)\s*\(/i.test(numerator) ? resource?.governance?.suppression?.under : undefined;
}

/**
 * An indicator's name and a place as the attributes that a page would have to write in their stead, by the names of
 * their properties. What the page writes itself goes before them.
 */
export function indicatorTexts(asked: Asked): Texts {
  const { manifest, base, lang, indicator, place, byParts } = asked;
  const resource = resourceOf(manifest, indicator);
  const { denominator, scale = 100_000, numerator } = indicator;
  const caveats = (indicator.caveats ?? []).map((each) => localised(each, lang));
  const comparability = [localised(indicator.comparability, lang), ...caveats].filter((each) => each !== '');
  const resourced = resource && resourceTexts(manifest, resource, base, lang);
  const { labels = '' } = resourced ?? {};
  return {
    ...resourced,
    ...targetTexts(asked),
    ...said({
      value: numerator,
      per: isByPopulation(indicator)
        ? populationText(asked, scale)
        : denominator && `${scale} of ${denominator.value ?? ''}`,
      time: indicator.time,
      by: byParts ? partsColumn(asked) : undefined,
      where: allOf(
        countedCondition(manifest, indicator),
        (byParts ? mixedParts(indicator, partsOf(asked.places, place)) : undefined) ??
          (place && placeCondition(indicator, place, asked.places)),
        asked.where,
      ),
      status: indicator.status,
      suppressUnder: suppressUnder(indicator, resource),
      heading: localised(indicator.title, lang),
      unit: localised(indicator.unit, lang),
      decimals: indicator.decimals,
      place: place ? place.name : localised(manifest.places?.whole, lang),
      definition: localised(indicator.definition, lang),
      labels: [labels, placeLabels({ ...asked, by: asked.by ?? [] })]
        .filter((each) => each !== '')
        .join('; '),
      ...snapshotTexts(asked),
      ...wholeTexts(asked),
      method: methodText(asked),
      comparability: comparability.join(' '),
    }),
  };
}
