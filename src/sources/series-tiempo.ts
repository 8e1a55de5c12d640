import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { RawCell, TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import type { Notice } from '../table/notice.js';
import { saidOf } from './descriptor-text.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { refusal } from './refusal.js';
import { AGGREGATIONS, idsIn, PAGE, plan, TIME } from './series-tiempo-plan.js';
import type { Part, Source, SourceMetadata, TextReply } from './source.js';

const MOST_PAGES = 100;

function textAt(object: unknown, ...keys: readonly string[]): string | undefined {
  let value = object;
  for (const key of keys) value = isObject(value) ? own(value, key) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** `{"errors": [{"error": "…"}], "failed_series": […]}` */
function refuseErrors(root: JsonObject, host: string): void {
  const errors = own(root, 'errors');
  if (!Array.isArray(errors) || errors.length === 0) return;
  throw refusal(host, errors.map((each) => textAt(each, 'error') ?? JSON.stringify(each)).join(' '));
}

/** The first day of a period as the period that it stands for. */
function periodText(date: unknown, frequency: string | undefined): RawCell {
  const parts = typeof date === 'string' ? /^(\d{4})-(\d\d)(?:-\d\d)?/.exec(date) : null;
  if (!parts) return typeof date === 'string' || typeof date === 'number' ? date : undefined;
  const [day, year = '', month = ''] = parts;
  if (frequency === 'year') return year;
  if (frequency === 'semester') return `${year}-S${Math.ceil(Number(month) / 6)}`;
  if (frequency === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  return frequency === 'month' ? `${year}-${month}` : day;
}

/** Names for the columns of values: as the address asks for them, which tells apart two views of one series. */
function namesOf(url: URL, fields: readonly unknown[], width: number): string[] {
  const ids = idsIn(url);
  const isAsked = ids.length === width && new Set(ids).size === width;
  return Array.from({ length: width }, (_, index) => {
    const id = isAsked ? ids[index] : textAt(fields[index], 'id');
    return id ?? `serie_${index + 1}`;
  });
}

function describeSeries(name: string, field: unknown): ColumnDescription {
  const label = textAt(field, 'description') ?? textAt(field, 'title');
  const unit = textAt(field, 'representation_mode_units') ?? textAt(field, 'units');
  return { name, kind: 'number', ...(label && { label }), ...(unit && { unit }) };
}

/** The only text that all have under these keys. */
function shared(metas: readonly unknown[], ...keys: readonly string[]): string | undefined {
  const texts = new Set(metas.map((meta) => textAt(meta, ...keys)));
  return texts.size === 1 ? [...texts][0] : undefined;
}

function metadataOf(metas: readonly unknown[]): SourceMetadata {
  const publisher = shared(metas, 'dataset', 'source') ?? shared(metas, 'dataset', 'publisher', 'name');
  return saidOf({
    title: shared(metas, 'dataset', 'title'),
    publisher,
    description: metas.length === 1 ? textAt(metas[0], 'field', 'description') : undefined,
    license: shared(metas, 'dataset', 'license'),
    updated:
      shared(metas, 'distribution', 'modified') ??
      shared(metas, 'dataset', 'modified') ??
      shared(metas, 'dataset', 'issued'),
    href: shared(metas, 'dataset', 'landingPage'),
  });
}

/** ISO 8601 repetitions, as data.json has them. */
const FREQUENCIES: Readonly<Record<string, string>> = {
  'R/P1Y': 'year',
  'R/P6M': 'semester',
  'R/P3M': 'quarter',
  'R/P1M': 'month',
  'R/P1D': 'day',
};

/** Counts must not be averaged in silence: the service does, where nobody says how to put periods together. */
function averaged(url: URL, frequency: string | undefined, fields: readonly unknown[]): Notice[] {
  const given = url.searchParams;
  if (given.has('collapse_aggregation')) return [];
  const ids = idsIn(url);
  const isLeft = (index: number): boolean =>
    !(ids[index] ?? '')
      .split(':')
      .slice(1)
      .some((each) => AGGREGATIONS.has(each));
  const isJoined = (field: unknown): boolean => {
    const told = textAt(field, 'frequency');
    const known = told === undefined ? undefined : (FREQUENCIES[told] ?? told);
    return known === undefined ? given.has('collapse') : known !== frequency;
  };
  const count = fields.filter((field, index) => isLeft(index) && isJoined(field)).length;
  return count > 0
    ? [{ code: 'averaged-by-portal', value: given.get('collapse') ?? frequency ?? '', count }]
    : [];
}

/** What is left after this page; the service says how many rows there are, or else a full page has a next one. */
function rest(url: URL, received: number, count: unknown): Pick<Part, 'more' | 'next' | 'total'> {
  if (url.searchParams.get('limit') !== String(PAGE)) return {};
  const start = Number(url.searchParams.get('start')) || 0;
  const from = (row: number): string => {
    const next = new URL(url);
    next.searchParams.set('start', String(row));
    return next.href;
  };
  if (typeof count !== 'number') return received < PAGE ? {} : { next: { url: from(start + received) } };
  const more: string[] = [];
  for (
    let row = start + received;
    received > 0 && row < count && more.length + 1 < MOST_PAGES;
    row += received
  )
    more.push(from(row));
  return { more, total: Math.max(received, count - start) };
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const url = new URL(reply.url);
  const { host } = url;
  const root = await parseJson(reply.text, host);
  if (!isObject(root)) throw new DataError('malformed', { host });
  refuseErrors(root, host);
  const rows = own(root, 'data');
  if (!Array.isArray(rows)) throw new DataError('not-data', { host, expected: ['data', 'meta'] });
  const meta = own(root, 'meta');
  const [axis, ...metas] = Array.isArray(meta) ? (meta as unknown[]) : [];
  const fields = metas.map((each) => (isObject(each) ? own(each, 'field') : undefined));
  const frequency = textAt(axis, 'frequency') ?? url.searchParams.get('collapse') ?? undefined;
  const width = rows.reduce(
    (most: number, row) => Math.max(most, Array.isArray(row) ? row.length - 1 : 0),
    fields.length,
  );
  const names = namesOf(url, fields, width);
  if (builder.width === 0) for (const name of [TIME, ...names]) builder.addColumn(name);
  const pauses = new Pauses();
  for (const [index, row] of (rows as unknown[]).entries()) {
    if (!Array.isArray(row)) throw new DataError('malformed', { host });
    const [date, ...values] = row as unknown[];
    const cells = values.map((value) =>
      typeof value === 'number' || typeof value === 'string' ? value : undefined,
    );
    builder.add([periodText(date, frequency), ...cells]);
    if (index % 500 === 0) await pauses.breathe();
  }
  return {
    decimal: '.',
    columns: [
      { name: TIME, kind: 'period' },
      ...names.map((name, index) => describeSeries(name, fields[index])),
    ],
    metadata: metadataOf(metas),
    notices: averaged(url, frequency, fields),
    ...rest(url, rows.length, own(root, 'count')),
  };
}

/** Argentina's API de Series de Tiempo. */
export const source: Source = { plan, parse };
