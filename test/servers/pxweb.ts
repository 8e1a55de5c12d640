import { asJsonStat, type TestCube } from '../support/arbitrary-cube.js';
import type { PortalReply } from '../support/push-down-law.js';

export interface PxWebManner {
  /** Cells given at once. */
  readonly most: number;
  /** Variables that are summed over where nothing is chosen of them, which no figure of ours wants. */
  readonly canBeLeftOut?: readonly string[];
  /** PxWeb 1 of before 2017 knows only the first JSON-stat. */
  readonly isOld?: boolean;
}

type Chosen = Map<string, readonly string[]>;

const json = (document: unknown, status = 200): PortalReply => ({ status, body: JSON.stringify(document) });
const problem = (title: string, status = 400): PortalReply =>
  json({ type: 'Parameter error', title, status }, status);

/** `TOP(2)`, `*`, or a code. */
function expand(expression: string, codes: readonly string[], isTime: boolean): readonly string[] {
  if (expression === '*') return codes;
  const top = /^TOP\((\d+)\)$/i.exec(expression);
  if (top) return isTime ? codes.slice(-Number(top[1])) : codes.slice(0, Number(top[1]));
  return codes.includes(expression) ? [expression] : [];
}

function cellsIn(cube: TestCube, chosen: Chosen): number {
  return cube.dimensions.reduce((all, { id, codes }) => all * (chosen.get(id) ?? codes).length, 1);
}

/** The metadata of PxWebApi 2: JSON-stat without values. */
function metadata2(cube: TestCube, { canBeLeftOut = [] }: PxWebManner): PortalReply {
  const whole = JSON.parse(asJsonStat(cube, new Map())) as { dimension: Record<string, object> };
  const dimension = Object.fromEntries(
    Object.entries(whole.dimension).map(([id, each]) => [
      id,
      { ...each, extension: { elimination: canBeLeftOut.includes(id) } },
    ]),
  );
  return json({ ...whole, dimension, value: [], status: undefined });
}

function data2(cube: TestCube, url: URL, { most, canBeLeftOut = [] }: PxWebManner): PortalReply {
  if (url.searchParams.get('outputFormat') !== 'json-stat2') return problem('Unsupported outputFormat');
  const chosen: Chosen = new Map();
  for (const { id, codes } of cube.dimensions) {
    const said = url.searchParams.get(`valueCodes[${id}]`);
    if (said === null)
      return problem(canBeLeftOut.includes(id) ? `${id} was summed over` : 'Missing selection');
    const lists = said.split(',').map((expression) => expand(expression, codes, id === 'time'));
    if (lists.some((list) => list.length === 0)) return problem('Non-existent value');
    chosen.set(id, lists.flat());
  }
  if (cellsIn(cube, chosen) > most) return problem('Too many cells selected', 403);
  return { body: asJsonStat(cube, chosen) };
}

/** PxWebApi 2 over one table, at any root. */
export function pxweb2(cube: TestCube, manner: PxWebManner) {
  return (url: URL): PortalReply => {
    if (url.pathname.endsWith('/v2/config')) return json({ maxDataCells: manner.most, license: 'CC0' });
    if (url.pathname.endsWith('/metadata')) return metadata2(cube, manner);
    return url.pathname.endsWith('/data') ? data2(cube, url, manner) : problem('Not found', 404);
  };
}

interface Query1 {
  readonly query: readonly {
    readonly code: string;
    readonly selection: { readonly filter: string; readonly values: readonly string[] };
  }[];
  readonly response: { readonly format: string };
}

/** PxWeb 1 over one table: metadata by GET, data by POST of a query, whatever its content type. */
export function pxweb1(cube: TestCube, { most, canBeLeftOut = [], isOld = false }: PxWebManner) {
  return (url: URL, body?: string): PortalReply => {
    if (url.search === '?config')
      return json({ maxValues: most, maxCells: most, maxCalls: 30, timeWindow: 10 });
    if (body === undefined) {
      const variables = cube.dimensions.map(({ id, codes }) => ({
        code: id,
        text: id,
        values: codes,
        valueTexts: codes.map((code) => `<${code}>`),
        ...(canBeLeftOut.includes(id) && { elimination: true }),
        ...(id === 'time' && { time: true }),
      }));
      return json({ title: 'Delitos', variables });
    }
    const { query, response } = JSON.parse(body) as Query1;
    const formats = isOld ? ['json-stat'] : ['json-stat', 'json-stat2'];
    if (!formats.includes(response.format)) return problem('Unsupported format');
    const chosen: Chosen = new Map();
    for (const { id, codes } of cube.dimensions) {
      const asked = query.find(({ code }) => code === id)?.selection;
      if (!asked) return problem(`Nothing was chosen of ${id}`);
      const isAll = asked.filter === 'all' && asked.values.join() === '*';
      if (!isAll && (asked.filter !== 'item' || !asked.values.every((code) => codes.includes(code)))) {
        return problem('Non-existent value');
      }
      chosen.set(id, isAll ? codes : asked.values);
    }
    if (cellsIn(cube, chosen) > most) return { status: 403, body: 'Too many values selected' };
    const dataset = asJsonStat(cube, chosen);
    return { body: response.format === 'json-stat' ? `{"dataset":${asFirst(dataset)}}` : dataset };
  };
}

/** JSON-stat 1 has the names, sizes and roles within `dimension`. */
function asFirst(text: string): string {
  const { id, size, role, dimension, value, status } = JSON.parse(text) as Record<string, object>;
  return JSON.stringify({ dimension: { ...dimension, id, size, role }, value, status });
}
