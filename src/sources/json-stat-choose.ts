import { DataError } from '../errors.js';
import { textOf } from './json-stat-dimensions.js';
import { asObject, isObject, own, type JsonObject } from './json-text.js';
import { refusal } from './refusal.js';

/** A dataset, or where it is. */
export interface Chosen {
  readonly dataset?: JsonObject;
  readonly href?: string;
}

interface Choice extends Chosen {
  readonly names: readonly string[];
}

function isDataset(value: unknown): value is JsonObject {
  if (!isObject(value) || !isObject(own(value, 'dimension'))) return false;
  return (
    own(value, 'value') !== undefined || own(value, 'id') !== undefined || own(value, 'size') !== undefined
  );
}

/** What the server says in place of data: Eurostat has a list of faults, others one, with a message of their own. */
export function refuseFaults(root: unknown, host: string): void {
  const document = asObject(root);
  if (isDataset(document)) return;
  // Problem details for HTTP APIs, RFC 9457: the whole document is the fault.
  const problem = Number(own(document, 'status')) >= 400 ? document : undefined;
  const said = own(document, 'error') ?? own(document, 'errors') ?? own(document, 'warning') ?? problem;
  const fault: unknown = Array.isArray(said) ? said[0] : said;
  if (fault === undefined || fault === null || isDataset(fault)) return;
  const parts = ['label', 'message', 'title', 'detail'].map((name) => textOf(own(asObject(fault), name)));
  const message = textOf(fault) || parts.find((each) => each !== '') || '';
  const isTooBig = /TOO_?BIG|ASYNCHRONOUS/i.test(message) || own(asObject(fault), 'status') === 413;
  throw refusal(host, message, isTooBig ? 'too-big' : 'server-error');
}

/** The last part of an address, by which people know a file. */
function fileName(href: string): string {
  return (/([^/?#]+)\/?(?:[?#].*)?$/.exec(href)?.[1] ?? href).replace(/\.json$/i, '');
}

/** The datasets of a collection of JSON-stat 2: embedded, or linked. */
function itemsOf(collection: JsonObject): Choice[] {
  const items = own(asObject(own(collection, 'link')), 'item');
  return (Array.isArray(items) ? items : []).flatMap((item: unknown): Choice[] => {
    if (!isObject(item)) return [];
    const [label, href] = [textOf(own(item, 'label')), textOf(own(item, 'href'))];
    const kind = own(item, 'class') ?? 'dataset';
    if (kind !== 'dataset' && kind !== 'collection') return [];
    if (!isDataset(item) && href === '') return [];
    const names = [label, href, ...(href === '' ? [] : [fileName(href)])].filter((name) => name !== '');
    return [{ names, ...(isDataset(item) ? { dataset: item } : { href }) }];
  });
}

/** The datasets of a bundle of JSON-stat 1, each under a name of its own. */
function bundleOf(root: JsonObject): Choice[] {
  return Object.entries(root).flatMap(([name, dataset]) => {
    if (!isDataset(dataset)) return [];
    const label = textOf(own(dataset, 'label'));
    return [{ names: label === '' ? [name] : [name, label], dataset }];
  });
}

/**
 * The dataset of a document that holds or lists several: the one that `resource` names by its label, its address or
 * its file, else the first.
 */
export function chooseDataset(root: unknown, resource: string | undefined, host: string): Chosen {
  const document = asObject(root);
  const kind = own(document, 'class');
  if (isDataset(document) && kind !== 'collection') return { dataset: document };
  const isCollection = kind === 'collection' || own(document, 'link') !== undefined;
  const choices = isCollection ? itemsOf(document) : bundleOf(document);
  const [first] = choices;
  if (!first && !isCollection) {
    throw new DataError('not-data', { host, expected: ['class: dataset', 'class: collection'] });
  }
  const isOnly = !isCollection && choices.length === 1;
  const wanted = resource === undefined || isOnly ? undefined : resource.trim();
  const chosen = wanted === undefined ? first : choices.find(({ names }) => names.includes(wanted));
  if (chosen) return chosen;
  const expected = choices.map(({ names }) => names[0] ?? '');
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected });
}
