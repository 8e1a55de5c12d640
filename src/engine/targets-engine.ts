import { asDataError } from '../errors.js';
import { indicatorTexts } from '../observatory/indicator-texts.js';
import { localised } from '../observatory/localised.js';
import { indicatorOf, resourceOf, type Manifest } from '../observatory/manifest.js';
import { publisherOf } from '../observatory/publisher.js';
import { NO_PLACES, placeOf, type Places } from '../observatory/places.js';
import { isByPopulation } from '../observatory/population-text.js';
import type { Indicator } from '../observatory/schema-indicator.js';
import type { Target } from '../observatory/schema-plan.js';
import { placeNameOf, targetsFor } from '../observatory/target-texts.js';
import type { TargetValues } from '../observatory/target-values.js';
import { toSeries } from '../query/series.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { fromRows } from '../table/rows.js';
import { shownDecimals } from '../text/value.js';
import { ALL_ROWS } from './all-rows.js';
import type { Answer, AskOptions, Engine, Question } from './engine.js';
import { manifestQuestion, readObservatoryQuestion } from './observatory-question.js';
import { pageEngine } from './page-engine.js';
import { pageObservatory } from './page-observatory.js';
import { askedBy, sourceOf } from './resource-question.js';

/** The targets of a plan with their values; its table has one row for each value that the plan sets. */
export interface TargetsAnswer extends Answer {
  readonly targets: readonly TargetValues[];
}

interface Asked {
  readonly manifest: Manifest;
  readonly places: Places;
  readonly base: string;
  readonly lang: string;
  /** What it says of limits and hosts holds for the values as well. */
  readonly question: Question;
}

/** A count or a sum can be told for longer periods than its source has; any other measure only for those it has. */
const ADDITIVE = /^\s*(sum|count)\s*\(/i;

/** The time of the question: in periods as long as those of the target, where they can be made. */
function timeFor({ time = '', numerator }: Indicator, { baseline }: Target): string {
  const length = readIsoPeriod(baseline.period)?.length;
  const canWiden = ADDITIVE.test(numerator) && length !== undefined && length !== 'day' && !/\(/.test(time);
  return canWiden && time !== '' ? `${length}(${time})` : time;
}

/** The question for the values of a target: that of its indicator and place, in the target's own periods. */
function questionFor(asked: Asked, indicator: Indicator, target: Target): Question {
  const { manifest, places, base, lang, question: limits } = asked;
  const place = target.place === undefined ? undefined : placeOf(places, target.place);
  const texts = indicatorTexts({ manifest, base, lang, indicator, places, place, where: '', byParts: false });
  const resource = resourceOf(manifest, indicator);
  return {
    ...ALL_ROWS,
    ...manifestQuestion(limits),
    ...(resource ? sourceOf(resource, base) : { src: base, source: {} }),
    ...askedBy(texts),
    time: timeFor(indicator, target),
    series: true,
  };
}

async function valuesOf(asked: Asked, target: Target, options: AskOptions): Promise<TargetValues> {
  const { manifest, places, lang } = asked;
  const indicator = indicatorOf(manifest, target.indicator);
  const resource = resourceOf(manifest, indicator);
  const said = {
    target,
    indicator,
    place: placeNameOf(target, places, localised(manifest.places?.whole, lang)),
    source: localised(resource?.sources?.[0]?.title, lang),
  };
  try {
    const { table } = await pageEngine.ask(questionFor(asked, indicator, target), options);
    const [series] = toSeries(table);
    const decimals = series ? shownDecimals(series.measure, indicator.decimals) : (indicator.decimals ?? 0);
    return { ...said, series: series?.observations ?? [], decimals };
  } catch (reason) {
    if (options.signal.aborted) throw options.signal.reason;
    return { ...said, series: [], decimals: indicator.decimals ?? 0, error: asDataError(reason) };
  }
}

/** The targets as rows: what the plan sets for each period, and the value that there is for it. */
function rowsOf(all: readonly TargetValues[], lang: string): string[][] {
  return all.flatMap(({ target, place, series }) => {
    const { indicator, path, plan, responsible } = target;
    return path.map(({ period, value }) => {
      const found = series.find((each) => each.period.text === period)?.value ?? NaN;
      const reached = Number.isNaN(found) ? '' : String(found);
      return [
        ...[indicator, place, period, String(value), reached],
        ...[localised(plan, lang), localised(responsible, lang)],
      ];
    });
  });
}

async function answer(question: Question, options: AskOptions): Promise<TargetsAnswer> {
  const { indicator, place: wanted, lang } = readObservatoryQuestion(question);
  const told = manifestQuestion(question);
  const manifest = await pageObservatory.manifest(told, options);
  const named = indicator.trim() === '' ? undefined : indicatorOf(manifest, indicator).name;
  const ofIndicator = targetsFor(manifest, named);
  const isRated = ({ indicator: name }: Target): boolean => isByPopulation(indicatorOf(manifest, name));
  const isPlaced = wanted !== '' || ofIndicator.some((each) => each.place !== undefined || isRated(each));
  const places = isPlaced ? await pageObservatory.places(told, { signal: options.signal }) : NO_PLACES;
  const asked = { manifest, places, base: told.url, lang, question };
  const code = wanted !== '' && places.size > 0 ? placeOf(places, wanted).code : undefined;
  const targets = ofIndicator.filter(({ place }) => code === undefined || place === code);
  const all = await Promise.all(targets.map((target) => valuesOf(asked, target, options)));
  const publisher = publisherOf(manifest);
  const [names, rows] = [
    ['indicator', 'place', 'period', 'target', 'value', 'plan', 'responsible'],
    rowsOf(all, lang),
  ];
  const publisherName = localised(publisher?.title, lang);
  const href = publisher?.path ?? manifest.homepage;
  return {
    targets: all,
    table: await fromRows(names, rows),
    provenance: {
      url: told.url,
      host: new URL(told.url).host,
      metadata: { ...(publisherName !== '' && { publisher: publisherName }), ...(href && { href }) },
      fetchedAt: Date.now(),
    },
  };
}

/** Answers how far an observatory's targets are: the values come by the very questions of any other figure. */
export const targetsEngine: Engine = {
  async ask(question, options): Promise<TargetsAnswer> {
    try {
      return await answer(question, options);
    } catch (reason) {
      throw options.signal.aborted ? options.signal.reason : asDataError(reason);
    }
  },
};
