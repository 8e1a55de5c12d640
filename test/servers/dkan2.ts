import type { PortalReply } from '../support/push-down-law.js';
import { aggregateOf, asTexts, folded, grouped, type MysqlRow, type MysqlValue } from './mysql.js';

export interface Dkan2Options {
  /** The columns of the table, in their order, and their types in the database. */
  readonly types: Readonly<Record<string, string>>;
  /** What the file called its columns. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Rows at most: a request for more is refused. */
  readonly most?: number;
}

type Node = string | { [name: string]: Node };

/** The nested parameters of PHP as a document: `conditions[0][property]=anio`. */
function nested(given: URLSearchParams): Record<string, Node> {
  const root: Record<string, Node> = {};
  for (const [name, value] of given) {
    const path = name.replaceAll(']', '').split('[');
    let at: Record<string, Node> = root;
    for (const part of path.slice(0, -1)) {
      const next = (at[part] ??= {});
      if (typeof next === 'string') return root;
      at = next;
    }
    at[path.at(-1) ?? ''] = value;
  }
  return root;
}

const partsOf = (node: Node | undefined): Node[] => (typeof node === 'object' ? Object.values(node) : []);
const textOf = (node: Node | undefined): string => (typeof node === 'string' ? node : '');
const partOf = (node: Node, name: string): Node | undefined =>
  typeof node === 'object' ? node[name] : undefined;

function refusal(message: string): PortalReply {
  return { status: 400, body: JSON.stringify({ message, status: 400, timestamp: '2026-11-26T00:00:00Z' }) };
}

function holds(row: MysqlRow, condition: Node): boolean {
  const value = row[textOf(partOf(condition, 'property'))] ?? null;
  const wanted = partOf(condition, 'value');
  const operator = textOf(partOf(condition, 'operator')) || '=';
  if (value === null) return false;
  if (operator === 'in') return partsOf(wanted).some((each) => folded(textOf(each)) === folded(value));
  if (operator === 'contains') return folded(value).includes(folded(textOf(wanted)));
  return folded(textOf(wanted)) === folded(value);
}

/** One column of an answer: a column of the table, or what is made of it. */
interface Property {
  readonly name: string;
  readonly column: string;
  readonly how: string | undefined;
}

function propertyOf(node: Node): Property {
  if (typeof node === 'string') return { name: node, column: node, how: undefined };
  const expression = partOf(node, 'expression');
  const alias = textOf(partOf(node, 'alias'));
  const column = textOf(expression ? partsOf(partOf(expression, 'operands'))[0] : partOf(node, 'property'));
  return { name: alias || column, column, how: expression && textOf(partOf(expression, 'operator')) };
}

function valueOf({ column, how }: Property, rows: readonly MysqlRow[]): MysqlValue {
  if (how !== undefined)
    return aggregateOf(
      how,
      rows.map((row) => row[column] ?? null),
    );
  return rows[0]?.[column] ?? null;
}

/** DKAN 2's query of a distribution: MySQL's equality, 500 rows at most, and 400 for what is not right. */
export function dkan2Server(rows: readonly MysqlRow[], options: Dkan2Options): (url: URL) => PortalReply {
  const { types, labels = {}, most = 500 } = options;
  const table = rows.map((row, index): MysqlRow => ({ ...row, record_number: index + 1 }));
  const schema = Object.fromEntries(
    Object.entries({ record_number: 'serial', ...types }).map(([name, type]) => [
      name,
      { type, mysql_type: type, description: labels[name] ?? name },
    ]),
  );
  return ({ searchParams }) => {
    const query = nested(searchParams);
    const limit = Number(textOf(query['limit']) || most);
    if (limit > most) return refusal(`JSON Schema validation failed: limit must be at most ${most}`);
    const asked = partsOf(query['properties']).map(propertyOf);
    const properties = asked.length > 0 ? asked : Object.keys(types).map(propertyOf);
    const by = partsOf(query['groupings']).map((each) => textOf(partOf(each, 'property')));
    const conditions = partsOf(query['conditions']);
    const named = [
      ...properties.map(({ column }) => column),
      ...by,
      ...conditions.map((each) => textOf(partOf(each, 'property'))),
    ];
    if (!named.every((name) => Object.hasOwn(schema, name))) return refusal('Column not found.');
    const isGrouped = by.length > 0 || properties.some(({ how }) => how !== undefined);
    if (isGrouped && properties.some(({ how, column }) => how === undefined && !by.includes(column)))
      return refusal('A property is neither grouped nor computed.');
    const kept = table.filter((row) => conditions.every((condition) => holds(row, condition)));
    const groups = isGrouped ? grouped(kept, by) : kept.map((row) => [row]);
    const all = groups.map((group) =>
      Object.fromEntries(properties.map((each) => [each.name, valueOf(each, group)])),
    );
    const offset = Number(textOf(query['offset']) || 0);
    const results = all.slice(offset, offset + limit).map(asTexts);
    return {
      body: JSON.stringify({ results, count: all.length, schema: { a1b2: { fields: schema } }, query }),
    };
  };
}
