import {
  parseLimit,
  parseMeasures,
  parseNames,
  parsePer,
  parseSort,
  parseTime,
} from '../query/parse-list.js';
import type { Query } from '../query/query.js';
import type { Question } from './engine.js';

/** The texts of a question as a query; the grammar of conditions is loaded only where there is one. */
export async function parseQuestion(question: Question): Promise<Query> {
  const { value, time, by, where, per, sort, limit, status } = question;
  const { parseWhere } =
    where.trim() === '' ? { parseWhere: undefined } : await import('../query/parse-where.js');
  return {
    measures: parseMeasures(value),
    ...parseTime(time),
    by: parseNames(by),
    ...(parseWhere && { where: parseWhere(where) }),
    ...(per.trim() !== '' && { per: parsePer(per) }),
    sort: parseSort(sort),
    ...(limit.trim() !== '' && { limit: parseLimit(limit) }),
    ...(status.trim() !== '' && { status: parseNames(status)[0] ?? status }),
  };
}
