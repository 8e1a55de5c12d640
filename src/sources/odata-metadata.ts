import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { describedColumn, toldOf, type PortalKind } from './column-kind.js';
import { plainText } from './plain-text.js';
import type { About, TextReply } from './source.js';

/** More levels of types made of types than this are a circle. */
const MOST_BASES = 8;
const NUMBER = /^Edm\.(Byte|SByte|Int16|Int32|Int64|Decimal|Double|Single)$/;
const KINDS = new Map<string, PortalKind>([
  ['Edm.String', 'text'],
  ['Edm.Date', 'day'],
  ['Edm.DateTime', 'moment'],
  ['Edm.DateTimeOffset', 'moment'],
]);

/** The tags that say what a set of entities has, whatever the prefix of their namespace. */
const TAG = /<(?:[\w-]+:)?(Edmx|EntityType|ComplexType|Property|EntitySet)(\s[^<>]*)?>/g;

type Attributes = ReadonlyMap<string, string>;

function attributesIn(text: string): Attributes {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    [...found].map(([, name = '', double, single]) => [name, plainText(double ?? single ?? '')]),
  );
}

/** What a service says of one property of a set's entities. */
interface Property {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  /** Each row has a value. */
  readonly isRequired: boolean;
}

/** A type of entities: its own properties, and the type that it extends. */
interface EntityType {
  readonly base: string;
  readonly properties: Property[];
}

/** What a document tells: the version of the protocol, where it is one, the types of entities and the sets of them. */
interface Metadata {
  version?: string;
  readonly types: Map<string, EntityType>;
  readonly sets: { readonly name: string; readonly type: string }[];
}

function metadataIn(xml: string): Metadata {
  const found: Metadata = { types: new Map(), sets: [] };
  let type: EntityType | undefined;
  for (const [, tag, written = ''] of xml.matchAll(TAG)) {
    const attributes = attributesIn(written);
    const said = (attribute: string): string => attributes.get(attribute) ?? '';
    const name = said('Name');
    if (tag === 'Edmx') found.version ??= said('Version');
    else if (tag === 'EntitySet') found.sets.push({ name, type: said('EntityType') });
    else if (tag === 'Property') {
      const isRequired = said('Nullable') === 'false';
      type?.properties.push({ name, type: said('Type'), label: said('sap:label'), isRequired });
    } else {
      type = { base: said('BaseType'), properties: [] };
      if (tag === 'EntityType') found.types.set(name, type);
    }
  }
  return found;
}

/** The properties of a type, those of the types that it extends first. */
function propertiesOf(types: ReadonlyMap<string, EntityType>, name: string, bases = 0): Property[] {
  const type = types.get(name.slice(name.lastIndexOf('.') + 1));
  if (!type || bases > MOST_BASES) return [];
  return [...propertiesOf(types, type.base, bases + 1), ...type.properties];
}

/** The address of a service and the name of the set of entities in it. */
export function entitySet({ pathname }: URL): { readonly root: string; readonly name: string } {
  const parts = pathname.replace(/\/+$/, '').split('/');
  const at = parts.findIndex((part) => part.includes('('));
  const last = at > 0 ? at : parts.length - 1;
  return { root: parts.slice(0, last).join('/'), name: (parts.at(-1) ?? '').replace(/\(.*$/, '') };
}

/** Under which name the properties of a set are found. */
const setFact = (set: string): string => `set ${set}`;

/** What a service says of one of its sets of entities; nothing where it could not be heard. */
export class SetDescription {
  readonly #properties: ReadonlyMap<string, Property>;
  readonly columns: readonly ColumnDescription[];

  constructor(about: About | undefined, address: URL) {
    const told = JSON.parse(toldOf(about, setFact(entitySet(address).name)) ?? '[]') as Property[];
    this.#properties = new Map(told.map((property) => [property.name, property]));
    this.columns = [...this.#properties.values()].map(({ name, label }) =>
      describedColumn(name, this.kindOf(name), label),
    );
  }

  get isKnown(): boolean {
    return this.columns.length > 0;
  }

  typeOf(property: string): string | undefined {
    return this.#properties.get(property)?.type;
  }

  kindOf(property: string): PortalKind | undefined {
    const type = this.typeOf(property) ?? '';
    return NUMBER.test(type) ? 'number' : KINDS.get(type);
  }

  /** Whether each row has a value. */
  isRequired(property: string): boolean {
    return this.#properties.get(property)?.isRequired ?? false;
  }
}

/** Reads a service's `$metadata` (CSDL in XML): which version it speaks, and what the columns of its sets are. */
export function readMetadata({ url, text }: TextReply): About {
  const { version, types, sets } = metadataIn(text);
  if (version === undefined) throw new DataError('malformed', { host: new URL(url).host });
  const facts = sets.map(({ name, type }) => [setFact(name), JSON.stringify(propertiesOf(types, type))]);
  return { facts: { version, ...(Object.fromEntries(facts) as Record<string, string>) } };
}
