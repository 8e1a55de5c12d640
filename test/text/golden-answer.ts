import { peruGrid } from '../../src/sources/peru-departments.js';
import { toSeries } from '../../src/query/series.js';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { en } from '../../src/text/en.js';
import { bars as esBars } from '../../src/text/es/bars.js';
import { map as esMap } from '../../src/text/es/map.js';
import { measures as esMeasures } from '../../src/text/es/measures.js';
import { trend as es } from '../../src/text/es/trend.js';
import { summarise } from '../../src/text/summary/summarise.js';
import { shownDecimals } from '../../src/text/value.js';
import type { Words } from '../../src/text/words.js';
import { makeBars } from '../../src/widgets/bars/bars-model.js';
import { makeMap } from '../../src/widgets/map/map-model.js';
import { stepModel } from '../../src/widgets/map/step-model.js';
import { allWords } from '../support/all-words.js';
import { answerOf, ask, saying } from '../support/answer.js';
import { USUAL } from '../widgets/bars/drawn-text.js';
import type { ComparedGolden } from './compared-golden.js';
import type { Golden } from './golden.js';

export const wordsOf = ({ lang }: Golden): Words => allWords(lang === 'en' ? en : undefined);

/** The answer to a golden table's question. */
export async function answered(golden: Golden | ComparedGolden): Promise<Table> {
  const { rows, asked } = golden;
  const [names = [], ...cells] = rows.split('\n').map((line) => line.split(';'));
  return ask(await fromRows(names, cells), { series: !('figure' in golden), ...asked });
}

export const decimalsOf = (table: Table, { decimals }: Golden): number =>
  Math.max(...toSeries(table).map(({ measure }) => shownDecimals(measure, decimals)));

function saidOfBars(table: Table, golden: ComparedGolden): string {
  const { what, unit = '', asked = {}, options = {}, decimals, lang } = golden;
  const { value = '', per = '' } = asked;
  const messages = lang === 'en' ? en.bars : esBars;
  const wanted = { ...USUAL, value, per, decimals, ...options };
  return makeBars(answerOf(table), saying({ heading: what, unit }), wanted, wordsOf(golden), messages)
    .summary;
}

function saidOfMap(table: Table, golden: ComparedGolden): string {
  const { what, unit = '', asked = {}, decimals, lang } = golden;
  const { value = '', per = '', by = '' } = asked;
  const messages =
    lang === 'en' ? { map: en.map, measures: en.trend.measures } : { map: esMap, measures: esMeasures };
  const texts = { words: wordsOf(golden), ...messages };
  const wanted = { by, value, per, unit, as: 'colour', measureKind: 'rate', interval: '' } as const;
  const classes = { classes: 'quantiles', classCount: 5, decimalsShown: decimals } as const;
  const model = makeMap(answerOf(table), peruGrid(), { ...wanted, ...classes }, texts);
  return stepModel(model, model.lastStep, saying({ heading: what, unit }), texts).summary;
}

/** What is said of a golden table. */
export async function said(golden: Golden | ComparedGolden): Promise<string> {
  if ('figure' in golden) {
    const compared = await answered(golden);
    return golden.figure === 'bars' ? saidOfBars(compared, golden) : saidOfMap(compared, golden);
  }
  const table = await answered(golden);
  const series = toSeries(table);
  const unit = golden.unit ?? series[0]?.measure.unit ?? '';
  const trend = golden.lang === 'en' ? en.trend : es;
  return summarise(
    { what: golden.what, unit, series, decimals: decimalsOf(table, golden) },
    wordsOf(golden),
    trend,
  );
}
