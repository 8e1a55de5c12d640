import { toSeries } from '../../src/query/series.js';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { en } from '../../src/text/en.js';
import { trend as es } from '../../src/text/es/trend.js';
import { summarise } from '../../src/text/summary/summarise.js';
import { shownDecimals } from '../../src/text/value.js';
import type { Words } from '../../src/text/words.js';
import { allWords } from '../support/all-words.js';
import { ask } from '../support/answer.js';
import type { Golden } from './summary-golden.js';

export const wordsOf = ({ lang }: Golden): Words => allWords(lang === 'en' ? en : undefined);

/** The answer to a golden table's question. */
export async function answered({ rows, asked }: Golden): Promise<Table> {
  const [names = [], ...cells] = rows.split('\n').map((line) => line.split(';'));
  return ask(await fromRows(names, cells), { series: true, ...asked });
}

export const decimalsOf = (table: Table, { decimals }: Golden): number =>
  Math.max(...toSeries(table).map(({ measure }) => shownDecimals(measure, decimals)));

/** What is said of a golden table. */
export async function said(golden: Golden): Promise<string> {
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
