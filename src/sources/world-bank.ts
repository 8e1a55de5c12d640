import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import type { Notice } from '../table/notice.js';
import { saidOf } from './descriptor-text.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';
import { refusal } from './refusal.js';
import type { Part, Source, SourceMetadata, TextReply } from './source.js';
import { isAggregate } from './world-bank-countries.js';
import { plan } from './world-bank-plan.js';

/** More requests than this for one table is a burden on the service: the rest is told as missing. */
const MOST_PAGES = 100;

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** `[{"message":[{"id":"120","key":"Invalid value","value":"…"}]}]`, with HTTP 200. */
function refuseMessage(head: unknown, host: string): void {
  const messages = isObject(head) ? own(head, 'message') : undefined;
  if (messages === undefined) return;
  const [first] = [messages].flat() as unknown[];
  const parts = isObject(first) ? [own(first, 'key'), own(first, 'value')] : [first];
  throw refusal(host, parts.flatMap((part) => asText(part) ?? []).join(': '));
}

/** `2024Q3` and `2024M09` as periods are written here. */
function periodText(date: unknown): unknown {
  return typeof date === 'string'
    ? date.replace(/^(\d{4})(Q\d|M)/, (_, year: string, part: string) => `${year}-${part.replace('M', '')}`)
    : date;
}

/** Codes and what they stand for. */
class Codes {
  readonly #names = new Map<string, Map<string, string>>();

  /** The code of `{"id": "PE", "value": "Peru"}`. */
  learn(column: string, pair: unknown): string | undefined {
    if (!isObject(pair)) return asText(pair);
    const [id, name] = [asText(own(pair, 'id')), asText(own(pair, 'value'))];
    if (id !== undefined && name !== undefined) this.of(column).set(id, name);
    return id ?? name;
  }

  of(column: string): Map<string, string> {
    const known = this.#names.get(column) ?? new Map<string, string>();
    this.#names.set(column, known);
    return known;
  }
}

/** What an observation becomes: codes in place of pairs; no `decimal`, which is only how many to show, and no empty unit. */
function observation(record: JsonObject, codes: Codes): JsonObject {
  const country = own(record, 'country');
  const iso3 = asText(own(record, 'countryiso3code'));
  const name = isObject(country) ? asText(own(country, 'value')) : undefined;
  if (iso3 !== undefined && name !== undefined) codes.of('countryiso3code').set(iso3, name);
  const shown = Object.entries(record).filter(
    ([key, value]) => key !== 'decimal' && !(key === 'unit' && value === ''),
  );
  return {
    ...Object.fromEntries(shown),
    indicator: codes.learn('indicator', own(record, 'indicator')),
    country: codes.learn('country', country),
    date: periodText(own(record, 'date')),
  };
}

const COLUMNS = ['indicator', 'country', 'countryiso3code', 'date', 'value', 'obs_status'];

function descriptions(codes: Codes, units: ReadonlySet<string>): ColumnDescription[] {
  const [unit] = units;
  const [indicator] = codes.of('indicator').values();
  const label = codes.of('indicator').size === 1 && indicator !== undefined && { label: indicator };
  return [
    ...['indicator', 'country', 'countryiso3code'].map((name): ColumnDescription => ({
      name,
      kind: 'text',
      wordLabels: codes.of(name),
    })),
    { name: 'date', kind: 'period' },
    {
      name: 'value',
      kind: 'number',
      status: 'obs_status',
      ...label,
      ...(unit && units.size === 1 && { unit }),
    },
  ];
}

function metadataOf(head: unknown, codes: Codes, url: URL): SourceMetadata {
  const indicators = [...codes.of('indicator')];
  const [only] = indicators.length === 1 ? indicators : [];
  const updated = isObject(head) ? asText(own(head, 'lastupdated')) : undefined;
  const isTheirs = /(^|\.)worldbank\.org$/.test(url.hostname);
  const publisher = /\/es\//.test(url.pathname) ? 'Banco Mundial' : 'World Bank';
  return saidOf({
    title: only?.[1],
    publisher: isTheirs ? publisher : undefined,
    updated,
    href:
      only && isTheirs ? `https://data.worldbank.org/indicator/${encodeURIComponent(only[0])}` : undefined,
  });
}

/** The addresses of the other pages, as the reply counts them: a service may give fewer rows than asked for. */
function pagesAfter(head: unknown, reply: URL): string[] {
  const pages = isObject(head) ? Math.min(MOST_PAGES, Number(own(head, 'pages'))) : 0;
  const more: string[] = [];
  for (let page = 2; page <= pages; page++) {
    const url = new URL(reply);
    url.searchParams.set('page', String(page));
    more.push(url.href);
  }
  return more;
}

/** Regions beside countries: added up, they count everybody several times. */
function aggregatesIn(codes: Codes): Notice[] {
  const countries = [...codes.of('country')];
  const aggregates = countries.filter(([code]) => isAggregate(code));
  const [first] = aggregates;
  if (!first || aggregates.length === countries.length) return [];
  return [{ code: 'totals-among-parts', column: 'country', value: first[1], count: aggregates.length }];
}

async function addRecords(
  records: readonly unknown[],
  codes: Codes,
  builder: TableBuilder,
): Promise<Set<string>> {
  const adder = new RecordAdder(builder);
  const pauses = new Pauses();
  const units = new Set<string>();
  for (const [index, record] of records.entries()) {
    if (!isObject(record)) continue;
    const isObservation = isObject(own(record, 'indicator')) && Object.hasOwn(record, 'date');
    if (isObservation) adder.columns(COLUMNS);
    const unit = asText(own(record, 'unit'));
    if (unit !== undefined) units.add(unit);
    adder.addObject(isObservation ? observation(record, codes) : record);
    if (index % 500 === 0) await pauses.breathe();
  }
  return units;
}

async function parse({ text, url }: TextReply, builder: TableBuilder): Promise<Part> {
  const reply = new URL(url);
  const root = await parseJson(text, reply.host);
  if (!Array.isArray(root)) throw new DataError('malformed', { host: reply.host });
  const [head, records] = root as unknown[];
  refuseMessage(head, reply.host);
  // A second element of null is an indicator without data.
  if (records === null || records === undefined) return { decimal: '.', total: 0 };
  if (!Array.isArray(records)) throw new DataError('malformed', { host: reply.host });
  const codes = new Codes();
  const units = await addRecords(records, codes, builder);
  const isWhole = !reply.searchParams.has('page');
  const total = isObject(head) ? Number(own(head, 'total')) : NaN;
  return {
    decimal: '.',
    columns: codes.of('indicator').size > 0 ? descriptions(codes, units) : [],
    metadata: metadataOf(head, codes, reply),
    notices: aggregatesIn(codes),
    ...(isWhole && { more: pagesAfter(head, reply) }),
    ...(isWhole && Number.isFinite(total) && { total }),
  };
}

/** The World Bank's Indicators API, version 2. */
export const source: Source = { plan, parse };
