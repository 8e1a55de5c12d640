import { asDataError } from '../errors.js';
import { prepareQuery, runQuery } from '../query/run-query.js';
import type { Limits } from '../request/limits.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import { withNotices } from '../table/table.js';
import type { Answer, AskOptions, Engine, Question } from './engine.js';
import { limitsOf, parseQuestion } from './parse-question.js';
import { readSource, toldProtocol } from './read-source.js';
import type { Rows } from './reading.js';

/** A page is open for minutes: within five, what was read is not asked for again. */
const LIFETIME = 5 * 60_000;

/**
 * What decides which rows are read: questions that differ only in what they make of them share the reading.
 * A portal that filters and chooses columns itself gives each question its own rows. Who waits longer, or takes more,
 * than another reads for itself.
 */
function readingKey(question: Question, limits: Limits): string {
  const { src, base, source } = question;
  const protocol = toldProtocol(question);
  const isFile = protocol === 'csv' || protocol === 'json';
  // What is compared is made of the same rows.
  const asked = !isFile && { ...question, compared: undefined };
  return JSON.stringify([dataUrl(src, base).href, protocol, source, limits, asked]);
}

/**
 * Answers in the page's own thread, in slices that let it breathe. Questions on the same data
 * share one request and one reading, whoever asks them.
 */
class PageEngine implements Engine {
  readonly #readings = new SharedTasks<Rows>(LIFETIME, 8);

  async ask(question: Question, { signal, fresh = false }: AskOptions): Promise<Answer> {
    try {
      return await this.#answer(question, signal, fresh);
    } catch (reason) {
      throw signal.aborted ? signal.reason : asDataError(reason);
    }
  }

  async #answer(question: Question, signal: AbortSignal, fresh: boolean): Promise<Answer> {
    if (question.otherwise)
      return (await import('./otherwise.js')).askOtherwise(question, { signal, fresh }, this);
    // Before it joins the others: what is wrong in this question is no failure of theirs.
    const said = limitsOf(question);
    // Most say nothing: they join at once, so that no other question gets in between.
    const limits = said instanceof Promise ? await said : said;
    const key = readingKey(question, limits);
    if (fresh) this.#readings.forget(key);
    const parsing = parseQuestion(question);
    const [query, run, { table, provenance, grouped }] = await Promise.all([
      parsing,
      parsing.then(prepareQuery),
      this.#readings.run(key, signal, async (shared) =>
        readSource(question, await said, parsing, shared, fresh),
      ),
    ]);
    // Nothing can be missing from nothing: a source without rows is empty, whatever was asked of it.
    if (table.length === 0) return { table, provenance };
    if (grouped) return { table: await (await prepareQuery(query, true))(table), provenance };
    const isComplete = !question.series || (query.measures.length > 0 && query.time.length > 0);
    if (isComplete) return { table: await run(table), provenance };
    const { completeQuery } = await import('./complete-query.js');
    const completed = completeQuery(query, table);
    return { table: withNotices(await runQuery(table, completed.query), completed.notices), provenance };
  }
}

/** One engine a page, whoever loads it. */
export const pageEngine: Engine = new PageEngine();
