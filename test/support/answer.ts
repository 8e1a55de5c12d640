import type { Answer, Provenance, Question } from '../../src/engine/engine.js';
import { completeQuery } from '../../src/engine/complete-query.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { runQuery } from '../../src/query/run-query.js';
import { withNotices, type Table } from '../../src/table/table.js';
import type { FrameOptions } from '../../src/widgets/figure/frame-model.js';
import { question } from './question.js';

/** What nobody has said anything about. */
export const UNSAID: FrameOptions = {
  heading: '',
  place: '',
  unit: '',
  per: '',
  sourceName: '',
  sourceHref: '',
  license: '',
  updatedOn: '',
  expectedLag: '',
  baseURI: 'https://observatorio.example/pagina.html',
};

export function saying(said: Partial<FrameOptions>): FrameOptions {
  return { ...UNSAID, ...said };
}

/** A table as an answer, asked for on 5 December 2024 at noon in Lima. */
export function answerOf(table: Table, provenance: Partial<Provenance> = {}): Answer {
  const url = 'https://datos.example/homicidios.csv';
  const fetchedAt = Date.UTC(2024, 11, 5, 17);
  return { table, provenance: { url, host: 'datos.example', metadata: {}, fetchedAt, ...provenance } };
}

/** What the engine does once the rows are there: the attributes' texts as a query, completed, run. */
export async function ask(table: Table, asked: Partial<Question>): Promise<Table> {
  const wanted = question('https://datos.example/a.csv', asked);
  const parsed = await parseQuestion(wanted);
  const { query, notices } = wanted.series ? completeQuery(parsed, table) : { query: parsed, notices: [] };
  return runQuery(withNotices(table, notices), query);
}
