import { DataError } from '../errors.js';
import type { Notice } from '../table/notice.js';
import { saidOf } from './descriptor-text.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { refusal } from './refusal.js';
import { localised, plainText } from './sdmx-component.js';
import type { SourceMetadata } from './source.js';

/** A message of SDMX-JSON in any of its three layouts: draft (2014), 1.0, 2.x. */
export interface Message {
  readonly structures: readonly JsonObject[];
  readonly dataSets: readonly JsonObject[];
  readonly metadata: SourceMetadata;
  /** What the server says beside the data. */
  readonly notices: readonly Notice[];
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

/** `errors` is a list of objects, or of texts; nothing in it is no error. */
function faultsIn(root: JsonObject): Fault[] {
  const errors = own(root, 'errors') ?? own(root, 'error');
  if (errors === undefined || errors === null) return [];
  return [errors].flat().map((each) => {
    if (!isObject(each)) return { code: '', message: plainText(each) ?? '' };
    const message = localised(each, 'title') ?? localised(each, 'detail') ?? localised(each, 'message');
    return { code: plainText(own(each, 'code')) ?? '', message: message ?? JSON.stringify(each) };
  });
}

/** Whether the words of a server say that nothing matches, and not that the flow itself is not there. */
export function saysNothingMatches(message: string): boolean {
  if (/data\s?-?(flow|set|structure)|structure|agency|resource|url|path|page|version/i.test(message))
    return false;
  return !/^(404\s*)?not found\.?$/i.test(message.trim());
}

function metadataOf(root: JsonObject, structure: JsonObject | undefined): SourceMetadata {
  const head = own(root, 'meta') ?? own(root, 'header');
  const [sender] = isObject(head) ? objectsIn(own(head, 'sender')) : [];
  const title = structure && localised(structure, 'name');
  const description = structure && localised(structure, 'description');
  const publisher = sender && (localised(sender, 'name') ?? plainText(own(sender, 'id')));
  return saidOf({ title, publisher, description });
}

/** Opens a message; fails where it holds an error and no data, or is no message of data. */
export async function openMessage(text: string, host: string): Promise<Message> {
  const root = await parseJson(text, host);
  if (!isObject(root)) throw new DataError('malformed', { host });
  const data = own(root, 'data');
  const body = isObject(data) ? data : root;
  const faults = faultsIn(root);
  const structures = objectsIn(own(body, 'structures') ?? own(body, 'structure'));
  const dataSets = objectsIn(own(body, 'dataSets'));
  const metadata = metadataOf(root, structures[0]);
  const [fault] = faults;
  if (dataSets.length === 0 && fault) {
    const isNothing = /^(404|100)$/.test(fault.code) && saysNothingMatches(fault.message);
    if (!isNothing) throw refusal(host, fault.message);
    return { structures: [], dataSets, metadata, notices: [] };
  }
  if (!Array.isArray(own(body, 'dataSets')))
    throw new DataError('not-data', { host, expected: ['dataSets'] });
  const notices = faults.map(({ message }): Notice => ({
    code: 'server-warning',
    value: message.slice(0, 200),
  }));
  return { structures, dataSets, metadata, notices };
}
