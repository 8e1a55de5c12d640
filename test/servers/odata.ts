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

export type EdmType = 'Edm.String' | 'Edm.Int32' | 'Edm.Double' | 'Edm.Date';

export interface Service {
  readonly types: Readonly<Record<string, EdmType>>;
  readonly rows: readonly Row[];
  /** Rows of one page. */
  readonly page?: number;
  /** What the service makes of `$apply`. */
  readonly apply?: 'knows' | 'refuses' | 'ignores';
  readonly isUndescribed?: boolean;
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const KINDS = {
  'Edm.String': 'text',
  'Edm.Int32': 'number',
  'Edm.Double': 'number',
  'Edm.Date': 'text',
} as const;

const grammarOf = ({ types }: Service): Grammar => ({
  quotes: "'",
  operators: { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' },
  types: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, KINDS[type]])),
});

/** Steps of a transformation, parted at the slashes that stand in no bracket and in no text. */
function splitSteps(text: string): string[] {
  return splitList(text.replace(/'(?:[^']|'')*'|[(),/]/g, (sign) => (sign === '/' ? '\u0001' : sign)))
    .join(',')
    .split('')
    .reduce<{ steps: string[]; depth: number; isText: boolean }>(
      (state, sign) => {
        const isText = sign === "'" ? !state.isText : state.isText;
        const depth = isText ? state.depth : state.depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0);
        if (sign === '\u0001' && depth === 0 && !isText) state.steps.push('');
        else state.steps[state.steps.length - 1] += sign === '\u0001' ? '/' : sign;
        return { steps: state.steps, depth, isText };
      },
      { steps: [''], depth: 0, isText: false },
    ).steps;
}

function aggregated(list: string, rows: readonly Row[], grammar: Grammar): Readonly<Record<string, Value>> {
  const cells = splitList(list).map((part): [string, Value] => {
    const [, count] = /^\$count as (\w+)$/.exec(part) ?? [];
    if (count !== undefined) return [count, rows.length];
    const [, of = '', how = '', alias = ''] = /^(\w+) with (sum|min|max|average) as (\w+)$/.exec(part) ?? [];
    if (alias === '') throw new BadQuery(part);
    return [
      alias,
      aggregateOf(
        how,
        rows.map((row) => new Evaluation(of, row, grammar).value()),
      ),
    ];
  });
  return Object.fromEntries(cells);
}

/** OData Data Aggregation 4.0: `filter`, `groupby`, `aggregate` and `concat`. */
function transformed(step: string, rows: readonly Row[], grammar: Grammar): Row[] {
  const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/s.exec(step) ?? [];
  if (name === 'filter') return rows.filter((row) => new Evaluation(inside, row, grammar).truth() === true);
  if (name === 'aggregate') return [aggregated(inside, rows, grammar)];
  if (name === 'concat') return splitList(inside).flatMap((each) => applied(each, rows, grammar));
  if (name !== 'groupby') throw new BadQuery(step);
  const [keys = '', then = ''] = splitList(inside);
  const names = splitList(keys.slice(1, -1));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(names.map((each) => new Evaluation(each, row, grammar).value()));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(names.map((each) => [each, group[0]?.[each] ?? null])),
    ...(transformed(then, group, grammar)[0] ?? {}),
  }));
}

function applied(text: string, rows: readonly Row[], grammar: Grammar): Row[] {
  return splitSteps(text).reduce<Row[]>((left, step) => transformed(step, left, grammar), [...rows]);
}

function answered(service: Service, url: URL): Reply {
  const grammar = grammarOf(service);
  const given = url.searchParams;
  const [apply, filter] = [given.get('$apply'), given.get('$filter')];
  if (apply !== null && service.apply === 'refuses') {
    return json({ error: { code: '501', message: 'The query specified in the URI is not valid.' } }, 501);
  }
  let rows = [...service.rows];
  if (apply !== null && service.apply !== 'ignores') rows = applied(apply, rows, grammar);
  if (filter !== null) rows = rows.filter((row) => new Evaluation(filter, row, grammar).truth() === true);
  const select = given.get('$select')?.split(',');
  if (select?.some((name) => !Object.hasOwn(service.types, name))) throw new BadQuery('no such property');
  const skip = Number(given.get('$skiptoken') ?? given.get('$skip') ?? 0);
  const size = Math.min(Number(given.get('$top') ?? Infinity), service.page ?? Infinity);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(skip + size));
  const page = rows.slice(skip, skip + size);
  return json({
    '@odata.context': `${url.origin}/odata/$metadata#Denuncias`,
    ...(given.get('$count') === 'true' && { '@odata.count': rows.length }),
    value: page.map((row) => ({
      '@odata.id': 'x',
      ...(select ? Object.fromEntries(select.map((name) => [name, row[name] ?? null])) : row),
    })),
    ...(skip + size < rows.length && { '@odata.nextLink': next.href }),
  });
}

function metadata({ types }: Service): Reply {
  const properties = Object.entries(types).map(([name, type]) => `<Property Name="${name}" Type="${type}"/>`);
  const body = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Obs" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Denuncia"><Key><PropertyRef Name="id"/></Key>${properties.join('')}</EntityType>
<EntityContainer Name="C"><EntitySet Name="Denuncias" EntityType="Obs.Denuncia"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

/** A service of OData 4. */
export function odataServer(service: Service): (url: URL) => Reply {
  return (url) => {
    if (url.pathname.endsWith('/$metadata')) {
      return service.isUndescribed ? json({ error: { code: '404', message: 'no' } }, 404) : metadata(service);
    }
    try {
      return answered(service, url);
    } catch (reason) {
      if (!(reason instanceof BadQuery)) throw reason;
      return json({ error: { code: '', message: reason.message } }, 400);
    }
  };
}
