import { pageEngine } from '../../engine/page-engine.js';
import { asDataError } from '../../errors.js';
import type { Manifest } from '../../observatory/manifest.js';
import { columnsOf, type Table } from '../../table/table.js';
import { indicatorQuestion, textsOf } from '../indicator-question.js';
import { tellError } from '../tell-error.js';
import type { Opened } from '../open-manifest.js';
import { checkDrift } from './check-drift.js';
import type { Checking } from './check-resource.js';
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
  { name }: Indicator,
  resource: Resource,
  { base, options, words }: Checking,
  against: Opened | undefined,
): Promise<Finding[]> {
  try {
    const texts = await textsOf(base, { indicator: name, place: '', lang: words.lang }, options);
    const question = await indicatorQuestion(resource, base, texts, options);
    // What is hidden from readers is checked as it is.
    const { table } = await pageEngine.ask({ ...question, suppressUnder: '' }, { signal: options.signal });
    if (!hasValues(table)) return [{ code: 'indicator-empty', indicator: name }];
    const most = resource.governance?.thresholds?.drift;
    return against ? await checkDrift(table, name, most, against, options.signal) : [];
  } catch (reason) {
    options.signal.throwIfAborted();
    const message = tellError(asDataError(reason), words);
    return [{ code: 'indicator-fails', indicator: name, message }];
  }
}
