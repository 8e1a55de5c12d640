import { isObject, own, type JsonObject } from './json-text.js';

/** One of the values that a component lists. */
export interface ListedValue {
  readonly text: string;
  readonly name: string | undefined;
}

/** A dimension, measure or attribute of SDMX-JSON's `structure`. */
export interface Component {
  readonly id: string;
  readonly label: string | undefined;
  readonly isTime: boolean;
  /** Its place in the key of an address. */
  readonly position: number | undefined;
  /** Without entries it is not coded: the data have its values themselves. */
  readonly values: readonly (ListedValue | undefined)[];
  /** What holds where the data have nothing. */
  readonly usual: string | undefined;
  /** What its values are, by its own word: `Double`, `String`. */
  readonly dataType: string;
}

/** Spanish, as readers here have it, else the text as it is, else English, else any. */
function inReadersLanguage(names: JsonObject, plain: unknown): string | undefined {
  const languages = Object.keys(names);
  const spanish = languages.find((each) => /^es\b/i.test(each));
  const english = languages.find((each) => /^en\b/i.test(each));
  const found = spanish === undefined ? plain : own(names, spanish);
  if (typeof found === 'string') return found;
  return languages
    .filter((each) => each === english)
    .concat(languages)
    .map((each) => own(names, each))
    .find((each) => typeof each === 'string');
}

/** `name` and `names`: a text, or texts by language under either (SDMX-JSON 1.0 and 2.0 differ). */
export function localised(object: JsonObject, key: string): string | undefined {
  const plain = own(object, key);
  const names = own(object, `${key}s`) ?? plain;
  const found = isObject(names) ? inReadersLanguage(names, plain) : plain;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** What stands for itself: a value, or several in one cell. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((each) => plainText(each) ?? '').join('; ');
  if (isObject(value)) return inReadersLanguage(value, undefined) ?? JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function listedValue(raw: unknown, isTime: boolean): ListedValue | undefined {
  if (!isObject(raw)) {
    const text = plainText(raw);
    return text === undefined ? undefined : { text, name: undefined };
  }
  const name = localised(raw, 'name');
  const textAt = (key: string): string | undefined => plainText(own(raw, key));
  const text =
    textAt('id') ?? textAt('value') ?? textAt('ids') ?? textAt('values') ?? (isTime ? textAt('start') : name);
  return text === undefined ? undefined : { text, name: name === text ? undefined : name };
}

function hasTimeRole(component: JsonObject, id: string): boolean {
  const roles = [own(component, 'role'), own(component, 'roles')].flat();
  return /^TIME(_PERIOD)?$/i.test(id) || roles.some((role) => role === 'TIME_PERIOD' || role === 'time');
}

function readComponent(raw: unknown): Component | undefined {
  const id = isObject(raw) ? own(raw, 'id') : undefined;
  if (!isObject(raw) || typeof id !== 'string') return undefined;
  const values = own(raw, 'values');
  const position = own(raw, 'keyPosition');
  const format = own(raw, 'format');
  const isTime = hasTimeRole(raw, id);
  return {
    id,
    label: localised(raw, 'name'),
    isTime,
    position: typeof position === 'number' ? position : undefined,
    values: Array.isArray(values) ? values.map((each) => listedValue(each, isTime)) : [],
    usual: plainText(own(raw, 'default')),
    dataType: (isObject(format) && plainText(own(format, 'dataType'))) || '',
  };
}

/** The components of one level: `dimensions.series`, `attributes.observation`. */
export function componentsOf(structure: JsonObject, kind: string, level: string): (Component | undefined)[] {
  const levels = own(structure, kind);
  const list = isObject(levels) ? own(levels, level) : undefined;
  // One that cannot be read keeps its place: others are counted by theirs.
  return Array.isArray(list) ? list.map(readComponent) : [];
}
