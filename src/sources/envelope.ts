import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import { looksLikeCode } from '../table/code-column.js';
import type { ColumnDescription } from '../table/describe.js';
import { isObject, own, parseJson } from './json-text.js';
import { refusal } from './refusal.js';
import type { Part } from './source.js';

/** What CKAN's Action API, and DKAN's copy of it, wrap around every answer. */
const Envelope = z.object({
  success: z.optional(z.boolean()),
  result: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
});

const Field = z.object({
  id: z.string(),
  type: z.optional(z.unknown()),
  /** CKAN's data dictionary. */
  info: z.optional(z.unknown()),
});

const Datastore = z.object({
  fields: z.optional(z.array(Field)),
  // Rows are looked at one by one as they are added: checking them here would copy each.
  records: z.array(z.unknown()),
  total: z.nullish(z.union([z.number(), z.string()])),
  total_was_estimated: z.nullish(z.boolean()),
  records_truncated: z.nullish(z.boolean()),
});

export type Datastore = z.infer<typeof Datastore>;

/** Numbers with decimals, as databases call them. Whole numbers may be years or codes: their cells tell. */
const DECIMAL = /^(numeric|decimal|double|float|real|money)/i;

/** What the portal says of its columns: a name for readers, and which are numbers whatever their texts look like. */
export function describeFields(fields: Datastore['fields']): Pick<Part, 'columns'> {
  const columns = (fields ?? []).flatMap(({ id, type, info }): ColumnDescription[] => {
    const name = id.trim();
    const said = isObject(info) ? own(info, 'label') : undefined;
    const label = typeof said === 'string' ? said.trim() : '';
    const isNumber = typeof type === 'string' && DECIMAL.test(type) && !looksLikeCode(name, []);
    if (label === '' && !isNumber) return [];
    return [{ name, ...(label !== '' && { label }), ...(isNumber && { kind: 'number' as const }) }];
  });
  return columns.length > 0 ? { columns } : {};
}

/** What the portal says went wrong; a validation error names the parameter. */
function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!isObject(error)) return '';
  const message = own(error, 'message');
  return typeof message === 'string' ? message : JSON.stringify(error);
}

/**
 * The result within the envelope. HTTP 200 proves nothing: `success: false` is an error, unless a result stands
 * beside it (DKAN 7 answers so when no row matches).
 */
export async function resultOf(text: string, host: string): Promise<unknown> {
  const envelope = Envelope.safeParse(await parseJson(text, host));
  if (!envelope.success) throw new DataError('malformed', { host }, envelope.error);
  const { success, result, error } = envelope.data;
  if (isObject(result) && Array.isArray(own(result, 'records'))) return result;
  if (success === true && result !== undefined && result !== null) return result;
  const missing = isObject(error) && /not found/i.test(String(own(error, '__type')));
  throw refusal(host, messageOf(error), missing ? 'no-resource' : 'server-error');
}

/** The rows of a datastore search. MEF's portal puts them at the root, without an envelope. */
export async function datastoreOf(text: string, host: string): Promise<Datastore> {
  const root = await parseJson(text, host);
  const atRoot = isObject(root) && Array.isArray(own(root, 'records'));
  const datastore = Datastore.safeParse(atRoot ? root : await resultOf(text, host));
  if (!datastore.success) throw new DataError('malformed', { host }, datastore.error);
  return datastore.data;
}
