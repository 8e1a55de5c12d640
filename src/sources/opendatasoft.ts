import { DataError } from '../errors.js';
import { ROWS } from '../query/partials.js';
import type { TableBuilder } from '../table/builder.js';
import { addRecords } from './add-records.js';
import { toldOf } from './column-kind.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import { readDatasetRecord, separatorFact } from './opendatasoft-about.js';
import { datasetOf, exploreUrl } from './opendatasoft-address.js';
import { plan } from './opendatasoft-plan.js';
import { totalOf } from './records.js';
import { refusal } from './refusal.js';
import type { About, Part, Source, SourceOptions, TextReply } from './source.js';

/** The records of a reply, and how many there are in all, where it says so. */
interface Records {
  readonly rows: readonly unknown[];
  readonly total: number | undefined;
}

function recordsIn(root: unknown, host: string): Records {
  if (Array.isArray(root)) return { rows: root, total: undefined };
  if (!isObject(root)) throw new DataError('malformed', { host });
  const rows = own(root, 'results') ?? own(root, 'records');
  // The portal's own words, or those of what counts its requests (`errorcode`).
  if (!Array.isArray(rows)) throw refusal(host, own(root, 'message') ?? own(root, 'error'));
  return { rows, total: totalOf(own(root, 'total_count') ?? own(root, 'nhits')) };
}

/** The fields of a record: version 1 and 2.0 put them one and two levels deeper. */
function fieldsOf(row: JsonObject): JsonObject {
  const record = own(row, 'record');
  const isWrapped = isObject(record) || Object.hasOwn(row, 'recordid');
  const fields = isWrapped ? own(isObject(record) ? record : row, 'fields') : undefined;
  return isObject(fields) ? fields : row;
}

/** Sums of decimal fractions carry noise beyond what a number holds: 0.30000000000000004. */
function withoutNoise(key: string, value: unknown): unknown {
  const isSum = key.startsWith('obs_') && typeof value === 'number' && !Number.isInteger(value);
  return isSum ? Number(value.toPrecision(15)) : value;
}

/** A record with its lists written as the source had them. */
function flat(fields: JsonObject, about: About | undefined): JsonObject {
  const entries = Object.keys(fields).map((key): [string, unknown] => {
    const value = own(fields, key);
    if (!Array.isArray(value) || value.some((part) => typeof part === 'object')) {
      return [key, withoutNoise(key, value)];
    }
    return [key, value.join(toldOf(about, separatorFact(key)) || ',')];
  });
  return Object.fromEntries(entries);
}

/** Groups that leave out records, as of those without a value, cannot stand for the whole: it is asked for instead. */
function checkGroups(rows: readonly unknown[], about: About | undefined, host: string): void {
  const counts = rows.map((row) => Number(own(asObject(row), ROWS)));
  const counted = counts.reduce((sum, count) => sum + count, 0);
  if (counted !== about?.facts?.['records']) throw refusal(host, `${ROWS}: ${counted}`);
}

/** Which rows there are in all, where the address asks for a page of them. */
function extentOf({ pathname, searchParams }: URL, { rows, total }: Records): Part {
  const skipped = Number(searchParams.get('offset') ?? searchParams.get('start')) || 0;
  if (total !== undefined) return { total: Math.max(rows.length, total - skipped) };
  // Groups come without a total: as many as were asked for may not be all.
  const isPage = pathname.endsWith('/records') && !searchParams.get('select')?.includes(ROWS);
  const limit = Number(searchParams.get('limit') ?? 10);
  return isPage && rows.length >= limit ? { isPart: true } : {};
}

async function readCsv(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const { source: csv } = await import('./csv.js');
  const part = await csv.parse(reply, builder, options);
  // Semicolons part the cells of an export, and its numbers have a point all the same.
  return { ...part, decimal: '.' };
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  about?: About,
): Promise<Part> {
  const url = new URL(reply.url);
  if (/\/exports\/csv|\/download\//.test(url.pathname) && !/^\s*[[{]/.test(reply.text)) {
    return readCsv(reply, builder, options);
  }
  const records = recordsIn(await parseJson(reply.text, url.host), url.host);
  const isGrouped = url.searchParams.get('select')?.includes(`as ${ROWS}`) ?? false;
  if (isGrouped) checkGroups(records.rows, about, url.host);
  const columns = isGrouped ? (url.searchParams.get('group_by')?.split(', ') ?? []) : [];
  const notices = await addRecords(builder, { host: url.host, columns, records: records.rows }, (row) =>
    flat(fieldsOf(row), about),
  );
  return { decimal: '.', notices, ...extentOf(url, records) };
}

/** Opendatasoft's Explore API 2.1 ("Huwise"), and what is left of 2.0 and 1.0. */
export const source: Source = {
  about: {
    plan: (address, options) => {
      const url = exploreUrl(address, datasetOf(address, options), '');
      const key = address.searchParams.get('apikey');
      if (key !== null) url.searchParams.set('apikey', key);
      return { url: url.href };
    },
    parse: readDatasetRecord,
  },
  plan,
  parse,
};
