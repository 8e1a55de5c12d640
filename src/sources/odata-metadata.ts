import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { kindOfColumn } from './column-kind.js';
import { own } from './json-text.js';
import { plainText } from './plain-text.js';
import type { About, TextReply } from './source.js';

/** More levels of types made of types than this are a circle. */
const MOST_BASES = 8;
const NUMBER = /^Edm\.(Byte|SByte|Int16|Int32|Int64|Decimal|Double|Single)$/;
const TIME = /^Edm\.(Date|DateTime|DateTimeOffset)$/;

type Attributes = ReadonlyMap<string, string>;

/** An element with its attributes, and where what is within it begins. */
interface Element {
  readonly attributes: Attributes;
  readonly end: number;
}

function attributesIn(text: string): Attributes {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    [...found].map(([, name = '', double, single]) => [name, plainText(double ?? single ?? '')]),
  );
}

/** The elements of a name, whatever the prefix of their namespace. */
function* elements(xml: string, name: string): Generator<Element> {
  const tag = new RegExp(`<(?:[\\w-]+:)?${name}(\\s[^<>]*)?>`, 'g');
  for (const found of xml.matchAll(tag)) {
    yield { attributes: attributesIn(found[1] ?? ''), end: found.index + found[0].length };
  }
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** A type of entities: its own properties, and the type that it extends. */
interface EntityType {
  readonly base: string | undefined;
  readonly properties: readonly Attributes[];
}

function typesIn(xml: string): Map<string, EntityType> {
  const types = new Map<string, EntityType>();
  for (const { attributes, end } of elements(xml, 'EntityType')) {
    const close = xml.indexOf('EntityType>', end);
    const within = xml.slice(end, close < 0 ? undefined : close);
    const properties = [...elements(within, 'Property')].map((property) => property.attributes);
    types.set(attributes.get('Name') ?? '', { base: attributes.get('BaseType'), properties });
  }
  return types;
}

/** The properties of a type, those of the types that it extends first. */
function propertiesOf(types: Map<string, EntityType>, name: string, bases = 0): readonly Attributes[] {
  const type = types.get(lastPart(name));
  if (!type || bases > MOST_BASES) return [];
  const { base, properties } = type;
  return [...(base === undefined ? [] : propertiesOf(types, base, bases + 1)), ...properties];
}

function kindOf(name: string, type: string): ColumnDescription['kind'] {
  if (TIME.test(type)) return kindOfColumn(name, 'period');
  if (type === 'Edm.String') return kindOfColumn(name, 'text');
  return kindOfColumn(name, NUMBER.test(type) ? 'number' : undefined);
}

export const isNumber = (type: string | undefined): boolean => type !== undefined && NUMBER.test(type);

/** The address of a service and the name of the set of entities in it. */
export function entitySet({ pathname }: URL): { readonly root: string; readonly name: string } {
  const parts = pathname.replace(/\/+$/, '').split('/');
  const at = parts.findIndex((part) => part.includes('('));
  const last = at > 0 ? at : parts.length - 1;
  return { root: parts.slice(0, last).join('/'), name: (parts.at(-1) ?? '').replace(/\(.*$/, '') };
}

/** What a service says of one of its sets of entities; nothing where it could not be heard. */
export class SetDescription {
  readonly #facts: NonNullable<About['facts']>;
  readonly #set: string;
  readonly columns: readonly ColumnDescription[];

  constructor(about: About | undefined, address: URL) {
    this.#facts = about?.facts ?? {};
    this.#set = entitySet(address).name;
    this.columns = this.#describe();
  }

  #fact(what: string, property = ''): string {
    const fact = own(this.#facts, `${what} ${this.#set} ${property}`);
    return typeof fact === 'string' ? fact : '';
  }

  get isKnown(): boolean {
    return this.columns.length > 0;
  }

  typeOf(property: string): string | undefined {
    return this.#fact('type', property) || undefined;
  }

  /** Whether each row has a value. */
  isRequired(property: string): boolean {
    return this.#fact('nullable', property) === 'false';
  }

  #describe(): ColumnDescription[] {
    const before = `type ${this.#set} `;
    const names = Object.keys(this.#facts).filter((fact) => fact.startsWith(before));
    return names.map((fact) => {
      const name = fact.slice(before.length);
      const [label, kind] = [this.#fact('label', name), kindOf(name, this.#fact('type', name))];
      return { name, ...(label && { label }), ...(kind && { kind }) };
    });
  }
}

/** Reads a service's `$metadata` (CSDL in XML): which version it speaks, and what the columns of its sets are. */
export function readMetadata({ url, text: xml }: TextReply): About {
  const [edmx] = elements(xml, 'Edmx');
  if (!edmx) throw new DataError('malformed', { host: new URL(url).host });
  const types = typesIn(xml);
  const facts: [string, string][] = [['version', edmx.attributes.get('Version') ?? '']];
  for (const { attributes: set } of elements(xml, 'EntitySet')) {
    for (const property of propertiesOf(types, set.get('EntityType') ?? '')) {
      const of = `${set.get('Name') ?? ''} ${property.get('Name') ?? ''}`;
      facts.push([`type ${of}`, property.get('Type') ?? '']);
      facts.push([`nullable ${of}`, property.get('Nullable') ?? 'true']);
      facts.push([`label ${of}`, property.get('sap:label') ?? '']);
    }
  }
  return { facts: Object.fromEntries(facts) };
}
