import { askIndicator } from '../../engine/ask-indicator.js';
import type { AskOptions } from '../../engine/engine.js';
import type { ManifestQuestion } from '../../engine/observatory.js';
import { manifestQuestion } from '../../engine/observatory-question.js';
import { pageObservatory } from '../../engine/page-observatory.js';
import { indicatorOf } from '../../observatory/manifest.js';
import { otherwiseOf } from '../figure/otherwise-of.js';
import type { AttributeTexts } from '../figure/question-of.js';
import type { Found } from './filter-model.js';
import type { Asked } from './wanted.js';
import { optionsOfIndicators, optionsOfPlaces } from './observatory-model.js';

const manifestOf = ({ url, hosts, texts }: Asked): ManifestQuestion =>
  manifestQuestion({ ...texts, src: url, hosts });

/** The places or the indicators of an observatory. */
export async function optionsOf(wanted: Asked, options: AskOptions): Promise<Found> {
  const { kind, texts, level, lang, isOfPlace } = wanted;
  const question = manifestOf(wanted);
  // Parts of a place that nobody has chosen yet are of no level.
  if (kind === 'place' && isOfPlace && texts.place === '' && level === '') return { options: [] };
  if (kind === 'place')
    return optionsOfPlaces(await pageObservatory.places(question, options), texts.place, level, isOfPlace);
  return optionsOfIndicators(await pageObservatory.manifest(question, options), lang);
}

/** Of a text that both say, that of the page. */
function together(texts: AttributeTexts, told: Readonly<Record<string, string>>): AttributeTexts {
  const pages = Object.entries(texts).filter(([, text]) => text !== '');
  return { ...texts, ...told, ...Object.fromEntries(pages) };
}

/** The texts of a filter, with what the manifest says of its indicator; by its first breakdown, where the page names none. */
export async function textsOf(wanted: Asked, options: AskOptions): Promise<AttributeTexts> {
  const { indicator, place, where } = wanted.texts;
  const question = manifestOf(wanted);
  const asked = {
    ...question,
    indicator,
    place,
    where,
    lang: wanted.lang,
    byParts: false,
    by: wanted.texts.by,
  };
  const told = await askIndicator(pageObservatory, asked, options);
  const { breakdowns = [] } = indicatorOf(await pageObservatory.manifest(question, options), indicator);
  const [first = ''] = breakdowns.map((each) => (typeof each === 'string' ? each : each.column));
  const otherwise = otherwiseOf(wanted.texts, told);
  // What the page narrows by is in the condition of the manifest already.
  const texts = together({ ...wanted.texts, where: '', place: '' } as AttributeTexts, { by: first, ...told });
  return otherwise ? { ...texts, otherwise } : texts;
}
