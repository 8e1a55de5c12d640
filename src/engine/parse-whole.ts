import { DataError } from '../errors.js';
import { parseNames } from '../query/parse-list.js';
import { parseLimit, parseMeasures, parseSort, parseTime } from '../query/parse-options.js';
import type { Per, Query } from '../query/query.js';
import type { Question } from './engine.js';
import { DECLARED, says } from './parse-question.js';

/** Of the rows, or inhabitants that the page tells with their source. */
async function denominatorIn(per: string): Promise<Per> {
  if (!/^\s*\d+\s+(of|de)\s+'/i.test(per)) return (await import('../query/parse-per.js')).parsePer(per);
  return (await import('../query/parse-population.js')).parsePopulation(per);
}

/** Every text of a question as a query; `plain` is what was read of it already. */
export async function parseWhole(question: Question, plain: Query): Promise<Query> {
  const { value, time, where, per, interval, reporting = '', sort, limit, status } = question;
  const [conditions, intervals, reports, declared] = await Promise.all([
    says(where) && import('../query/parse-where.js'),
    says(interval) && import('../query/parse-interval.js'),
    says(reporting) && import('../query/parse-reporting.js'),
    says(...DECLARED.map((name) => question[name])) && import('../query/parse-declared.js'),
  ]);
  const measures = parseMeasures(value);
  const denominator = says(per) ? await denominatorIn(per) : undefined;
  const query: Query = {
    ...plain,
    ...parseTime(time),
    measures,
    sort: parseSort(sort),
    ...(question.compared && { compared: true }),
    ...(conditions && { where: conditions.parseWhere(where) }),
    ...(denominator && { per: denominator }),
    ...(intervals && { interval: intervals.parseInterval(interval, measures, denominator) }),
    ...(reports && { reporting: reports.parseReporting(reporting) }),
    ...(says(limit) && { limit: parseLimit(limit) }),
    ...(says(status) && { status: parseNames(status)[0] ?? status }),
    ...(declared && { declared: declared.parseDeclared(question, measures) }),
  };
  if (query.time.length < 3) return query;
  throw new DataError('bad-expression', { attribute: 'time', value: time, expected: ['anio', 'anio, mes'] });
}
