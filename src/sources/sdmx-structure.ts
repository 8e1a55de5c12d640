import { DataError } from '../errors.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { About, TextReply } from './source.js';

interface Found {
  readonly id: string;
  readonly position: number;
  readonly isTime: boolean;
}

/** The attributes of an element of XML, as far as they are written here. */
function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"'<>]{1,200})["']`).exec(tag)?.[1];
}

/** SDMX-ML: what services send where nobody asks by a header. */
function dimensionsInXml(xml: string): (Found | undefined)[] {
  const tags = xml.match(/<(?:\w{1,20}:)?(?:Measure|Time)?Dimension\s[^<>]{1,1000}>/g) ?? [];
  return tags.map((tag, index) => {
    const id = attribute(tag, 'id');
    const position = Number(attribute(tag, 'position') ?? index + 1);
    const isTime = /^<(?:\w+:)?TimeDimension/.test(tag);
    return id === undefined ? undefined : { id, position, isTime };
  });
}

function within(object: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((inner: unknown, key) => {
    const first: unknown = Array.isArray(inner) ? inner[0] : inner;
    return isObject(first) ? own(first, key) : undefined;
  }, object);
}

function found(raw: unknown, index: number, isTime = false): Found | undefined {
  const id = isObject(raw) ? own(raw, 'id') : undefined;
  const position = isObject(raw) ? own(raw, 'position') : undefined;
  if (typeof id !== 'string') return undefined;
  return { id, position: typeof position === 'number' ? position : index + 1, isTime };
}

/** SDMX-JSON's message of structure, 1.0 and 2.x. */
function dimensionsInJson(root: JsonObject): (Found | undefined)[] {
  const structures = within(root, 'data', 'dataStructures') ?? within(root, 'dataStructures');
  const list = within(structures, 'dataStructureComponents', 'dimensionList');
  const listOf = (key: string): unknown[] => [within(list, key) ?? []].flat();
  const times = [...listOf('timeDimension'), ...listOf('timeDimensions')];
  const others = [...listOf('dimensions'), ...listOf('measureDimensions')];
  return [
    ...others.map((each, index) => found(each, index)),
    ...times.map((each, index) => found(each, others.length + index, true)),
  ];
}

/** The dimensions of a flow in the order of its key, and the one that is its time. */
export async function readStructure({ url, text }: TextReply): Promise<About> {
  const { host } = new URL(url);
  const root = text.trimStart().startsWith('<') ? undefined : await parseJson(text, host);
  const dimensions =
    root === undefined ? dimensionsInXml(text) : isObject(root) ? dimensionsInJson(root) : [];
  const isKnown =
    dimensions.length > 0 && dimensions.every((each) => each !== undefined && !/\s/.test(each.id));
  const all = dimensions.filter((each) => each !== undefined).sort((a, b) => a.position - b.position);
  const names = new Set(all.map(({ id }) => id));
  // A key in a wrong order would ask for other data: it is built only where every place in it is sure.
  if (!isKnown || names.size < all.length) throw new DataError('not-data', { host });
  const time = all.find(({ isTime }) => isTime)?.id ?? '';
  const keyed = all.filter(({ isTime }) => !isTime).map(({ id }) => id);
  return { facts: { dimensions: keyed.join(' '), time } };
}
