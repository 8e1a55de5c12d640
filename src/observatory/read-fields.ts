import { parseUnpivot } from '../query/unpivot.js';
import type { Resource, TableSchema } from './schema-resource.js';

type Field = TableSchema['fields'][number];

/**
 * The fields of the rows as they are read. The schema tells of the file, so that other programs read it; where some of
 * its columns are put one below the other, they are two: which it was, and its value.
 */
export function readFields({ schema, unpivot }: Resource): readonly Field[] | undefined {
  if (!schema || unpivot === undefined) return schema?.fields;
  const { ranges, key, value } = parseUnpivot(unpivot);
  const names = schema.fields.map(({ name }) => name);
  const taken = new Set<Field>();
  for (const [first, last] of ranges)
    for (const field of schema.fields.slice(names.indexOf(first), names.indexOf(last) + 1)) taken.add(field);
  const [wide] = taken;
  const kept = schema.fields.filter((field) => !taken.has(field));
  return wide ? [...kept, { name: key }, { ...wide, name: value }] : kept;
}
