import { askIndicator } from '../../engine/ask-indicator.js';
import type { AskOptions, Engine, Question } from '../../engine/engine.js';
import type { ObservatoryEngine } from '../../engine/observatory.js';
import { DataError } from '../../errors.js';
import { indicatorOf } from '../../observatory/manifest.js';
import type { Kind } from '../../selection/selection.js';
import type { Period } from '../../table/period.js';
import { questionOf, type AttributeTexts } from '../figure/question-of.js';
import {
  optionsOfBreakdown,
  optionsOfIndicators,
  optionsOfPeriods,
  optionsOfPlaces,
  type Found,
} from './filter-model.js';

/** What a filter asks: the texts of its attributes, and where the manifest is. */
export interface Wanted {
  readonly kind: Kind;
  readonly texts: AttributeTexts & { readonly indicator: string; readonly place: string };
  readonly level: string;
  readonly lang: string;
  /** The language that periods are written in: another one once its words are there. */
  readonly written: string;
  /** The address of the manifest; `''` where the options are of data that the page names itself. */
  readonly url: string;
}

/** With the lists of hosts that hold where the filter stands. */
type Asked = Wanted & { readonly hosts: readonly string[] };

/** Who answers, and who writes periods. */
export interface Engines {
  readonly data: Engine;
  readonly observatory: ObservatoryEngine;
  readonly write: (period: Period) => string;
}

/** Of a text that both say, that of the page. */
function together(texts: Wanted['texts'], told: Readonly<Record<string, string>>): AttributeTexts {
  const pages = Object.entries(texts).filter(([, text]) => text !== '');
  return { ...texts, ...told, ...Object.fromEntries(pages) };
}

/** Only what there is to choose from: no figures are asked for. */
function askedOf(kind: Kind, texts: AttributeTexts): Question {
  const asked = questionOf(texts, '', true);
  const plain = {
    ...asked,
    value: 'count()',
    per: '',
    interval: '',
    sort: '',
    limit: '',
    status: '',
    breaks: '',
  };
  if (kind === 'period') return { ...plain, by: '' };
  if (asked.by.trim() === '') {
    const expected = ['by="…"'];
    throw new DataError('bad-attribute', { attribute: 'by', value: '', expected });
  }
  return { ...plain, time: '', series: false };
}

async function texted(wanted: Asked, { observatory }: Engines, options: AskOptions): Promise<AttributeTexts> {
  const { texts, url, lang, hosts } = wanted;
  if (texts.indicator === '') return texts;
  const { maxBytes, timeout, firstByteTimeout, stallTimeout, indicator, place, where } = texts;
  const limits = { url, hosts, maxBytes, timeout, firstByteTimeout, stallTimeout };
  const told = await askIndicator(
    observatory,
    { ...limits, indicator, place, where, lang, byParts: false },
    options,
  );
  const { breakdowns = [] } = indicatorOf(await observatory.manifest(limits, options), indicator);
  const [first = ''] = breakdowns.map((each) => (typeof each === 'string' ? each : each.column));
  // What the page narrows by is in the condition of the manifest already.
  return together({ ...texts, where: '', place: '' }, { by: first, ...told });
}

/** What there is to choose from. Fails with a DataError. */
export async function findOptions(wanted: Asked, engines: Engines, options: AskOptions): Promise<Found> {
  const { kind, texts, url, lang, level, hosts } = wanted;
  const isOfManifest = kind === 'indicator' || (kind === 'place' && texts.src === '');
  if (isOfManifest) {
    const { maxBytes, timeout, firstByteTimeout, stallTimeout } = texts;
    const limits = { url, hosts, maxBytes, timeout, firstByteTimeout, stallTimeout };
    if (kind === 'place')
      return optionsOfPlaces(await engines.observatory.places(limits, options), texts.place, level);
    return optionsOfIndicators(await engines.observatory.manifest(limits, options), lang);
  }
  const asked = askedOf(kind, await texted(wanted, engines, options));
  const { table } = await engines.data.ask({ ...asked, hosts }, options);
  return kind === 'period' ? optionsOfPeriods(table, engines.write) : optionsOfBreakdown(table);
}
