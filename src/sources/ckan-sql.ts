import { canGroup, groupColumns, measuredColumns, partialsOf, type Partial } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { looksLikeCode, looksLikeYears } from '../table/code-column.js';
import { exactFilters } from './push-down.js';

/** How many cells the page would read otherwise than the database: where there are any, it must read them itself. */
export const ODD = 'obs_odd';

/** No name of a column that CKAN lets in has these; a colon is a parameter to some versions, a semicolon an end. */
const NOT_QUOTABLE = /[":;%\p{Cc}]/u;
const BLANK = String.raw`'^\s*$'`;
const FILLED = String.raw`'\S'`;
/** A number that can be written in one notation only. */
const PLAIN = String.raw`'^\s*-?(0|[1-9][0-9]{0,14})([.]([0-9]{1,2}|[0-9]{4,15}))?\s*$'`;
/** What may say that there is no number (see `readAbsent`), and some more. */
const ABSENT = String.raw`'^\s*(-{1,2}|[–—]|[.]{1,3}|…|:.{0,2}|[sn][./]?[dai][.]?|null|none|nan|#n.[ad]|sin (dato|registro)|.{0,2}[zcx]|no aplica|<.{0,3})\s*$'`;

const quoted = (name: string): string => `"${name}"`;
const textOf = (name: string): string => `${quoted(name)}::text`;

/** What tells that the page reads a cell otherwise: in a column of amounts all but plain numbers, else absences. */
function oddIn(name: string, isAmount: boolean): string {
  const text = textOf(name);
  return isAmount ? `NOT (${text} ~ ${PLAIN} OR ${text} ~ ${BLANK})` : `${text} ~* ${ABSENT}`;
}

function expressionOf({ alias, how, column }: Partial): string {
  if (column === null) return `count(*) AS ${quoted(alias)}`;
  const text = textOf(column);
  const value =
    how === 'count' ? `WHEN ${text} ~ ${FILLED} THEN 1` : `WHEN ${text} ~ ${PLAIN} THEN ${text}::numeric`;
  return `${how}(CASE ${value} END) AS ${quoted(alias)}`;
}

/** Rows that may be wanted: the page filters again, and takes the space around a text away before. */
function conditionsOf(query: Query): string[] {
  return exactFilters(query)
    .filter(({ values }) => !values.some((value) => NOT_QUOTABLE.test(value)))
    .map(({ column, values }) => {
      const each = values.map((value) => `strpos(${textOf(column)}, '${value.replaceAll("'", "''")}') > 0`);
      return `(${each.join(' OR ')})`;
    });
}

/**
 * The question as SQL, for `datastore_search_sql`; `undefined` where the page must have the rows. Text is cast to
 * numbers, since most tables hold texts alone; aggregates and `strpos` are on CKAN's list of functions.
 */
export function sqlOf(query: Query, resource: string): string | undefined {
  if (!canGroup(query)) return undefined;
  const partials = partialsOf(query);
  const groups = groupColumns(query);
  const amounts = new Set(partials.filter(({ how }) => how !== 'count').map(({ column }) => column));
  const measured = measuredColumns(query);
  if ([...groups, ...measured, resource].some((name) => name === '' || NOT_QUOTABLE.test(name)))
    return undefined;
  // The page would take them for codes or years, which nobody adds up.
  if (measured.some((name) => looksLikeCode(name, []) || looksLikeYears(name, []))) return undefined;
  const odd = measured.map((name) => oddIn(name, amounts.has(name)));
  const columns = [...groups.map(quoted), ...partials.map(expressionOf)];
  if (odd.length > 0) columns.push(`count(CASE WHEN ${odd.join(' OR ')} THEN 1 END) AS ${quoted(ODD)}`);
  const conditions = conditionsOf(query);
  return [
    `SELECT ${columns.join(', ')} FROM ${quoted(resource)}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(groups.length > 0 ? [`GROUP BY ${groups.map(quoted).join(', ')}`] : []),
  ].join(' ');
}
