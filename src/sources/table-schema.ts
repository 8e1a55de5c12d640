import type { ColumnDescription } from '../table/describe.js';
import type { StatusSet } from '../table/status.js';
import type { Written } from '../table/written.js';
import { absenceOf } from './absence-labels.js';
import { markIn, objectsIn, textIn } from './descriptor-text.js';
import { isObject, own, type JsonObject } from './json-text.js';

/** What is counted or measured, what is a time; of the other types the cells are text. */
const KINDS: Readonly<Record<string, ColumnDescription['kind']>> = {
  integer: 'number', number: 'number', year: 'period', yearmonth: 'period', date: 'period', datetime: 'period',
  any: undefined,
}; // prettier-ignore

/** What stands for no value, and why; `undefined` where it is not said. */
function missingIn(object: JsonObject): ReadonlyMap<string, StatusSet> | undefined {
  const listed = own(object, 'missingValues');
  if (!Array.isArray(listed)) return undefined;
  const missing = new Map<string, StatusSet>();
  for (const each of listed as readonly unknown[]) {
    if (typeof each === 'string') missing.set(each.trim(), absenceOf(''));
    else if (isObject(each)) {
      const value = own(each, 'value');
      if (typeof value === 'string') missing.set(value.trim(), absenceOf(textIn(each, 'label') ?? ''));
    }
  }
  return missing;
}

function writtenAs(
  field: JsonObject,
  missing: ReadonlyMap<string, StatusSet> | undefined,
): Written | undefined {
  const format = textIn(field, 'format');
  const decimalChar = markIn(field, 'decimalChar');
  const groupChar = markIn(field, 'groupChar');
  const isPattern = format !== undefined && !['default', 'any'].includes(format);
  const written: Written = {
    ...(decimalChar && { decimalChar }),
    ...(groupChar && { groupChar }),
    ...(own(field, 'bareNumber') === false && { bareNumber: false }),
    ...(missing && missing.size > 0 && { missing }),
    ...(isPattern && { dateFormat: format }),
  };
  return Object.keys(written).length > 0 ? written : undefined;
}

/** What the categories of a field stand for (Table Schema 2); `undefined` where they have no labels. */
function wordLabelsOf(field: JsonObject): ReadonlyMap<string, string> | undefined {
  const labels = new Map<string, string>();
  for (const category of objectsIn(field, 'categories')) {
    const value = own(category, 'value');
    const label = textIn(category, 'label');
    if (label !== undefined && (typeof value === 'string' || typeof value === 'number'))
      labels.set(String(value), label);
  }
  return labels.size > 0 ? labels : undefined;
}

function kindOf(field: JsonObject, hasLabels: boolean): ColumnDescription['kind'] {
  // Numbers that stand for words are codes.
  if (hasLabels) return 'text';
  const type = textIn(field, 'type') ?? 'any';
  return Object.hasOwn(KINDS, type) ? KINDS[type] : 'text';
}

/** Names of the fields of a Table Schema, in their order. */
export function fieldNames(schema: JsonObject): string[] {
  return objectsIn(schema, 'fields').flatMap((field) => textIn(field, 'name') ?? []);
}

/** The columns that a Table Schema (Frictionless Data Package 1 and 2) describes. */
export function columnsOfSchema(schema: JsonObject): ColumnDescription[] {
  const ofAll = missingIn(schema);
  return objectsIn(schema, 'fields').flatMap((field): ColumnDescription[] => {
    const name = textIn(field, 'name');
    if (name === undefined) return [];
    const label = textIn(field, 'title');
    const unit = textIn(field, 'unit', 'units', 'qudt:unit');
    const wordLabels = wordLabelsOf(field);
    const written = writtenAs(field, missingIn(field) ?? ofAll);
    const kind = kindOf(field, wordLabels !== undefined);
    return [
      {
        name,
        ...(kind && { kind }),
        ...(label !== undefined && { label }),
        ...(unit !== undefined && { unit }),
        ...(wordLabels && { wordLabels }),
        ...(written && { written }),
      },
    ];
  });
}
