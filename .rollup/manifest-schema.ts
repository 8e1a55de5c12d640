import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { Manifest } from '../src/observatory/schema.js';
import { DESCRIPTIONS } from './manifest-descriptions.js';

/** `npm run schema`: the JSON Schema of an observatory's manifest, with which editors complete and check it. */
export interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  description?: string;
}

/** What is told of the field at this path: by its longest end. */
function describe(path: readonly string[]): string | undefined {
  for (let from = 0; from < path.length; from++) {
    const told = DESCRIPTIONS[path.slice(from).join('.')];
    if (told !== undefined) return told;
  }
  return undefined;
}

/** The fields of the schema, each with its path. */
export function fieldsOf(node: Node, path: readonly string[] = []): [path: readonly string[], node: Node][] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, field]): ReturnType<typeof fieldsOf> => [
    [[...path, name], field],
    ...fieldsOf(field, [...path, name]),
  ]);
  return [...own, ...[node.items ?? [], node.anyOf ?? []].flat().flatMap((each) => fieldsOf(each, path))];
}

export function manifestSchema(): Node {
  const schema = z.toJSONSchema(Manifest, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) as Node;
  for (const [path, field] of fieldsOf(schema)) {
    const told = describe(path);
    if (told !== undefined) field.description = told;
  }
  return schema;
}

const FILE = fileURLToPath(new URL('../observatory.schema.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(
    FILE,
    `${JSON.stringify({ title: 'Manifiesto de un observatorio', ...manifestSchema() }, null, 1)}\n`,
  );
