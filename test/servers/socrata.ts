import {
  aggregateOf,
  BadQuery,
  Evaluation,
  splitList,
  type Grammar,
  type Row,
  type Value,
} from './expression.js';
import type { Reply } from './reply.js';

export type SocrataType = 'number' | 'text' | 'calendar_date';

export interface View {
  readonly types: Readonly<Record<string, SocrataType>>;
  readonly rows: readonly Row[];
  /** Rows that one reply has at most, whatever is asked for, without a word; SODA 2.1 has no such limit. */
  readonly most?: number;
  /** The description cannot be had. */
  readonly isUndescribed?: boolean;
  /** A further part of the description. */
  readonly about?: Readonly<Record<string, unknown>>;
}

interface Statement {
  readonly select: string;
  readonly where: string;
  readonly group: string;
  readonly order: string;
  readonly limit: number;
  readonly offset: number;
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const KINDS = { number: 'number', text: 'text', calendar_date: 'date' } as const;

function grammarOf({ types }: View): Grammar {
  const columns = Object.entries(types).map(([name, type]): [string, 'text' | 'number' | 'date'] => [
    name,
    KINDS[type],
  ]);
  return {
    quotes: "'",
    operators: { '=': '=', '!=': '<>', '<>': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
    types: Object.fromEntries(columns),
    call: (name, [value]) => {
      const length = /^date_trunc_(y|ym|ymd)$/.exec(name)?.[1]?.length;
      if (length === undefined || (value !== null && typeof value !== 'string')) throw new BadQuery(name);
      if (value === undefined || value === null) return null;
      return `${[value.slice(0, 4), length > 1 ? value.slice(5, 7) : '01', length > 2 ? value.slice(8, 10) : '01'].join('-')}T00:00:00.000`;
    },
  };
}

/** SODA writes numbers as text, and leaves out what is null. */
function written(row: Readonly<Record<string, Value>>): Record<string, unknown> {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    present.map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
}

const AGGREGATE = /^(sum|avg|min|max|count)\((.*)\)$/s;

/** The cells of one group of rows, as the list of columns has it. */
function selected(select: string, rows: readonly Row[], grammar: Grammar): Readonly<Record<string, Value>> {
  const [first = {}] = rows;
  const cells = splitList(select).map((part): [string, Value] => {
    const [, expression = '', alias] = /^(.*?)(?: as (\w+))?$/is.exec(part) ?? [];
    const [, how, of = ''] = AGGREGATE.exec(expression) ?? [];
    if (how === undefined) {
      return [alias ?? expression.replaceAll('`', ''), new Evaluation(expression, first, grammar).value()];
    }
    const values = rows.map((row) => (of === '*' ? 1 : new Evaluation(of, row, grammar).value()));
    return [alias ?? `${how}_${of}`, aggregateOf(how, values)];
  });
  return Object.fromEntries(cells);
}

function grouped(rows: readonly Row[], group: string, grammar: Grammar): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(splitList(group).map((part) => new Evaluation(part, row, grammar).value()));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function answered(view: View, statement: Statement): Reply {
  const grammar = grammarOf(view);
  const kept = view.rows.filter(
    (row) => statement.where === '' || new Evaluation(statement.where, row, grammar).truth() === true,
  );
  const isAggregate = splitList(statement.select).some((part) =>
    AGGREGATE.test(part.replace(/ as \w+$/i, '')),
  );
  const order = splitList(statement.order);
  let cells: Readonly<Record<string, Value>>[];
  if (statement.group !== '' || isAggregate) {
    if (order.includes(':id')) throw new BadQuery('no :id in groups');
    const groups = statement.group === '' ? [kept] : grouped(kept, statement.group, grammar);
    const keys = splitList(statement.group);
    const bare = splitList(statement.select).filter((part) => !AGGREGATE.test(part.replace(/ as \w+$/i, '')));
    if (bare.some((part) => !keys.includes(part.replace(/ as \w+$/i, '')))) throw new BadQuery('not grouped');
    cells = groups.map((rows) => selected(statement.select, rows, grammar));
  } else if (statement.select === '' || statement.select === '*') cells = [...kept];
  else cells = kept.map((row) => selected(statement.select, [row], grammar));
  // Without an order pages overlap: the rows come in another sequence each time.
  if (order.length === 0 && statement.offset > 0) cells.reverse();
  const { offset, limit } = statement;
  return json(cells.slice(offset, offset + Math.min(limit, view.most ?? limit)).map(written));
}

function statementIn(params: URLSearchParams, isVersion3: boolean): Statement {
  if (!isVersion3) {
    const clause = (name: string): string => params.get(name) ?? '';
    const limit = Number(params.get('$limit') ?? 1000);
    const [select, where, group, order] = ['$select', '$where', '$group', '$order'].map(clause);
    return {
      select: select ?? '',
      where: where ?? '',
      group: group ?? '',
      order: order ?? '',
      limit,
      offset: Number(params.get('$offset') ?? 0),
    };
  }
  const found = /^SELECT (.*?)(?: WHERE (.*?))?(?: GROUP BY (.*?))?(?: ORDER BY (.*?))?$/s.exec(
    params.get('query') ?? '',
  );
  if (!found) throw new BadQuery(params.get('query') ?? '');
  const [, select = '', where = '', group = '', order = ''] = found;
  const limit = Number(params.get('pageSize') ?? 1000);
  return { select, where, group, order, limit, offset: (Number(params.get('pageNumber') ?? 1) - 1) * limit };
}

function described({ types, about }: View, id: string): Reply {
  const columns = Object.entries(types).map(([fieldName, dataTypeName]) => ({
    name: fieldName.toUpperCase(),
    fieldName,
    dataTypeName,
  }));
  return json({ id, name: 'Denuncias', columns, ...about });
}

/** A portal of Socrata: SODA 2.1 and 3, with what both do not say. */
export function socrataServer(view: View): (url: URL) => Reply {
  return (url) => {
    const { pathname, searchParams } = url;
    const id = /\/(\w{4}-\w{4})(?=[./]|$)/.exec(pathname)?.[1] ?? '';
    const missing = { code: 'dataset.missing', error: true, message: 'Not found' };
    if (pathname === `/api/views/${id}.json`) {
      return view.isUndescribed ? json(missing, 404) : described(view, id);
    }
    const isVersion3 = pathname === `/api/v3/views/${id}/query.json`;
    if (!isVersion3 && pathname !== `/resource/${id}.json`) return json(missing, 404);
    if (isVersion3 && !searchParams.has('app_token')) return json({ code: 'authentication_required' }, 403);
    try {
      return answered(view, statementIn(searchParams, isVersion3));
    } catch (reason) {
      if (!(reason instanceof BadQuery)) throw reason;
      const data = { query: url.search };
      return json({ code: 'query.compiler.malformed', error: true, message: reason.message, data }, 400);
    }
  };
}
