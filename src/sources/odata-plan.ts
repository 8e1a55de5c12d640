import { canGroup, groupColumns, partialsOf, ROWS, type Partial } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { compileWhere, type WhereDialect } from './compile-where.js';
import { isExact, wantedColumns } from './push-down.js';
import type { Plan } from './source.js';

/** A property's name, as OData writes it without quotes (OData ABNF, `odataIdentifier`). */
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const WORDS = { '=': 'eq', '<>': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const METHODS = { sum: 'sum', min: 'min', max: 'max' } as const;

const isNamed = (column: string): boolean => IDENTIFIER.test(column);
const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;

/**
 * OData's comparisons know two truths, the page's three: a missing value is unequal to anything there. So what is asked
 * keeps more than the page at most, and nothing is asked to be turned round. Types are the server's: of texts that may
 * be numbers or periods nothing is asked.
 */
const DIALECT: WhereDialect = {
  compare(column, op, value) {
    if (!isNamed(column)) return undefined;
    if (!value.isText && /^-?\d+(\.\d+)?$/.test(value.text))
      return { text: `${column} ${WORDS[op]} ${value.text}`, exact: false };
    const isSure = isExact(value) && (op === '=' || op === '<>');
    return isSure ? { text: `${column} ${WORDS[op]} ${quoted(value.text)}`, exact: false } : undefined;
  },
  // A blank text is no value to the page, and one to the server.
  isNull: () => undefined,
};

/** The groups of all rows, and those of the rows that have each measure: the server counts rows, not values. */
function applyOf(query: Query, filter: string | undefined): string {
  const groups = groupColumns(query);
  const grouped = (aggregates: string): string =>
    groups.length === 0
      ? `aggregate(${aggregates})`
      : `groupby((${groups.join(',')}),aggregate(${aggregates}))`;
  const partials = partialsOf(query);
  const made = partials.flatMap(({ alias, how, column }) =>
    column === null || how === 'count' ? [] : [`${column} with ${METHODS[how]} as ${alias}`],
  );
  const counted = partials.filter(({ how, column }) => how === 'count' && column !== null);
  const parts = [
    grouped([`$count as ${ROWS}`, ...made].join(',')),
    ...counted.map(
      ({ alias, column }: Partial) => `filter(${column} ne null)/${grouped(`$count as ${alias}`)}`,
    ),
  ];
  const all = parts.length === 1 ? (parts[0] ?? '') : `concat(${parts.join(',')})`;
  return filter === undefined ? all : `filter(${filter})/${all}`;
}

/** The request for an entity set that answers a question; what the page wrote itself stays as it is. */
export function planEntitySet(address: URL, query: Query, pushDown: boolean): Plan {
  const url = new URL(address);
  const given = url.searchParams;
  const isOwn = ['$apply', '$top', '$skip', '$skiptoken'].some((name) => given.has(name));
  if (!pushDown || isOwn) return { url: url.href, pushedDown: false };
  const asked = (grouped: boolean): Plan => {
    // To OData a plus is a plus, not a space.
    url.search = given.toString().replaceAll('+', '%20');
    return { url: url.href, pushedDown: true, ...(grouped && { grouped }) };
  };
  const filter = query.where && compileWhere(query.where, DIALECT)?.text;
  const canApply = canGroup(query) && groupColumns(query).every(isNamed) && !given.has('$filter');
  const measured = partialsOf(query).every(({ column }) => column === null || isNamed(column));
  if (canApply && measured && !given.has('$select')) {
    given.set('$apply', applyOf(query, filter));
    return asked(true);
  }
  const own = given.get('$filter');
  if (filter !== undefined) given.set('$filter', own === null ? filter : `(${own}) and (${filter})`);
  const columns = wantedColumns(query);
  if (columns.length > 0 && columns.every(isNamed) && !given.has('$select'))
    given.set('$select', columns.join(','));
  if (!given.has('$count')) given.set('$count', 'true');
  return asked(false);
}
