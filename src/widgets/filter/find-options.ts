import type { AskOptions, Engine, Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import type { Kind } from '../../selection/selection.js';
import type { Period } from '../../table/period.js';
import { questionOf, type AttributeTexts } from '../figure/question-of.js';
import { optionsOfBreakdown, optionsOfPeriods, type Found } from './filter-model.js';
import type { Asked } from './wanted.js';

/** Who answers, and who writes periods. */
export interface Engines {
  readonly data: Engine;
  readonly write: (period: Period) => string;
}

/** Fetched by those filters that ask an observatory: it brings what reads manifests. */
const observatory = (): Promise<typeof import('./ask-observatory.js')> => import('./ask-observatory.js');

/** Only what there is to choose from: no figures are asked for. */
function askedOf(kind: Kind, texts: AttributeTexts): Question {
  const asked = questionOf(texts, '', true);
  const plain = {
    ...asked,
    value: 'count()',
    per: '',
    interval: '',
    reporting: '',
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

/** What there is to choose from. Fails with a DataError. */
export async function findOptions(
  wanted: Asked,
  { data, write }: Engines,
  options: AskOptions,
): Promise<Found> {
  const { kind, texts, hosts } = wanted;
  if (kind === 'indicator' || (kind === 'place' && texts.src === ''))
    return (await observatory()).optionsOf(wanted, options);
  const told = texts.indicator === '' ? texts : await (await observatory()).textsOf(wanted, options);
  // A file that the page names goes before what the observatory has.
  const otherwise = texts.snapshot === '' ? told.otherwise : { src: texts.snapshot };
  const { table } = await data.ask({ ...askedOf(kind, { ...told, otherwise }), hosts }, options);
  return kind === 'period' ? optionsOfPeriods(table, write) : optionsOfBreakdown(table);
}
