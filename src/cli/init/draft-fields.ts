import { isUbigeo, looksLikeCode, nameWords } from '../../table/code-column.js';
import { asTextColumn } from '../../query/as-text.js';
import type { Column } from '../../table/column.js';
import type { Table } from '../../table/table.js';

/** A field of Table Schema, as far as the data tell. */
export interface DraftField {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
  readonly decimalChar?: string;
}

/** So few words, each in many rows, are a list. */
const MOST_LISTED = 12;
const ROWS_PER_WORD = 5;
const MONTH = /^(mes|month)$/;
/** A part of a year beside a column of years. */
const PARTS = [MONTH, /^(trim|trimestres?|quarter|qtr)$/, /^(sem|semestres?|half)$/];

/** What places are called, by their level, in the countries of the region. */
const LEVELS: readonly (readonly [level: string, names: RegExp])[] = [
  ['departamento', /^(depa|dpto|dep|departamento|region)([^a-z]|$)/],
  ['provincia', /^(prov|provincia)([^a-z]|$)/],
  ['distrito', /^(dist|distrito|municipio|comuna|canton)([^a-z]|$)/],
];

const TYPE_OF_LENGTH = {
  year: 'year',
  month: 'yearmonth',
  day: 'date',
  half: 'string',
  quarter: 'string',
} as const;

function numberField(name: string, values: Float64Array): DraftField {
  const known = values.filter((value) => !Number.isNaN(value));
  const type = known.every(Number.isInteger) ? 'integer' : 'number';
  if (MONTH.test(nameWords(name))) return { name, type, constraints: { minimum: 1, maximum: 12 } };
  const isNeverBelow = known.length > 0 && known.every((value) => value >= 0);
  return { name, type, ...(isNeverBelow && { constraints: { minimum: 0 } }) };
}

function fieldOf(column: Column): DraftField {
  const { name } = column;
  if (column.kind === 'number') return numberField(name, column.values);
  if (column.kind === 'period') {
    const lengths = new Set(column.periods.map(({ length }) => length));
    const [length] = lengths;
    return { name, type: length && lengths.size === 1 ? TYPE_OF_LENGTH[length] : 'string' };
  }
  const { words, codes } = asTextColumn(column);
  const isList =
    words.length > 1 &&
    words.length <= MOST_LISTED &&
    codes.length >= words.length * ROWS_PER_WORD &&
    !looksLikeCode(name, words) &&
    !LEVELS.some(([, names]) => names.test(nameWords(name)));
  return { name, type: 'string', ...(isList && { constraints: { enum: [...words].sort() } }) };
}

/** What the columns hold. `decimalChar`: how their numbers are written, where it is not with a point. */
export function draftFields({ columns }: Table, decimalChar?: string): DraftField[] {
  const fields = columns.filter(({ name }) => name !== '_id').map(fieldOf);
  if (decimalChar === undefined) return fields;
  return fields.map((field) => (field.type === 'number' ? { ...field, decimalChar } : field));
}

/** What a draft takes the columns for. */
export interface Roles {
  /** The column of periods, or those of years and of months. */
  readonly time: readonly string[];
  readonly places: readonly (readonly [level: string, column: string])[];
  readonly codes: string | undefined;
  /** What is counted or measured. */
  readonly measure: Column | undefined;
}

function timeOf(columns: readonly Column[]): string[] {
  const periods = columns.filter(({ kind }) => kind === 'period');
  const isPublication = ({ name }: Column): boolean => /public|actualiz|corte|update/.test(nameWords(name));
  const time = periods.find((column) => !isPublication(column)) ?? periods[0];
  if (!time) return [];
  const isYears = time.kind === 'period' && time.periods.every(({ length }) => length === 'year');
  const part = PARTS.map((names) => columns.find(({ name }) => names.test(nameWords(name)))).find(Boolean);
  return isYears && part ? [time.name, part.name] : [time.name];
}

/** What each column is most likely for. */
export function draftRoles({ columns }: Table): Roles {
  const time = timeOf(columns);
  const texts = columns.filter(({ kind }) => kind === 'text');
  const places = LEVELS.flatMap(([level, names]) => {
    const found = texts.find(({ name }) => names.test(nameWords(name)) && !isUbigeo(name));
    return found ? [[level, found.name] as const] : [];
  });
  const taken = new Set([...time, ...places.map(([, name]) => name)]);
  const numbers = columns.filter((column) => column.kind === 'number' && !taken.has(column.name));
  const isNamed = ({ name }: Column): boolean =>
    /cantidad|total|casos|denuncias|victimas|numero|conteo|n_|count|valor|tasa/.test(nameWords(name));
  const own = numbers.filter(({ name }) => name !== '_id');
  return {
    time,
    places,
    codes: columns.find(({ name }) => isUbigeo(name))?.name,
    measure: own.find(isNamed) ?? own.at(-1),
  };
}
