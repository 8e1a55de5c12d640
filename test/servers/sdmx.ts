import type { PortalReply } from '../support/push-down-law.js';

/** One observation of a flow with four dimensions. */
export interface Observation {
  readonly FREQ: string;
  readonly REF_AREA: string;
  readonly OFFENCE: string;
  readonly TIME_PERIOD: string;
  readonly value: number | null;
  readonly status: string | null;
}

export interface SdmxService {
  readonly rows: readonly Observation[];
  readonly rest: 1 | 2;
  readonly layout: 'series' | 'flat' | 'cross-section' | 'csv' | 'csv with names';
  /** How the structure is described: not at all where the service has no words for it. */
  readonly structure: 'xml' | 'json' | 'none';
  /** How the service says that nothing matches. */
  readonly nothing: 204 | 404;
  /** It refuses codes that it does not know. */
  readonly isStrict: boolean;
}

const KEY = ['OFFENCE', 'FREQ', 'REF_AREA'] as const;
const ALL = [...KEY, 'TIME_PERIOD'] as const;
type Dimension = (typeof ALL)[number];

/** The first and last day of a period, as texts that sort. */
function daysOf(period: string): [first: string, last: string] {
  if (/^\d{4}$/.test(period)) return [`${period}-01-01`, `${period}-12-31`];
  if (/^\d{4}-\d\d$/.test(period)) return [`${period}-01`, `${period}-31`];
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return [period, period];
  throw new Error(`The service does not know the period ${period}.`);
}

class Refusal extends Error {}

/** REST 1.x: `A.PE+CO..X`, dimensions by their place; `all` and nothing are every key. */
function byKey(key: string, { rows, isStrict }: SdmxService): (row: Observation) => boolean {
  if (key === '' || key === 'all') return () => true;
  const parts = key.split('.');
  if (parts.length !== KEY.length) throw new Refusal('Invalid number of dimensions in parameter key');
  const wanted = parts.map((part) => part.split('+').filter(Boolean));
  const known = (name: Dimension, code: string): boolean => rows.some((row) => row[name] === code);
  if (isStrict && wanted.some((codes, place) => codes.some((code) => !known(KEY[place] ?? 'FREQ', code))))
    throw new Refusal('Unknown code in key');
  return (row) =>
    wanted.every((codes, place) => codes.length === 0 || codes.includes(row[KEY[place] ?? 'FREQ']));
}

/** REST 2.x: `c[REF_AREA]=PE,CO`, `c[TIME_PERIOD]=ge:2018+le:2020`. */
function byComponents(given: URLSearchParams): (row: Observation) => boolean {
  const tests = [...given].flatMap(([parameter, value]): ((row: Observation) => boolean)[] => {
    const name = /^c\[(\w+)\]$/.exec(parameter)?.[1];
    if (name === undefined) return [];
    if (!ALL.includes(name as Dimension)) throw new Refusal(`Unknown component ${name}`);
    return value.split('+').map((part) => {
      const [, op, operand = ''] = /^(?:(ge|le):)?(.*)$/.exec(part) ?? [];
      if (op === undefined) return (row) => operand.split(',').includes(row[name as Dimension]);
      const edge = daysOf(operand)[op === 'ge' ? 0 : 1];
      return (row) => {
        const [first] = daysOf(row[name as Dimension]);
        return op === 'ge' ? first >= edge : first <= edge;
      };
    });
  });
  return (row) => tests.every((test) => test(row));
}

function byPeriods(given: URLSearchParams): (row: Observation) => boolean {
  const [from, to] = [given.get('startPeriod'), given.get('endPeriod')];
  return ({ TIME_PERIOD }) => {
    const [first] = daysOf(TIME_PERIOD);
    return (from === null || first >= daysOf(from)[0]) && (to === null || first <= daysOf(to)[1]);
  };
}

function structureMessage(kind: 'xml' | 'json'): string {
  const dimensions = KEY.map((id, index) => ({ id, position: index + 1 }));
  if (kind === 'json') {
    // The list is in no order: the position is what counts.
    const dimensionList = { dimensions: [...dimensions].reverse(), timeDimension: { id: 'TIME_PERIOD' } };
    return JSON.stringify({
      data: { dataStructures: [{ id: 'D', dataStructureComponents: { dimensionList } }] },
    });
  }
  const tags = dimensions.map(
    ({ id, position }) =>
      `<str:Dimension urn="u=${id}" id="${id}" position="${position}"><str:ConceptIdentity/></str:Dimension>`,
  );
  return `<?xml version="1.0"?><mes:Structure><str:DimensionList id="DimensionDescriptor">${tags.join('')}<str:TimeDimension id="TIME_PERIOD" position="4"/></str:DimensionList><str:Group id="G"><str:GroupDimension><str:DimensionReference><Ref id="FREQ"/></str:DimensionReference></str:GroupDimension></str:Group></mes:Structure>`;
}

/** Values in the order in which they first came. */
const listOf = (rows: readonly Observation[], name: Dimension): string[] => [
  ...new Set(rows.map((row) => row[name])),
];
const STATUSES = ['A', 'P', 'B', 'M'];

function jsonMessage(rows: readonly Observation[], { layout, rest }: SdmxService): string {
  const single = KEY.filter((name) => layout !== 'flat' && listOf(rows, name).length === 1);
  const observed: Dimension =
    layout === 'cross-section' && !single.includes('REF_AREA') ? 'REF_AREA' : 'TIME_PERIOD';
  const ofSeries = ALL.filter((name) => name !== observed && !single.includes(name as (typeof KEY)[number]));
  const levels =
    layout === 'flat'
      ? { dataSet: [], series: [], observation: [...ALL] }
      : { dataSet: single, series: ofSeries, observation: [observed] };
  const component = (id: Dimension) => ({
    id,
    keyPosition: ALL.indexOf(id),
    values: listOf(rows, id).map((code) => ({ id: code, name: `Nombre de ${code}` })),
  });
  const dimensions = Object.fromEntries(
    Object.entries(levels).map(([level, names]) => [level, names.map(component)]),
  );
  const attributes = {
    observation: [{ id: 'OBS_STATUS', values: STATUSES.map((id) => ({ id, name: id })) }],
  };
  const index = (name: Dimension, row: Observation): number => listOf(rows, name).indexOf(row[name]);
  const keyOf = (names: readonly Dimension[], row: Observation): string =>
    names.map((name) => index(name, row)).join(':');
  const series: Record<string, { observations: Record<string, unknown[]> }> = {};
  const observations: Record<string, unknown[]> = {};
  for (const row of rows) {
    const cells = [row.value, row.status === null ? null : STATUSES.indexOf(row.status)];
    const key = keyOf(levels.observation, row);
    if (layout === 'flat') observations[key] = cells;
    else (series[keyOf(ofSeries, row)] ??= { observations: {} }).observations[key] = cells;
  }
  const dataSets = [layout === 'flat' ? { observations } : { series }];
  const structure = { name: 'Delitos', dimensions, attributes };
  return JSON.stringify(
    rest === 2
      ? { meta: {}, data: { structures: [structure], dataSets } }
      : { header: {}, structure, dataSets },
  );
}

function csvMessage(rows: readonly Observation[], isNamed: boolean): string {
  const name = (id: string): string => (isNamed ? `${id}: Nombre de ${id}` : id);
  const lines = rows.map((row) => [
    'datos:DELITOS(1.0)',
    ...ALL.map((each) => (each === 'TIME_PERIOD' ? row[each] : name(row[each]))),
    row.value ?? '',
    row.status === null ? '' : name(row.status),
  ]);
  return [['DATAFLOW', ...ALL.map(name), name('OBS_VALUE'), name('OBS_STATUS')], ...lines]
    .map((cells) => cells.join(','))
    .join('\n');
}

/** A service of SDMX REST that holds these observations, with its own reading of keys and filters. */
export function sdmxService(service: SdmxService): (url: URL) => PortalReply {
  return (url) => {
    const [, , kind, ...path] = decodeURIComponent(url.pathname).split('/');
    if (kind !== 'data') {
      const { structure } = service;
      return structure === 'none' ? { status: 404, body: '<html>' } : { body: structureMessage(structure) };
    }
    const key = service.rest === 1 ? (path[1] ?? '') : 'all';
    try {
      const tests = [byKey(key, service), byPeriods(url.searchParams), byComponents(url.searchParams)];
      const rows = service.rows.filter((row) => tests.every((test) => test(row)));
      const nothing =
        '<mes:Error><mes:ErrorMessage code="100"><com:Text>No results found</com:Text></mes:ErrorMessage></mes:Error>';
      if (rows.length === 0) return { status: service.nothing, body: nothing };
      const isCsv = service.layout.startsWith('csv');
      return {
        body: isCsv ? csvMessage(rows, service.layout === 'csv with names') : jsonMessage(rows, service),
      };
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      return { status: 400, body: JSON.stringify({ errors: [{ code: 400, title: reason.message }] }) };
    }
  };
}
