import { asDataError } from '../errors.js';
import type { IndicatorSheet } from '../observatory/indicator-sheet.js';
import { localised } from '../observatory/localised.js';
import { indicatorOf, resourceOf } from '../observatory/manifest.js';
import { NO_PLACES, placeOf } from '../observatory/places.js';
import { fromRows } from '../table/rows.js';
import type { Answer, Engine } from './engine.js';
import { manifestQuestion, readObservatoryQuestion } from './observatory-question.js';
import { pageObservatory } from './page-observatory.js';

/** What an observatory says of an indicator; its table has the indicator as one row. */
export interface MethodAnswer extends Answer, IndicatorSheet {}

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
      const { host } = new URL(asked.url);
      return {
        table: await fromRows(['indicator', 'title', 'definition', 'unit'], [[indicator.name, ...said]]),
        provenance: { url: asked.url, host, metadata: {}, fetchedAt: Date.now() },
        ...{ manifest, indicator, resource: resourceOf(manifest, indicator), place, places, base: asked.url },
      };
    } catch (reason) {
      throw options.signal.aborted ? options.signal.reason : asDataError(reason);
    }
  },
};
