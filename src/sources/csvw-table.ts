import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { columnsOfCsvw } from './csvw-columns.js';
import { linkedTextOf } from './csvw-text.js';
import { allTexts, markIn, objectsIn, textIn } from './descriptor-text.js';
import type { Dialect } from './dialect.js';
import { isObject, own, type JsonObject } from './json-text.js';
import type { SourceMetadata } from './source.js';

/** A table of a metadata document, and what its group says of all. */
export interface CsvwTable {
  readonly table: JsonObject;
  readonly group: JsonObject;
}

/** The tables of a document that describes one, or a group. */
export function tablesOf(document: JsonObject): CsvwTable[] {
  const tables = objectsIn(document, 'tables');
  return (tables.length > 0 ? tables : [document]).map((table) => ({ table, group: document }));
}

/** What addresses are relative to: the document, or what it says instead. */
export function baseOf(document: JsonObject, url: string): string {
  const contexts = [own(document, '@context')].flat().filter(isObject);
  const base = contexts.map((context) => textIn(context, '@base')).find((each) => each !== undefined);
  return base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url;
}

/** The table that the page names, by its address, id or title; else the first that is for showing. */
export function chooseTable(document: JsonObject, wanted: string | undefined, host: string): CsvwTable {
  const tables = tablesOf(document);
  const namesOf = ({ table }: CsvwTable): string[] => {
    const said = [textIn(table, 'url'), textIn(table, 'id', '@id'), linkedTextOf([table], 'title', 'name')];
    return said.filter((name) => name !== undefined);
  };
  const chosen =
    wanted === undefined || wanted === ''
      ? (tables.find(({ table }) => own(table, 'suppressOutput') !== true) ?? tables[0])
      : tables.find((each) => namesOf(each).some((name) => name === wanted || name.endsWith(`/${wanted}`)));
  if (chosen && textIn(chosen.table, 'url') !== undefined) return chosen;
  const expected = tables.flatMap((each) => namesOf(each).slice(0, 1));
  if (expected.length === 0) throw new DataError('not-data', { host, expected: ['"url": "datos.csv"'] });
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected });
}

const countIn = (object: JsonObject, key: string): number | undefined => {
  const value = own(object, key);
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
};
const MOST_HEADER_ROWS = 20;

/** The dialect of a table, else of its group (Metadata Vocabulary for Tabular Data, section 5.9). */
export function readCsvwDialect({ table, group }: CsvwTable): Dialect {
  const dialect = [own(table, 'dialect'), own(group, 'dialect')].find(isObject);
  if (!dialect) return {};
  const delimiter = markIn(dialect, 'delimiter');
  const quoteChar = own(dialect, 'quoteChar');
  const commentChar = markIn(dialect, 'commentPrefix');
  const encoding = textIn(dialect, 'encoding');
  const skipped = countIn(dialect, 'skipRows') ?? 0;
  const count = own(dialect, 'header') === false ? 0 : countIn(dialect, 'headerRowCount');
  const length = Math.min(count ?? 1, MOST_HEADER_ROWS);
  const hasPlace = count !== undefined || skipped > 0;
  return {
    ...(delimiter && { delimiter }),
    ...(quoteChar === null && { quoteChar: '' }),
    ...(typeof quoteChar === 'string' && { quoteChar: quoteChar.slice(0, 1) }),
    ...(commentChar && { commentChar }),
    ...(encoding !== undefined && !/^utf-?8$/i.test(encoding) && { encoding }),
    ...(own(dialect, 'doubleQuote') === false && { doubleQuote: false, escapeChar: '\\' }),
    ...(own(dialect, 'skipInitialSpace') === true && { skipInitialSpace: true }),
    ...(skipped > 0 && { commentRows: [[1, skipped]] as const }),
    ...(hasPlace && { headerRows: Array.from({ length }, (_, index) => skipped + index + 1) }),
  };
}

/** Whose the data are, in the words of Dublin Core or schema.org, and the notes that are to be read with them. */
export function readCsvwMetadata({ table, group }: CsvwTable): SourceMetadata {
  const holders = [table, group];
  const notes = [own(table, 'notes') ?? own(group, 'notes')]
    .flat()
    .flatMap((note) =>
      isObject(note)
        ? (linkedTextOf([note], 'text', 'body', 'note', 'value', 'comment') ?? [])
        : allTexts(note),
    );
  const described = linkedTextOf(holders, 'description', 'comment', 'abstract');
  const description = [described, ...notes].filter((text) => text !== undefined).join(' ');
  const title = linkedTextOf(holders, 'title', 'name', 'label');
  const publisher = linkedTextOf(holders, 'publisher', 'creator');
  const license = linkedTextOf(holders, 'license', 'rights');
  const updated = /^\d{4}(-\d\d){0,2}/.exec(
    linkedTextOf(holders, 'modified', 'dateModified', 'issued', 'date') ?? '',
  )?.[0];
  const href = linkedTextOf(holders, 'landingPage', 'source', 'isDefinedBy');
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(description !== '' && { description }),
    ...(license !== undefined && { license }),
    ...(updated !== undefined && { updated }),
    ...(href !== undefined && /^https?:\/\//i.test(href) && { href }),
  };
}

/** What a schema says of the columns of a table, and what they are called. */
export function readCsvwSchema(
  schema: JsonObject,
  holders: readonly JsonObject[],
): { columns: readonly ColumnDescription[]; dialect: Dialect } {
  const { columns, names, renames } = columnsOfCsvw(schema, holders);
  return { columns, dialect: names.length > 0 ? { names, renames } : {} };
}
