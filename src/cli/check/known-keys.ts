import type * as z from 'zod/mini';
import { Manifest } from '../../observatory/schema.js';
import { distance } from '../../table/nearest.js';
import { isObject } from '../../sources/json-text.js';
import type { Finding } from './finding.js';

/** What of a schema is read here, of whatever kind it is. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly catchall?: z.core.$ZodType;
}

/** Words of Frictionless Data Package that the manifest does not use itself: no slips of those that it does. */
const FRICTIONLESS = new Set([
  '$schema', 'id', 'profile', 'created', 'keywords', 'image', 'type', 'format', 'mediatype', 'bytes', 'hash',
  'scheme', 'fieldsMatch', 'foreignKeys', 'uniqueKeys', 'missingValues', 'rdfType', 'example', 'categoriesOrdered',
  'decimalChar', 'groupChar', 'bareNumber', 'trueValues', 'falseValues', 'delimiter', 'unit', 'description', 'email',
  'givenName', 'familyName', 'minLength', 'maxLength', 'exclusiveMinimum', 'exclusiveMaximum', 'jsonSchema',
]); // prettier-ignore

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def;

/** The known key that was probably meant: at most two letters are otherwise. */
function meant(key: string, known: readonly string[]): string | undefined {
  const most = key.length < 5 ? 1 : 2;
  return known.find((each) => distance(key.toLowerCase(), each.toLowerCase()) <= most);
}

/** The schema of what is there, of several that it may be. */
function chosen({ options = [] }: Definition, value: unknown): z.core.$ZodType | undefined {
  const type = Array.isArray(value) ? 'array' : typeof value;
  return options.find((each) => definitionOf(each).type === type);
}

function ofObject(
  value: Readonly<Record<string, unknown>>,
  definition: Definition,
  path: readonly string[],
): Finding[] {
  const { shape = {}, catchall } = definition;
  const names = Object.keys(shape);
  return Object.entries(value).flatMap(([key, inner]): Finding[] => {
    const at = [...path, key];
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema) return unknownKeys(inner, schema, at);
    if (FRICTIONLESS.has(key)) return [];
    const nearest = meant(key, names);
    // Where others may write their own, only a slip is told.
    if (nearest === undefined && catchall) return [];
    const finding: Finding = {
      code: 'unknown-key',
      path: at.join('/'),
      ...(nearest !== undefined && { nearest }),
    };
    return [nearest === undefined ? { ...finding, isRemark: true } : finding];
  });
}

/** Keys of a document that the manifest does not know: what they say is lost, most often for a slip. */
export function unknownKeys(
  value: unknown,
  schema: z.core.$ZodType = Manifest,
  path: readonly string[] = [],
): Finding[] {
  const definition = definitionOf(schema);
  const { type, innerType, element, valueType } = definition;
  if (innerType) return unknownKeys(value, innerType, path);
  if (type === 'union') {
    const one = chosen(definition, value);
    return one ? unknownKeys(value, one, path) : [];
  }
  if (Array.isArray(value))
    return element
      ? value.flatMap((each, index) => unknownKeys(each, element, [...path, String(index)]))
      : [];
  if (!isObject(value)) return [];
  if (type === 'object') return ofObject(value, definition, path);
  return valueType
    ? Object.entries(value).flatMap(([key, each]) => unknownKeys(each, valueType, [...path, key]))
    : [];
}
