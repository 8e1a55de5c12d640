import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';
import { refusal } from './refusal.js';
import type { About, Part, Source, TextReply } from './source.js';

/** Where a crime has parts of its own: the path within it, and the column that it becomes. */
const NESTED: readonly (readonly [path: readonly string[], column: string])[] = [
  [['location', 'latitude'], 'latitude'],
  [['location', 'longitude'], 'longitude'],
  [['location', 'street', 'id'], 'street_id'],
  [['location', 'street', 'name'], 'street'],
  [['outcome_status', 'category'], 'outcome'],
  [['outcome_status', 'date'], 'outcome_month'],
  [['outcome_object', 'id'], 'outcome_id'],
  [['outcome_object', 'name'], 'outcome'],
];
const PARTED = new Set(NESTED.map(([[first = '']]) => first));

/** Codes stay text; a place is a pair of numbers, which the service sends as texts. */
const KINDS: readonly ColumnDescription[] = [
  { name: 'month', kind: 'period' },
  { name: 'outcome_month', kind: 'period' },
  { name: 'latitude', kind: 'number' },
  { name: 'longitude', kind: 'number' },
  ...['category', 'id', 'persistent_id', 'street_id', 'street', 'outcome', 'outcome_id'].map(
    (name): ColumnDescription => ({ name, kind: 'text' }),
  ),
];

/** More crimes than this in an area the service does not give. */
const MOST_CRIMES = 10_000;

/** Whether an address asks for the events of one month, which the service may not have yet. */
const hasMonths = ({ pathname }: URL): boolean => /\/api\/(crimes|outcomes|stops)-/.test(pathname);

const about: NonNullable<Source['about']> = {
  /** The names of the categories, of the month that is asked for. */
  plan(address) {
    if (!/\/api\/crimes-/.test(address.pathname) || /\/api\/crimes-street-dates/.test(address.pathname))
      return undefined;
    const url = new URL('/api/crime-categories', address.origin);
    const date = address.searchParams.get('date');
    if (date !== null) url.searchParams.set('date', date);
    return { url: url.href };
  },
  async parse({ text, url }): Promise<About> {
    const root = await parseJson(text, new URL(url).host);
    const names = (Array.isArray(root) ? (root as unknown[]) : []).flatMap((each): [string, string][] => {
      const [slug, name] = isObject(each) ? [own(each, 'url'), own(each, 'name')] : [];
      return typeof slug === 'string' && typeof name === 'string' ? [[slug, name]] : [];
    });
    return { columns: [{ name: 'category', kind: 'text', wordLabels: new Map(names) }] };
  },
};

function within(record: JsonObject, path: readonly string[]): unknown {
  return path.reduce((inner: unknown, key) => (isObject(inner) ? own(inner, key) : undefined), record);
}

/** An outcome holds the crime that it is of. */
function withoutOutcome(record: JsonObject): JsonObject {
  const crime = own(record, 'crime');
  if (!isObject(crime)) return record;
  const category = own(record, 'category');
  return {
    ...crime,
    outcome_status: {
      category: isObject(category) ? own(category, 'name') : category,
      date: own(record, 'date'),
    },
    person_id: own(record, 'person_id'),
  };
}

/** A crime without parts within parts. An empty text is nothing: anti-social behaviour has no identity. */
function flattened(record: JsonObject): JsonObject {
  const plain = Object.entries(record).filter(([key]) => !PARTED.has(key));
  const nested = NESTED.flatMap(([path, column]): [string, unknown][] => {
    const value = within(record, path);
    return value === undefined || value === null || value === '' ? [] : [[column, value]];
  });
  return Object.fromEntries([...plain, ...nested]);
}

async function parse({ text, url }: TextReply, builder: TableBuilder): Promise<Part> {
  const reply = new URL(url);
  const { host } = reply;
  const root = await parseJson(text, host);
  const error = isObject(root) ? (own(root, 'error') ?? own(root, 'message')) : undefined;
  if (typeof error === 'string') throw refusal(host, error);
  // Some methods give one object: the last update, one force.
  const records: readonly unknown[] = Array.isArray(root) ? (root as unknown[]) : [root];
  const adder = new RecordAdder(builder);
  const pauses = new Pauses();
  const hasCrimes = records.some(
    (each) => isObject(each) && ['month', 'crime'].some((key) => Object.hasOwn(each, key)),
  );
  if (hasCrimes) adder.columns(['month', 'category']);
  for (const [index, record] of records.entries()) {
    if (!isObject(record)) throw new DataError('malformed', { host, expected: ['[{ … }, { … }]'] });
    adder.addObject(flattened(withoutOutcome(record)));
    if (index % 500 === 0) await pauses.breathe();
  }
  const present = new Set(builder.names);
  return {
    decimal: '.',
    columns: hasCrimes ? KINDS.filter(({ name }) => present.has(name)) : [],
    metadata: /(^|\.)police\.uk$/.test(host)
      ? { publisher: 'data.police.uk', href: 'https://data.police.uk/' }
      : {},
  };
}

/** data.police.uk: 503 is an area with too many crimes, 404 a month that has none yet. */
function explain({ code, details }: DataError, address: URL): 'nothing' | DataError | undefined {
  if (code !== 'http') return undefined;
  if (details.status === 404 && hasMonths(address)) return 'nothing';
  const isTooMuch = details.status === 503 && details.serverMessage === undefined;
  return isTooMuch ? new DataError('too-big', { ...details, what: 'rows', limit: MOST_CRIMES }) : undefined;
}

/** data.police.uk: crimes of a month at a place or within an area, and the lists around them. */
export const source: Source = {
  about,
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
  explain,
};
