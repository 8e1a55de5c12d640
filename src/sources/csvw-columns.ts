import type { ColumnDescription } from '../table/describe.js';
import { STATUS } from '../table/status.js';
import type { Written } from '../table/written.js';
import { allTexts, markIn, objectsIn, textIn } from './descriptor-text.js';
import { isObject, own, type JsonObject } from './json-text.js';

const NUMBER =
  /^(number|decimal|double|float|byte|int|integer|long|short|(positive|negative|non(positive|negative))integer|unsigned(byte|int|long|short))$/;
const PERIOD = /^(date|gyear|gyearmonth|datetime|datetimestamp)$/;

/** What the closest of these says; a column has what its schema, its table and its group say. */
function inherited(holders: readonly JsonObject[], key: string): unknown {
  return holders.map((holder) => own(holder, key)).find((value) => value !== undefined);
}

interface Datatype {
  readonly kind?: ColumnDescription['kind'];
  readonly written: Written;
}

/** A datatype by its name, or with how it is written (Metadata Vocabulary for Tabular Data, section 5.11). */
function readDatatype(datatype: unknown): Datatype {
  if (datatype === undefined || datatype === null) return { written: {} };
  const whole: JsonObject = isObject(datatype) ? datatype : { base: datatype };
  const base = (textIn(whole, 'base') ?? 'string').toLowerCase();
  const format = own(whole, 'format');
  // The standard has them within `format`; many write them beside it.
  const marks = isObject(format) ? { ...whole, ...format } : whole;
  if (NUMBER.test(base)) {
    const decimalChar = markIn(marks, 'decimalChar');
    const groupChar = markIn(marks, 'groupChar');
    return {
      kind: 'number',
      written: { ...(decimalChar && { decimalChar }), ...(groupChar && { groupChar }) },
    };
  }
  if (!PERIOD.test(base))
    return { kind: base === 'any' || base === 'anyatomictype' ? undefined : 'text', written: {} };
  return {
    kind: 'period',
    written: typeof format === 'string' && format !== '' ? { dateFormat: format } : {},
  };
}

function missingOf(value: unknown): Written {
  const words = [value].flat().filter((each): each is string => typeof each === 'string');
  return words.length > 0 ? { missing: new Map(words.map((word) => [word.trim(), STATUS.missing])) } : {};
}

export interface CsvwColumns {
  readonly columns: readonly ColumnDescription[];
  readonly names: readonly string[];
  /** The name of a column by each of its titles. */
  readonly renames: ReadonlyMap<string, string>;
}

/** The columns that a schema describes; those that no cell is written for are left out. */
export function columnsOfCsvw(schema: JsonObject, holders: readonly JsonObject[]): CsvwColumns {
  const columns: ColumnDescription[] = [];
  const renames = new Map<string, string>();
  for (const column of objectsIn(schema, 'columns')) {
    if (own(column, 'virtual') === true) continue;
    const titles = allTexts(own(column, 'titles')).map((title) => title.trim());
    const name = textIn(column, 'name') ?? titles[0] ?? `columna_${columns.length + 1}`;
    const all = [column, schema, ...holders];
    const { kind, written } = readDatatype(inherited(all, 'datatype'));
    const wholly: Written = { ...written, ...missingOf(inherited(all, 'null')) };
    const [label] = titles;
    const unit = textIn(column, 'unit', 'schema:unitText', 'qudt:unit');
    for (const title of titles) if (!renames.has(title)) renames.set(title, name);
    columns.push({
      name,
      ...(kind && { kind }),
      ...(label !== undefined && label !== name && { label }),
      ...(unit !== undefined && { unit }),
      ...(Object.keys(wholly).length > 0 && { written: wholly }),
    });
  }
  return { columns, names: columns.map(({ name }) => name), renames };
}
