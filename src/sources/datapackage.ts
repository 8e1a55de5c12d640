import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import { textIn } from './descriptor-text.js';
import type { Dialect, Pending } from './dialect.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { metadataOf } from './package-metadata.js';
import { addressIn } from './package-path.js';
import { chooseResource, pathsOf, protocolOfResource } from './package-resource.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';
import { readTableDialect } from './table-dialect.js';
import { columnsOfSchema, fieldNames } from './table-schema.js';

/** The next file of a description that is in several, or the data. */
function goOn(pending: readonly Pending[], dialect: Dialect): Part {
  const [next] = pending;
  if (!next) return {};
  const { url, protocol, what } = next;
  const known: Dialect = what === 'data' ? dialect : { ...dialect, pending };
  return { elsewhere: { url, protocol, options: { dialect: known } } };
}

/** What a schema says of the columns, and their names for a file whose header has others. */
function learnSchema(schema: JsonObject): { columns: ColumnDescription[]; dialect: Dialect } {
  const names = fieldNames(schema);
  // A schema that need not name every column says nothing of their order.
  const [match] = [own(schema, 'fieldsMatch')].flat();
  const isByOrder = match === undefined || match === 'exact';
  return { columns: columnsOfSchema(schema), dialect: names.length > 0 && isByOrder ? { names } : {} };
}

/** Reads a schema or a dialect that has a file of its own. */
function readReferred(document: JsonObject, { pending = [], ...known }: Dialect): Part {
  const [file, ...others] = pending;
  if (file?.what === 'dialect') return goOn(others, { ...known, ...readTableDialect(document) });
  const { columns, dialect } = learnSchema(document);
  return { ...goOn(others, { ...known, ...dialect }), columns };
}

/** Reads a description: which resource holds the rows, what its columns are, how it is written, whose it is. */
async function readPackage(
  document: JsonObject,
  url: string,
  builder: TableBuilder,
  options: SourceOptions,
): Promise<Part> {
  const { host } = new URL(url);
  const resource = chooseResource(document, options.resource, host);
  const metadata = metadataOf(document, resource);
  const [schema, dialect] = [own(resource, 'schema'), own(resource, 'dialect')];
  const learnt = isObject(schema) ? learnSchema(schema) : { columns: [], dialect: {} };
  const encoding = textIn(resource, 'encoding');
  const paths = pathsOf(resource).map((path) => addressIn(path, url));
  const [path, ...parts] = paths;
  const known: Dialect = {
    ...learnt.dialect,
    ...(isObject(dialect) && readTableDialect(dialect)),
    // UTF-8 is what is tried anyway, and what is often said of files that are not.
    ...(encoding !== undefined && !/^utf-?8$/i.test(encoding) && { encoding }),
    ...(parts.length > 0 && { parts }),
  };
  const { columns } = learnt;
  const data = own(resource, 'data');
  if (path === undefined && data !== undefined && data !== null) {
    const { readInline } = await import('./inline-rows.js');
    const part = await readInline(data, url, builder, {
      ...options,
      dialect: { ...known, ...options.dialect },
    });
    return { ...part, columns: [...columns, ...(part.columns ?? [])], metadata };
  }
  if (path === undefined) {
    throw new DataError('bad-address', { host, attribute: 'path', value: '', expected: ['datos.csv'] });
  }
  const referred = (what: 'schema' | 'dialect', reference: unknown): Pending[] =>
    typeof reference === 'string' && reference.trim() !== ''
      ? [{ what, url: addressIn(reference, url), protocol: 'datapackage' }]
      : [];
  const file: Pending = { what: 'data', url: path, protocol: protocolOfResource(resource, path) };
  const pending = [...referred('schema', schema), ...referred('dialect', dialect), file];
  return { ...goOn(pending, known), columns, metadata };
}

async function parse({ url, text }: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const { host } = new URL(url);
  const document = await parseJson(text, host);
  if (!isObject(document)) throw new DataError('not-data', { host, expected: ['datapackage.json'] });
  if (options.dialect?.pending) return readReferred(document, options.dialect);
  if (!Array.isArray(own(document, 'resources'))) {
    throw new DataError('not-data', { host, expected: ['"resources": [{ … }]'] });
  }
  return readPackage(document, url, builder, options);
}

/** Frictionless Data Package 1 and 2: a description that says where the rows are and how they are written. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
