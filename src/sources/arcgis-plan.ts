import { canGroup, groupColumns, measuredColumns, partialsOf } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { toldOf, typeOf } from './column-kind.js';
import { narrow } from './narrow.js';
import { wantedColumns } from './push-down.js';
import type { About, Plan, SourceOptions } from './source.js';
import { SQL, weakerCondition } from './weaker-condition.js';

const SERVICE = /^(.*\/(?:feature|map)server)(?:\/(\d+))?(?:\/query)?\/?$/i;
/** What a page writes itself to put rows together, or to count them, stays as it is. */
const OWN = ['outStatistics', 'returnCountOnly', 'returnIdsOnly', 'returnDistinctValues'];

const NAMES = ['f', 'where', 'outFields', 'orderByFields', 'resultOffset', 'resultRecordCount', ...OWN];

/** A parameter's name as it is written here: to the server capitals do not count, and one name twice is one too many. */
function asWritten(name: string): string {
  return NAMES.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}

/** The name of a column that needs no quotes in any of the databases behind ArcGIS. */
const PLAIN = /^[A-Za-z_]\w*$/;

/** SQL-92 as every ArcGIS server takes it. */
function whereOf(query: Query, about: About | undefined): string | undefined {
  return weakerCondition(query.where, {
    ...SQL,
    columns: about?.columns,
    kind: (name) => (['number', 'text', 'moment'] as const).find((kind) => kind === typeOf(about, name)),
    name: (name) => (PLAIN.test(name) ? name : undefined),
    day: (day) => `TIMESTAMP '${day} 00:00:00'`,
  });
}

/** A layer's own address: the one named, else the one that `resource` numbers; `undefined` for a whole service. */
export function layerOf(address: URL, { resource }: SourceOptions): string | undefined {
  const [, service = '', layer = resource] = SERVICE.exec(address.pathname) ?? [];
  return layer !== undefined && /^\d+$/.test(layer) ? `${address.origin}${service}/${layer}` : undefined;
}

/** Whether the layer can put together what the question asks, with the page's meaning of a missing value. */
function canAggregate(query: Query, about: About | undefined): boolean {
  const typeIn = (column: string): string => typeOf(about, column) ?? '';
  return (
    about?.facts?.['statistics'] === true &&
    canGroup(query) &&
    // A blank text is no value to the page and one to a database; dates have times of day.
    groupColumns(query).every((column) => ['number', 'text', 'coded'].includes(typeIn(column))) &&
    measuredColumns(query).every((column) => typeIn(column) === 'number')
  );
}

/** Asks for groups in place of rows. */
function askGroups(given: URLSearchParams, query: Query, id: string): void {
  const statistics = partialsOf(query).map(({ alias, how, column }) => ({
    statisticType: how,
    onStatisticField: column ?? id,
    outStatisticFieldName: alias,
  }));
  given.delete('outFields');
  given.set('outStatistics', JSON.stringify(statistics));
  const groups = groupColumns(query);
  if (groups.length > 0) given.set('groupByFieldsForStatistics', groups.join(','));
}

/** Asks for rows in an order that pages can follow: by place where the layer can, else by the rows' own numbers. */
function askRows(given: URLSearchParams, columns: readonly string[], about: About | undefined): void {
  const id = toldOf(about, 'id');
  const { pages, most } = about?.facts ?? {};
  if (columns.length > 0) given.set('outFields', [...new Set([...columns, ...(id ? [id] : [])])].join(','));
  if (id !== undefined && !given.has('orderByFields')) given.set('orderByFields', id);
  if (!pages || given.has('resultOffset') || given.has('resultRecordCount')) return;
  given.set('resultOffset', '0');
  if (most !== undefined) given.set('resultRecordCount', String(most));
}

/** The query of a layer that answers a question, or the description of a service whose layer is not named. */
export function planQuery(
  address: URL,
  query: Query,
  options: SourceOptions,
  pushDown: boolean,
  about: About | undefined,
): Plan {
  const layer = layerOf(address, options);
  const url = new URL(layer === undefined ? address.href : `${layer}/query`);
  const given = new URLSearchParams(
    [...address.searchParams].map(([name, value]) => [asWritten(name), value]),
  );
  const finish = (pushedDown: boolean, grouped = false): Plan => {
    url.search = given.toString();
    return { url: url.href, pushedDown, ...(grouped && { grouped }) };
  };
  given.set('f', 'json');
  if (layer === undefined) return finish(false);
  const isOwn = OWN.some((name) => given.has(name));
  const condition = pushDown && !isOwn ? whereOf(query, about) : undefined;
  narrow(given, 'where', condition);
  if (!given.get('where')) given.set('where', '1=1');
  given.set('returnGeometry', 'false');
  if (isOwn) return finish(false);
  const hasOwnFields = (given.get('outFields') ?? '*') !== '*';
  if (!hasOwnFields) given.set('outFields', '*');
  const id = toldOf(about, 'id');
  if (pushDown && id !== undefined && canAggregate(query, about)) {
    askGroups(given, query, id);
    return finish(true, true);
  }
  const wanted = pushDown && !hasOwnFields ? wantedColumns(query) : [];
  const columns = wanted.every((name) => typeOf(about, name) !== undefined) ? wanted : [];
  askRows(given, columns, about);
  return finish(condition !== undefined || columns.length > 0);
}
