import type { Answer, Engine, Question } from '../src/engine/engine.js';
import { parseQuestion } from '../src/engine/parse-question.js';
import { DataError } from '../src/errors.js';
import { runQuery } from '../src/query/run-query.js';
import { fromRows } from '../src/table/rows.js';
import { withVintages } from '../src/query/vintages.js';
import { readIsoPeriod } from '../src/table/period-iso.js';
import { makeTable, type Table } from '../src/table/table.js';
import type { StorySource } from './data/source.js';

/** When all stories' data were read, so that a story always looks the same. */
const FETCHED_AT = Date.UTC(2026, 0, 26, 15, 30);

/** The answer that the page's own engine would give on the same rows: only the request is left out. */
async function answer(
  { url, names, rows, metadata = {}, total }: StorySource,
  question: Question,
): Promise<Answer> {
  const table = await fromRows(names, rows);
  const isWhole = total === undefined || total <= rows.length;
  const provenance = {
    url,
    host: new URL(url).host,
    metadata,
    fetchedAt: FETCHED_AT,
    ...(!isWhole && { partial: { received: rows.length, total } }),
  };
  if (table.length === 0) return { table, provenance };
  return { table: await runQuery(table, await parseQuestion(question)), provenance };
}

/** Answers from these rows. */
export function answering(source: StorySource): Engine {
  return { ask: (question) => answer(source, question) };
}

/** Answers with this table, whatever is asked. */
export function answeringTable(table: Table): Engine {
  const url = 'https://datos.example/estados.csv';
  const provenance = { url, host: 'datos.example', metadata: {}, fetchedAt: FETCHED_AT };
  return { ask: () => Promise.resolve({ table, provenance }) };
}

/** Is asked and never answers. */
export const silent: Engine = { ask: () => new Promise<never>(() => undefined) };

/** Answers that there are no rows. */
export function emptied(source: StorySource): Engine {
  return answering({ ...source, rows: [] });
}

/** Fails whenever it is asked. */
export function failing(error: DataError): Engine {
  return { ask: () => Promise.reject(error) };
}

/** Answers what is asked for the first time, and fails when it is asked anew: `refresh()` makes a widget stale. */
export function answeringOnce(source: StorySource, error: DataError): Engine {
  return { ask: (question, { fresh }) => (fresh ? Promise.reject(error) : answer(source, question)) };
}

/** A copy that an observatory keeps: of which day, and what the last value was before it. */
interface Copy {
  readonly date: string;
  readonly before?: number;
  readonly isFrozen?: boolean;
}

/** Answers as a snapshot does: because the source failed, or since the page wants that day and no other. */
export function copied(source: StorySource, { date, before, isFrozen = false }: Copy): Engine {
  return {
    ask: async (question) => {
      const { table, provenance } = await answer(source, question);
      const until = readIsoPeriod(date);
      const values = table.columns.find((column) => column.kind === 'number');
      const earlier = values?.kind === 'number' && values.values.with(-1, before ?? NaN);
      const columns = table.columns.map((column) =>
        column === values && earlier ? { ...values, values: earlier } : column,
      );
      const then = makeTable(table.length, columns);
      return {
        table: until && before !== undefined ? withVintages(table, [{ table: then, until }]) : table,
        provenance: { ...provenance, fetchedAt: Date.parse(date), snapshot: { date, isFrozen } },
        ...(!isFrozen && { instead: noReply }),
      };
    },
  };
}

/** The failure that a reader meets most: the source does not answer. */
export const noReply = new DataError('timeout', {
  host: 'datos.example',
  seconds: 20,
  waitedFor: 'firstByte',
});

/** A column that the page misspells: only its owner can mend it. */
export const noColumn = new DataError('missing-column', {
  attribute: 'value',
  value: 'tasas',
  expected: ['anio', 'tasa', 'estado'],
});
