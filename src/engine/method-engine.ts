import { asDataError } from '../errors.js';
import type { IndicatorSheet } from '../observatory/indicator-sheet.js';
import { localised } from '../observatory/localised.js';
import { indicatorOf, resourceOf, type Manifest } from '../observatory/manifest.js';
import { NO_PLACES, placeOf } from '../observatory/places.js';
import type { Indicator } from '../observatory/schema-indicator.js';
import type { Quality } from '../observatory/schema-snapshot.js';
import { snapshotAddress } from '../observatory/snapshot-address.js';
import { fromRows } from '../table/rows.js';
import type { Answer, AskOptions, Engine } from './engine.js';
import type { ManifestQuestion } from './observatory.js';
import { manifestQuestion, readObservatoryQuestion } from './observatory-question.js';
import { pageObservatory } from './page-observatory.js';

/** What an observatory says of an indicator; its table has the indicator as one row. */
export interface MethodAnswer extends Answer, IndicatorSheet {}

/**
 * How good the rows of an indicator were, as the snapshot's own manifest says it: the manifest of the page, or the one
 * in the folder that it names. Without it the sheet tells everything else.
 */
async function qualityOf(
  manifest: Manifest,
  indicator: Indicator,
  asked: ManifestQuestion,
  options: AskOptions,
): Promise<Quality | undefined> {
  const url = snapshotAddress(manifest, asked.url);
  if (url === undefined) return undefined;
  const held =
    url === asked.url
      ? manifest
      : await pageObservatory.manifest({ ...asked, url }, options).catch(() => undefined);
  return held?.snapshot?.quality?.find(({ resource }) => resource === indicator.resource);
}

/** Answers how an indicator is made: from the manifest alone, none of the data is asked for. */
export const methodEngine: Engine = {
  async ask(question, options): Promise<MethodAnswer> {
    try {
      const { indicator: name, place: wanted, lang } = readObservatoryQuestion(question);
      const asked = manifestQuestion(question);
      const manifest = await pageObservatory.manifest(asked, options);
      const indicator = indicatorOf(manifest, name);
      const places =
        wanted === '' ? NO_PLACES : await pageObservatory.places(asked, { signal: options.signal });
      const place = places.size === 0 ? '' : placeOf(places, wanted).code;
      const said = [indicator.title, indicator.definition, indicator.unit].map((text) =>
        localised(text, lang),
      );
      const quality = await qualityOf(manifest, indicator, asked, options);
      const { host } = new URL(asked.url);
      return {
        table: await fromRows(['indicator', 'title', 'definition', 'unit'], [[indicator.name, ...said]]),
        provenance: { url: asked.url, host, metadata: {}, fetchedAt: Date.now() },
        ...{ manifest, indicator, resource: resourceOf(manifest, indicator), place, places, base: asked.url },
        ...(quality && { quality }),
      };
    } catch (reason) {
      throw options.signal.aborted ? options.signal.reason : asDataError(reason);
    }
  },
};
