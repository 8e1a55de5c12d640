import type { PortalReply, Report } from '../support/push-down-law.js';
import { ReportDatabase } from './report-database.js';

/** What the service can and does. */
export interface Service {
  readonly applies: boolean;
  /** Rows it gives at once, with a link to the next. */
  readonly page: number;
}

const said = (body: unknown, status = 200): PortalReply => ({ status, body: JSON.stringify(body) });
const refused = (message: string, status = 400): PortalReply =>
  said({ error: { code: '', message } }, status);

const TOKEN = /\s*('(?:[^']|'')*'|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|[()])/uy;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`nobody understands ${text}`);
    tokens.push(found[1] ?? '');
  }
  return tokens;
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', le: '<=', gt: '>', ge: '>=' };

/** A filter as SQL with OData's two truths: nothing is less than nothing, and it is unequal to all that is. */
function sqlOf(filter: string): string {
  const tokens = tokensOf(filter);
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token = '', operator = '', value = ''] = tokens.slice(at, at + 3);
    if (/^(and|or|not|\(|\))$/.test(token)) parts.push(token);
    else {
      const literal = value === 'null' ? 'NULL' : value;
      if (operator === 'eq') parts.push(`(${token} IS ${literal})`);
      else if (operator === 'ne') parts.push(`(${token} IS NOT ${literal})`);
      else if (SIGNS[operator]) parts.push(`COALESCE(${token} ${SIGNS[operator]} ${literal}, 0)`);
      else throw new Error(`nobody understands ${operator}`);
      at += 2;
    }
  }
  return parts.join(' ');
}

/** The text within the brackets that open at this place, and what follows them. */
function bracketed(text: string, open: number): { inner: string; rest: string } {
  let [depth, quoted] = [0, false];
  for (let at = open; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')' && --depth === 0)
      return { inner: text.slice(open + 1, at), rest: text.slice(at + 1) };
  }
  throw new Error('a bracket is open');
}

function splitOutside(text: string): string[] {
  const parts = [''];
  let [depth, quoted] = [0, false];
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    if (!quoted && char === '(') depth++;
    if (!quoted && char === ')') depth--;
    if (char === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function aggregatesOf(text: string): string {
  return text
    .split(',')
    .map((each) => {
      const [, counted] = /^\$count as (\w+)$/.exec(each) ?? [];
      const [, column, method, alias] = /^(\S+) with (\w+) as (\w+)$/.exec(each) ?? [];
      return counted === undefined
        ? `${method ?? '?'}(${column ?? '?'}) AS ${alias ?? '?'}`
        : `count(*) AS ${counted}`;
    })
    .join(', ');
}

/** One transformation after the other: filter, groupby, aggregate, concat. */
function apply(database: ReportDatabase, text: string, where: string): object[] {
  const [, name = ''] = /^(\w+)\(/.exec(text) ?? [];
  const { inner, rest } = bracketed(text, name.length);
  if (name === 'filter')
    return apply(database, rest.slice(1), `${where}${where && ' and '}(${sqlOf(inner)})`);
  if (name === 'concat') return splitOutside(inner).flatMap((part) => apply(database, part, where));
  const isGrouped = name === 'groupby';
  const groups = isGrouped ? bracketed(inner, 0).inner : '';
  const aggregates = isGrouped ? bracketed(inner, inner.indexOf('aggregate(') + 9).inner : inner;
  const columns = [groups, aggregatesOf(aggregates)].filter(Boolean).join(', ');
  const { names, values } = database.select(columns, where, isGrouped ? ` GROUP BY ${groups}` : '');
  return values.map((row) => Object.fromEntries(names.map((each, index) => [each, row[index] ?? null])));
}

/** An entity set of police reports. */
export function odataService(service: Service): (rows: readonly Report[]) => (url: URL) => PortalReply {
  return (rows) => {
    const database = new ReportDatabase(rows);
    const context = 'https://datos.example/odata/$metadata#Denuncias';
    return (url) => {
      // To OData a plus is a plus.
      const given = new Map(
        url.search
          .slice(1)
          .split('&')
          .filter(Boolean)
          .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
      );
      try {
        const transformation = given.get('$apply');
        if (transformation !== undefined && !service.applies) return refused('$apply is not supported', 501);
        if (transformation !== undefined)
          return said({ '@odata.context': context, value: apply(database, transformation, '') });
        const filter = given.get('$filter');
        const columns = given.get('$select') ?? 'anio,mes,lugar,tipo,cantidad,monto';
        const { names, values } = database.select(columns, filter === undefined ? '' : sqlOf(filter));
        const from = Number(given.get('$skiptoken') ?? 0);
        const page = values.slice(from, from + service.page);
        const next = new URL(url);
        next.searchParams.set('$skiptoken', String(from + page.length));
        return said({
          '@odata.context': context,
          ...(given.get('$count') === 'true' && { '@odata.count': values.length }),
          value: page.map((row) => ({
            '@odata.etag': 'W/"1"',
            ...Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])),
          })),
          ...(from + page.length < values.length && {
            '@odata.nextLink': `${next.pathname}${next.search.replaceAll('+', '%20')}`,
          }),
        });
      } catch (error) {
        return refused(String(error));
      }
    };
  };
}
