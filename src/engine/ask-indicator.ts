import { columnOfLevel, hasMixed } from '../observatory/conditions.js';
import { indicatorTexts } from '../observatory/indicator-texts.js';
import { indicatorOf } from '../observatory/manifest.js';
import { NO_PLACES, placeOf, wholeOf } from '../observatory/places.js';
import { hasCodes } from '../observatory/place-labels.js';
import { isByPopulation } from '../observatory/population-text.js';
import type { Texts } from '../observatory/resource-texts.js';
import { parseNames } from '../query/parse-list.js';
import type { AskOptions } from './engine.js';
import type { ManifestQuestion, ObservatoryEngine } from './observatory.js';

/** What a widget asks of an observatory. */
export interface IndicatorQuestion extends ManifestQuestion {
  readonly indicator: string;
  /** A code or a name of the list of places; `''` for the whole country. */
  readonly place: string;
  /** What the page asks besides: only these rows. */
  readonly where: string;
  readonly lang: string;
  /** Whether the parts of the place are compared. */
  readonly byParts: boolean;
  /** By which columns the page breaks it down, parted by commas; `''` for none. */
  readonly by: string;
}

/** What the name of an indicator and a place stand for. The list of places is asked for only where it is needed. */
export async function askIndicator(
  engine: ObservatoryEngine,
  question: IndicatorQuestion,
  options: AskOptions,
): Promise<Texts> {
  const { indicator: name, place: wanted, where, lang, byParts, by: named, ...asked } = question;
  const manifest = await engine.manifest(asked, options);
  const indicator = indicatorOf(manifest, name);
  // Where one column has the country and its parts, all rows together are neither.
  const isOfSeveral = hasMixed(indicator);
  const by = parseNames(named);
  const hasNames = byParts || isOfSeveral || hasCodes(indicator, byParts, by);
  const isPlaced = wanted !== '' || hasNames || isByPopulation(indicator);
  const places = isPlaced ? await engine.places(asked, { signal: options.signal }) : NO_PLACES;
  const country = isOfSeveral && !byParts ? wholeOf(places) : undefined;
  const found = wanted === '' || places.size === 0 ? country : placeOf(places, wanted);
  // The data have no column for the place that all others are parts of: it is all their rows.
  const isWhole = found && found === wholeOf(places) && !columnOfLevel(indicator, found.level);
  const place = isWhole ? undefined : found;
  return indicatorTexts({ manifest, base: asked.url, lang, indicator, places, place, where, byParts, by });
}
