import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { isItem, isQuery } from './dkan2-address.js';
import { groupsAsked, plan } from './dkan2-plan.js';
import { describeFields, type Datastore } from './envelope.js';
import { isObject, own, parseJson } from './json-text.js';
import { refuseInexact } from './mysql-groups.js';
import { isRepeated, mostWanted, partAfter } from './pages.js';
import { RecordAdder, totalOf } from './records.js';
import { refusal } from './refusal.js';
import type { About, Part, Source, SourceOptions, TextReply } from './source.js';

const ROW = 'record_number';

const Answer = z.object({
  results: z.array(z.unknown()),
  count: z.nullish(z.union([z.number(), z.string()])),
  /** The columns of each table that was asked, by the table's id. */
  schema: z.optional(z.unknown()),
  query: z.optional(z.unknown()),
});
type Answer = z.infer<typeof Answer>;

type Fields = NonNullable<Datastore['fields']>;

/** The columns of the table: the portal's names for them, their types, and what the file called them. */
function fieldsOf({ schema }: Answer): Fields {
  if (!isObject(schema)) return [];
  return Object.keys(schema).flatMap((id): Fields => {
    const table = own(schema, id);
    const fields = isObject(table) ? own(table, 'fields') : undefined;
    if (!isObject(fields)) return [];
    return Object.keys(fields).flatMap((name) => {
      const field = own(fields, name);
      if (!isObject(field) || name === ROW) return [];
      const label = own(field, 'title') ?? own(field, 'description');
      const type = own(field, 'mysql_type') ?? own(field, 'type');
      return [{ id: name, type, info: { label: label === name ? '' : label } }];
    });
  });
}

/** The names of the columns asked for, where rows come as lists; all of the table where none was. */
function askedColumns({ query }: Answer, fields: Fields): string[] {
  const asked = isObject(query) ? own(query, 'properties') : undefined;
  if (!Array.isArray(asked) || asked.length === 0) return fields.map(({ id }) => id);
  return asked.map((each: unknown, index) => {
    const name = isObject(each) ? (own(each, 'alias') ?? own(each, 'property')) : each;
    return typeof name === 'string' ? name : `columna_${index + 1}`;
  });
}

async function answerOf({ text, url }: TextReply): Promise<Answer> {
  const { host } = new URL(url);
  const root = await parseJson(text, host);
  const answer = Answer.safeParse(root);
  if (answer.success) return answer.data;
  const message = isObject(root) ? own(root, 'message') : undefined;
  if (typeof message !== 'string') throw new DataError('malformed', { host }, answer.error);
  const isMissing = isObject(root) && Number(own(root, 'status')) === 404;
  throw refusal(host, message, isMissing ? 'no-resource' : 'server-error');
}

function addRecords(
  answer: Answer,
  fields: Fields,
  records: readonly unknown[],
  builder: TableBuilder,
): void {
  const adder = new RecordAdder(builder);
  const hasLists = records.some(Array.isArray);
  const isWhole = isObject(records[0]) && fields.every(({ id }) => Object.hasOwn(records[0] as object, id));
  const columns = adder.columns(
    hasLists
      ? askedColumns(answer, fields)
      : isWhole || records.length === 0
        ? fields.map(({ id }) => id)
        : [],
  );
  for (const record of records) {
    if (Array.isArray(record)) adder.addArray(record, columns);
    else if (isObject(record)) adder.addObject(record, (name) => name !== ROW && name !== 'result_number');
  }
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  _about?: About,
  address?: URL,
): Promise<Part> {
  const url = new URL(reply.url);
  if (isItem(url)) {
    const { readItem } = await import('./dkan2-item.js');
    return readItem(await parseJson(reply.text, url.host), reply.url, options);
  }
  const answer = await answerOf(reply);
  const { results: records, count } = answer;
  const fields = fieldsOf(answer);
  const asked = groupsAsked(url.searchParams);
  const types = new Map(fields.map(({ id, type }) => [id, String(type)]));
  if (asked) refuseInexact({ records, types, ...asked }, url.host);
  const isWhole = ![...url.searchParams.keys()].some((name) => name.startsWith('properties'));
  if (records.length > 0 && isWhole && isRepeated(builder, JSON.stringify(records))) return { isPart: true };
  const most = mostWanted(url, address, builder.length, '');
  addRecords(answer, fields, records.slice(0, most), builder);
  const all = totalOf(count);
  const isKept = !isQuery(url);
  return {
    ...describeFields(fields),
    ...partAfter({ url: reply.url, received: records.length, all, most, isKept }, builder),
  };
}

/** DKAN 2's datastore query: rows 500 at a time, groups of them, and the datasets they belong to (DCAT-US 1.1). */
export const source: Source = { plan, parse };
