import type { Query } from '../query/query.js';
import { firstDay, type Period } from '../table/period.js';
import { codeFilters, timeRange } from './leave-to-service.js';
import { readSdmxAddress, structureAddress, type SdmxAddress } from './sdmx-address.js';
import { readStructure } from './sdmx-structure.js';
import type { About, Ask, Plan, Source, SourceOptions } from './source.js';

/** Services known to give SDMX-JSON to `format=…`, since a request with a header of its own is not a plain one. */
const FORMATS: readonly (readonly [host: RegExp, format: string])[] = [
  [/^(data-api\.ecb\.europa\.eu|sdmx\.oecd\.org|sdmx\.ilo\.org|data\.api\.abs\.gov\.au)$/, 'jsondata'],
  [/^sdmx\.data\.unicef\.org$/, 'sdmx-json'],
];
/** Codes of SDMX (common:IDType) as agencies write them: anything else is a sign of the key, or the name of a code. */
const CODE = /^[A-Z\d_@$-]+$/;
/** Longer addresses some services refuse (HTTP 414). */
const LONGEST = 1800;

/** Columns of which the question wants some codes, all of which can stand in a key. */
function keyFilters(query: Query): Map<string, readonly string[]> {
  return new Map([...codeFilters(query)].filter(([, codes]) => codes.every((code) => CODE.test(code))));
}

/** The first day of a period, and the last: every service reads dates, few know halves and quarters. */
function dayText(days: number): string {
  return firstDay({ start: days }).toISOString().slice(0, 10);
}

const isPlain = ({ length }: Period): boolean => length === 'year' || length === 'month' || length === 'day';
const startText = (period: Period): string => (isPlain(period) ? period.text : dayText(period.start));
const endText = (period: Period): string => (isPlain(period) ? period.text : dayText(period.end - 1));

/** So many observations of each series, counted among all: periods left out there would be counted too. */
function isCounted({ searchParams }: URL): boolean {
  return ['lastNObservations', 'firstNObservations'].some((name) => searchParams.has(name));
}

/** What limits a reply by itself: a filter would change what the limit leaves. */
function isLimited({ searchParams }: URL): boolean {
  return ['limit', 'offset'].some((name) => searchParams.has(name));
}

/** The flow that an address leaves open, so that the question may fix dimensions of it. */
function openFlow(address: URL): SdmxAddress | undefined {
  const flow = readSdmxAddress(address);
  return flow?.isOpen && !isLimited(address) ? flow : undefined;
}

export const about: NonNullable<Source['about']> = {
  plan(address: URL, _: SourceOptions, query: Query): Ask | undefined {
    const flow = openFlow(address);
    // One request more only where it can spare the reader rows.
    const canSpare = keyFilters(query).size > 0 || timeRange(query, query.time[0] ?? '') !== undefined;
    return flow && canSpare ? { url: structureAddress(address, flow) } : undefined;
  },
  parse: readStructure,
};

/** The key of REST 1.x, with `+` for "or": `A.PE+CO..HOMICIDE`. */
function keyOf(dimensions: readonly string[], filters: ReadonlyMap<string, readonly string[]>): string {
  return dimensions.map((name) => filters.get(name)?.join('+') ?? '').join('.');
}

/** Adds to the request what the question fixes; gives whether anything was. */
function pushDownTo(url: URL, flow: SdmxAddress, query: Query, known: About['facts']): boolean {
  const dimensions = String(known?.['dimensions'] ?? '')
    .split(' ')
    .filter(Boolean);
  const time = known?.['time'];
  const given = url.searchParams;
  const filters = new Map([...keyFilters(query)].filter(([name]) => dimensions.includes(name)));
  const range = typeof time === 'string' && !isCounted(url) ? timeRange(query, time) : undefined;
  let isAsked = false;
  if (flow.rest === 1) {
    if (filters.size > 0) {
      const path = url.pathname.split('/').slice(0, flow.root.split('/').length + 2);
      url.pathname = `${path.join('/')}/${keyOf(dimensions, filters)}${flow.after}`;
      isAsked = true;
    }
    if (range && !given.has('startPeriod') && !given.has('endPeriod')) {
      given.set('startPeriod', startText(range.from));
      given.set('endPeriod', endText(range.to));
      isAsked = true;
    }
    return isAsked;
  }
  const filterBy = (name: string, value: string): void => {
    if (given.has(`c[${name}]`)) return;
    given.set(`c[${name}]`, value);
    isAsked = true;
  };
  for (const [name, values] of filters) filterBy(name, values.join(','));
  if (range && typeof time === 'string')
    filterBy(time, `ge:${startText(range.from)}+le:${endText(range.to)}`);
  return isAsked;
}

export function plan(address: URL, query: Query, _: SourceOptions, pushDown: boolean, about?: About): Plan {
  const url = new URL(address);
  const format = FORMATS.find(([host]) => host.test(url.host))?.[1];
  const flow = readSdmxAddress(address);
  if (flow && format !== undefined && !url.searchParams.has('format')) url.searchParams.set('format', format);
  const isOpen = pushDown && openFlow(address) !== undefined;
  const asked = new URL(url);
  const pushedDown = isOpen && flow !== undefined && pushDownTo(asked, flow, query, about?.facts);
  return pushedDown && asked.href.length <= LONGEST
    ? { url: asked.href, pushedDown }
    : { url: url.href, pushedDown: false };
}
