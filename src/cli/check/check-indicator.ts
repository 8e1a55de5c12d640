import { pageEngine } from '../../engine/page-engine.js';
import { asDataError } from '../../errors.js';
import { indicatorTexts } from '../../observatory/indicator-texts.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Places } from '../../observatory/places.js';
import { columnsOf } from '../../table/table.js';
import { askable } from '../local-files.js';
import { indicatorQuestion } from '../indicator-question.js';
import type { ReadOptions } from '../read-resource.js';
import { tellError } from '../tell-error.js';
import type { Words } from '../words/words.js';
import type { Table } from '../../table/table.js';
import type { Opened } from '../open-manifest.js';
import { checkDrift } from './check-drift.js';
import type { Finding } from './finding.js';

type Indicator = NonNullable<Manifest['indicators']>[number];
type Resource = Manifest['resources'][number];

function hasValues(table: Table): boolean {
  return columnsOf(table, 'measure').some(
    (column) => column.kind === 'number' && column.values.some((value) => !Number.isNaN(value)),
  );
}

/**
 * Asks for an indicator as a card would: whether its columns are there, its conditions hold for some row, and how it
 * has changed since an earlier snapshot, if one is told.
 */
export async function checkIndicator(
  manifest: Manifest,
  indicator: Indicator,
  resource: Resource,
  base: URL,
  places: Places,
  options: ReadOptions,
  words: Words,
  against: Opened | undefined,
): Promise<Finding[]> {
  const { name } = indicator;
  try {
    const texts = indicatorTexts({
      ...{ manifest, indicator, places, place: undefined, byParts: false },
      ...{ base: (await askable(base)).href, lang: words.lang },
    });
    const question = await indicatorQuestion(resource, base, texts, options);
    const { table } = await pageEngine.ask(question, { signal: options.signal });
    if (!hasValues(table)) return [{ code: 'indicator-empty', indicator: name }];
    const most = resource.governance?.thresholds?.drift;
    return against ? await checkDrift(table, name, most, against, options.signal) : [];
  } catch (reason) {
    options.signal.throwIfAborted();
    const message = tellError(asDataError(reason), words);
    return [{ code: 'indicator-fails', indicator: name, message }];
  }
}
