import { asDataError } from '../errors.js';
import { prepareQuery, runQuery } from '../query/run-query.js';
import type { Query } from '../query/query.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import { protocolOfAddress } from '../sources/protocol-of.js';
import type { Notice } from '../table/notice.js';
import { withNotices, type Table } from '../table/table.js';
import { completeQuery } from './complete-query.js';
import type { Answer, AskOptions, Engine, Question } from './engine.js';
import { parseQuestion } from './parse-question.js';
import { readSource } from './read-source.js';

/** As long as a reply is kept, so is what was made of it. */
const LIFETIME = 5 * 60_000;

/**
 * What decides which rows are read: questions that differ only in what they make of them share the reading.
 * A portal that filters and chooses columns itself gives each question its own rows.
 */
function readingKey({ src, base, protocol, source, limits }: Question, query: Query): string {
  const address = dataUrl(src, base);
  const spoken = protocol ?? protocolOfAddress(address);
  const asked = spoken === 'ckan' || spoken === 'dkan' ? { ...query, sort: [], limit: 0 } : undefined;
  return JSON.stringify([address.href, spoken, source, limits, asked]);
}

/**
 * Answers in the page's own thread, in slices that let it breathe. Whoever asks the same question gets the same
 * answer, from one request and one reading.
 */
class PageEngine implements Engine {
  readonly #answers = new SharedTasks<Answer>(LIFETIME, 64);
  readonly #readings = new SharedTasks<Answer>(LIFETIME, 8);

  async ask(question: Question, { signal, fresh = false }: AskOptions): Promise<Answer> {
    const key = JSON.stringify(question);
    if (fresh) this.#answers.forget(key);
    try {
      return await this.#answers.run(key, signal, (shared) => this.#answer(question, shared, fresh));
    } catch (reason) {
      if (signal.aborted) throw reason;
      throw asDataError(reason);
    }
  }

  async #answer(question: Question, signal: AbortSignal, fresh: boolean): Promise<Answer> {
    const query = await parseQuestion(question);
    const key = readingKey(question, query);
    if (fresh) this.#readings.forget(key);
    const [run, { table, provenance }] = await Promise.all([
      prepareQuery(query),
      this.#readings.run(key, signal, (shared) => readSource(question, query, shared)),
    ]);
    // Nothing can be missing from nothing: a source without rows is empty, whatever was asked of it.
    if (table.length === 0) return { table, provenance };
    const completed = question.series ? completeQuery(query, table) : { query, notices: [] };
    const answer = question.series ? await runQuery(table, completed.query) : run(table);
    const notices = [...completed.notices, ...(await noticesOnEmpty(answer, table, query))];
    return { table: withNotices(answer, notices), provenance };
  }
}

async function noticesOnEmpty(answer: Table, source: Table, query: Query): Promise<readonly Notice[]> {
  if (answer.length > 0 || !query.where) return [];
  const { explainEmpty } = await import('./explain-empty.js');
  return explainEmpty(source, query);
}

/** One engine a page, whoever loads it. */
export const pageEngine: Engine = new PageEngine();
