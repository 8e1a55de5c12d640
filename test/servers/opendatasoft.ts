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

export type FieldType = 'int' | 'double' | 'text' | 'date' | 'datetime';

export interface Portal {
  readonly types: Readonly<Record<string, FieldType>>;
  readonly rows: readonly Row[];
  /** Groups of records without a value are left out. */
  readonly dropsNulls?: boolean;
  readonly isUndescribed?: boolean;
  /** More of the data set's record. */
  readonly fields?: Readonly<Record<string, object>>;
  readonly metas?: Readonly<Record<string, unknown>>;
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const KINDS = { int: 'number', double: 'number', text: 'text', date: 'date', datetime: 'date' } as const;

function grammarOf({ types }: Portal): Grammar {
  const fields = Object.entries(types).map(([name, type]): [string, 'text' | 'number' | 'date'] => [
    name,
    KINDS[type],
  ]);
  return {
    quotes: `'"`,
    operators: { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
    types: Object.fromEntries(fields),
  };
}

const AGGREGATE = /^(sum|avg|min|max|count)\((.*)\)$/s;

function selected(select: string, rows: readonly Row[], grammar: Grammar): Readonly<Record<string, Value>> {
  const cells = splitList(select).map((part): [string, Value] => {
    const [, expression = '', alias] = /^(.*?)(?: as (\w+))?$/is.exec(part) ?? [];
    const [, how, of = ''] = AGGREGATE.exec(expression) ?? [];
    if (how === undefined)
      return [alias ?? expression, new Evaluation(expression, rows[0] ?? {}, grammar).value()];
    const values = rows.map((row) => (of === '*' ? 1 : new Evaluation(of, row, grammar).value()));
    return [alias ?? `${how}(${of})`, aggregateOf(how, values)];
  });
  return Object.fromEntries(cells);
}

/** Each group's keys, and what was asked of it. */
function groupsOf(portal: Portal, rows: readonly Row[], select: string, by: string, grammar: Grammar): Row[] {
  const groups = new Map<string, { keys: Row; rows: Row[] }>();
  for (const row of rows) {
    const keys = Object.fromEntries(
      splitList(by).map((field) => [field, new Evaluation(field, row, grammar).value()]),
    );
    if (portal.dropsNulls && Object.values(keys).includes(null)) continue;
    const key = JSON.stringify(keys);
    const group = groups.get(key) ?? { keys, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group.keys, ...selected(select, group.rows, grammar) }));
}

function answered(portal: Portal, params: URLSearchParams, isExport: boolean): Reply {
  const grammar = grammarOf(portal);
  const [select, where, by] = ['select', 'where', 'group_by'].map((name) => params.get(name) ?? '');
  const kept = portal.rows.filter((row) => !where || new Evaluation(where, row, grammar).truth() === true);
  const offset = Number(params.get('offset') ?? 0);
  const limit = Number(params.get('limit') ?? (isExport ? -1 : 10));
  const most = isExport ? Infinity : by ? 20_000 : 100;
  if (limit > most || (!isExport && limit < 0)) throw new BadQuery(`limit must be between 0 and ${most}`);
  if (!isExport && offset + limit >= 10_000 && !by) throw new BadQuery('offset + limit');
  const isAggregate = splitList(select ?? '').some((part) => AGGREGATE.test(part.replace(/ as \w+$/i, '')));
  let rows: readonly Row[];
  if (by) rows = groupsOf(portal, kept, select ?? '', by, grammar);
  // The total, said again for each record that it is made of.
  else if (isAggregate) rows = kept.map(() => selected(select ?? '', kept, grammar));
  else rows = select ? kept.map((row) => selected(select, [row], grammar)) : kept;
  if (isAggregate && !by && kept.length === 0) rows = [selected(select ?? '', [], grammar)];
  const page = rows.slice(offset, limit < 0 ? undefined : offset + limit);
  if (isExport) return json(page);
  return json(by ? { results: page } : { total_count: rows.length, results: page });
}

function described({ types, fields, metas, rows }: Portal, id: string): Reply {
  const listed = Object.entries(types).map(([name, type]) => ({
    ...{ name, type, label: name.toUpperCase(), description: null, annotations: {} },
    ...fields?.[name],
  }));
  const base = { records_count: rows.length, title: 'Denuncias', ...metas };
  return json({ dataset_id: id, fields: listed, metas: { default: base } });
}

/** A portal of Opendatasoft: Explore 2.1, with its limits and what it does not say. */
export function opendatasoftServer(portal: Portal): (url: URL) => Reply {
  return (url) => {
    const [, id, what = ''] =
      /^\/api\/explore\/v2\.1\/catalog\/datasets\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
    const unknown = { message: 'Unknown dataset', error_code: 'UnknownDataset' };
    if (id === undefined || (what === '' && portal.isUndescribed)) return json(unknown, 404);
    if (what === '') return described(portal, id);
    if (!['/records', '/exports/json'].includes(what)) return json(unknown, 404);
    try {
      return answered(portal, url.searchParams, what !== '/records');
    } catch (reason) {
      if (!(reason instanceof BadQuery)) throw reason;
      const message = `ODSQL query is malformed: ${reason.message}`;
      return json({ message, error_code: 'ODSQLError' }, 400);
    }
  };
}
