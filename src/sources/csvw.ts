import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { source as csv } from './csv.js';
import {
  baseOf,
  chooseTable,
  readCsvwDialect,
  readCsvwMetadata,
  readCsvwSchema,
  tablesOf,
  type CsvwTable,
} from './csvw-table.js';
import { textIn } from './descriptor-text.js';
import type { Dialect } from './dialect.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { About, Part, Source, SourceOptions, TextReply } from './source.js';

const METADATA = '-metadata.json';

/** Whether an address is of a metadata document itself. */
function isMetadata({ pathname }: URL): boolean {
  return /\.json$/i.test(pathname);
}

async function documentOf({ url, text }: TextReply): Promise<JsonObject> {
  const { host } = new URL(url);
  const document = await parseJson(text, host);
  if (isObject(document)) return document;
  throw new DataError('not-data', { host, expected: ['csv-metadata.json'] });
}

/** An address within a document. */
function resolve(path: string, base: string, host: string): string {
  if (URL.canParse(path, base)) return new URL(path, base).href;
  throw new DataError('bad-address', {
    host,
    attribute: 'url',
    value: path.slice(0, 200),
    expected: ['datos.csv'],
  });
}

/** What a document says of a table, beside what stands in a document of its own. */
function describe(chosen: CsvwTable): Pick<About, 'columns' | 'metadata'> & { readonly dialect: Dialect } {
  const { table, group } = chosen;
  const schema = [own(table, 'tableSchema'), own(group, 'tableSchema')].find((each) => each !== undefined);
  const { columns = [], dialect = {} } = isObject(schema) ? readCsvwSchema(schema, [table, group]) : {};
  return { columns, metadata: readCsvwMetadata(chosen), dialect: { ...readCsvwDialect(chosen), ...dialect } };
}

/** The document beside a file: `datos.csv-metadata.json`. */
const about: Source['about'] = {
  plan: (address) => {
    if (isMetadata(address)) return undefined;
    const url = new URL(address);
    url.pathname += METADATA;
    return { url: url.href };
  },
  parse: async (reply) => {
    const document = await documentOf(reply);
    const { host } = new URL(reply.url);
    const file = reply.url.replace(METADATA, '');
    const base = baseOf(document, reply.url);
    const isOfFile = ({ table }: CsvwTable): boolean =>
      resolve(textIn(table, 'url') ?? '', base, host) === file;
    return describe(tablesOf(document).find(isOfFile) ?? chooseTable(document, undefined, host));
  },
};

/** A document that says where the rows are; its schema may be a document of its own, which is read first. */
async function readMetadata(reply: TextReply, options: SourceOptions): Promise<Part> {
  const { host } = new URL(reply.url);
  const document = await documentOf(reply);
  const { pending: [, data] = [], ...known } = options.dialect ?? {};
  if (data) {
    const { columns, dialect } = readCsvwSchema(document, []);
    return {
      columns,
      elsewhere: { url: data.url, protocol: 'csv', options: { dialect: { ...known, ...dialect } } },
    };
  }
  const chosen = chooseTable(document, options.resource, host);
  const base = baseOf(document, reply.url);
  const url = resolve(textIn(chosen.table, 'url') ?? '', base, host);
  const { columns = [], metadata = {}, dialect } = describe(chosen);
  const schema = own(chosen.table, 'tableSchema') ?? own(chosen.group, 'tableSchema');
  if (typeof schema !== 'string') {
    return { columns, metadata, elsewhere: { url, protocol: 'csv', options: { dialect } } };
  }
  const pending = [
    { what: 'schema', url: resolve(schema, base, host), protocol: 'csvw' },
    { what: 'data', url, protocol: 'csv' },
  ] as const;
  return {
    metadata,
    elsewhere: { url: pending[0].url, protocol: 'csvw', options: { dialect: { ...dialect, pending } } },
  };
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  said?: About,
): Promise<Part> {
  // A file of JSON is the document; a file of CSV was described before it came.
  if (/^\s*\{/.test(reply.text)) return readMetadata(reply, options);
  return csv.parse(reply, builder, { ...options, ...(said?.dialect && { dialect: said.dialect }) });
}

/** CSV on the Web (W3C): a file of CSV with a document that describes it, found from either. */
export const source: Source = {
  about,
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
