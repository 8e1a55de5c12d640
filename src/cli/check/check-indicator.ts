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
import type { Checked } from './finding.js';

type Indicator = NonNullable<Manifest['indicators']>[number];
type Resource = Manifest['resources'][number];

/** Asks for an indicator as a card would: whether its columns are there, its conditions hold for some row. */
export async function checkIndicator(
  manifest: Manifest,
  indicator: Indicator,
  resource: Resource,
  base: URL,
  places: Places,
  options: ReadOptions,
  words: Words,
): Promise<Checked> {
  const { name } = indicator;
  try {
    const texts = indicatorTexts({
      ...{ manifest, indicator, places, place: undefined, byParts: false },
      ...{ base: (await askable(base)).href, lang: words.lang },
    });
    const question = await indicatorQuestion(resource, base, texts, options);
    const { table } = await pageEngine.ask(question, { signal: options.signal });
    const measures = columnsOf(table, 'measure');
    const hasValue = measures.some(
      (column) => column.kind === 'number' && column.values.some((value) => !Number.isNaN(value)),
    );
    return hasValue
      ? { findings: [], tested: [] }
      : { findings: [{ code: 'indicator-empty', indicator: name }], tested: [] };
  } catch (reason) {
    options.signal.throwIfAborted();
    const message = tellError(asDataError(reason), words);
    return { findings: [{ code: 'indicator-fails', indicator: name, message }], tested: [] };
  }
}
