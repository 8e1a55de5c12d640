import { isObject, own, type JsonObject } from './json-text.js';
import type { FoundRows } from './json-rows.js';

/** Where the names of lists of values stand, beside them or in what describes them. */
const NAMES = [
  'fields',
  'columns',
  'columnNames',
  'headers',
  'header',
  'cols',
  'names',
  'columnas',
  'campos',
];
const ABOUT = [[], ['schema'], ['meta'], ['metadata'], ['meta', 'view']];

/** The names of lists of values, and which row is the first. `undefined` for a value that is no column. */
export interface ColumnNames {
  readonly names: readonly (string | undefined)[];
  readonly from: number;
}

const nameless = (index: number): string => `columna_${index + 1}`;

/** A name, or a thing that has one. What a portal keeps of each row for itself is no column. */
function nameOf(field: unknown, index: number): string | undefined {
  if (typeof field === 'string' || typeof field === 'number') return String(field);
  if (!isObject(field)) return nameless(index);
  if (own(field, 'dataTypeName') === 'meta_data') return undefined;
  const said = ['id', 'name', 'nombre', 'title', 'label'].map((key) => own(field, key));
  return said.find((name): name is string => typeof name === 'string') ?? nameless(index);
}

function listsOfNames(around: readonly JsonObject[]): unknown[][] {
  return around.flatMap((object) =>
    ABOUT.flatMap((path) => {
      const place = path.reduce<unknown>((at, key) => (isObject(at) ? own(at, key) : undefined), object);
      return isObject(place) ? NAMES.map((key) => own(place, key)).filter((list) => Array.isArray(list)) : [];
    }),
  );
}

/** Rows as lists need names: a list of them beside the rows, as long as a row is, or a first row that is all text. */
export function columnNames({ rows, around }: FoundRows): ColumnNames {
  const [first] = rows;
  const beside = listsOfNames(around);
  if (first === undefined) {
    const names = beside[0]?.map(nameOf) ?? [];
    return { names, from: 0 };
  }
  if (!Array.isArray(first)) {
    // A key that no record has is still a column, where the records have no other names than those.
    const keys = isObject(first) ? Object.keys(first) : [];
    const lists = listsOfNames(around.slice(0, 1)).map((list) => list.map(nameOf));
    const all = lists.find((list) => keys.every((key) => list.includes(key)));
    return { names: all ?? [], from: 0 };
  }
  const fields = beside.find((list) => list.length === first.length);
  if (fields) {
    const names = fields.map(nameOf);
    const isRepeated = first.every((cell, index) => typeof cell === 'string' && cell === names[index]);
    return { names, from: isRepeated ? 1 : 0 };
  }
  const isHeader = first.every((cell) => typeof cell === 'string');
  const names = first.map((cell: unknown, index) => (isHeader ? String(cell) : nameless(index)));
  return { names, from: isHeader ? 1 : 0 };
}
