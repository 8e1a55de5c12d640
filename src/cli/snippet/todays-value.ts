import { pageEngine } from '../../engine/page-engine.js';
import { indicatorOf, resourceOf, type Manifest } from '../../observatory/manifest.js';
import type { Texts } from '../../observatory/resource-texts.js';
import { findLanguage } from '../../text/languages.js';
import { withRemarks } from '../../text/with-remarks.js';
import { withUnit } from '../../text/value.js';
import { makeWords, type Words as FigureWords } from '../../text/words.js';
import { makeCard } from '../../widgets/card/card-model.js';
import { UsageError } from '../io.js';
import { askable } from '../local-files.js';
import { indicatorQuestion, textsOf } from '../indicator-question.js';
import type { ReadOptions } from '../read-resource.js';
import type { Words } from '../words/words.js';

/** An indicator as a card shows it today. */
export interface Today {
  readonly heading: string;
  /** `2134 denuncias`, as the card has it; why there is none where there is none. */
  readonly value: string;
  /** Where and when: `La Libertad, jul. 2026`. */
  readonly about: string;
  readonly source: string | undefined;
  /** What qualifies the value: `provisional`. */
  readonly statuses: readonly string[];
}

/** The words of figures, with all that may qualify one. */
async function figureWords(lang: string): Promise<FigureWords> {
  const language = findLanguage(lang);
  const messages = await language?.load?.();
  return withRemarks(makeWords(messages?.figure, language?.locales), messages?.remarks);
}

/** What the page would say around the card. */
function frameOptions(texts: Texts, baseURI: string) {
  const { heading = '', place = '', unit = '', per = '', sourceName = '', sourceHref = '' } = texts;
  const { license = '', updatedOn = '', expectedLag = '' } = texts;
  return { heading, place, unit, per, sourceName, sourceHref, license, updatedOn, expectedLag, baseURI };
}

/** Asks for an indicator of a place as its card does, and tells it in the card's own words. */
export async function todaysValue(
  manifest: Manifest,
  base: URL,
  asked: { readonly indicator: string; readonly place: string },
  options: ReadOptions,
  words: Words,
): Promise<Today> {
  const resource = resourceOf(manifest, indicatorOf(manifest, asked.indicator));
  if (!resource) throw new UsageError(words.needs(`snippet --indicator ${asked.indicator}`));
  const texts = await textsOf(base, { ...asked, lang: words.lang }, options);
  const question = await indicatorQuestion(resource, base, texts, options);
  const answer = await pageEngine.ask(question, { signal: options.signal });
  const figure = await figureWords(words.lang);
  const { decimals } = texts;
  const shown = {
    period: '',
    compare: '',
    interval: '',
    units: '',
    qualified: undefined,
    compared: undefined,
  };
  const card = makeCard(
    answer,
    frameOptions(texts, (await askable(base)).href),
    { ...shown, decimals: decimals === undefined ? undefined : Number(decimals) },
    figure,
  );
  const { frame } = card;
  const unit = ` · ${frame.unit}`;
  // The unit stands by the value already.
  const about =
    frame.unit !== '' && frame.subtitle.endsWith(unit)
      ? frame.subtitle.slice(0, -unit.length)
      : frame.subtitle;
  const isNone = card.statuses.length > 0 && !/\d/.test(card.value);
  return {
    heading: frame.heading,
    value: isNone ? card.value : withUnit(card.value, frame.unit),
    about: about.replaceAll(' · ', ', '),
    source: frame.source?.name,
    statuses: card.statuses,
  };
}
