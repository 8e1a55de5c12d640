import type { Notice } from '../table/notice.js';
import { isObject, own, type JsonObject } from './json-text.js';

/** An area or a line in GeoJSON's words: a drawing, not a cell of a table. A point is two numbers, and stays. */
function isShape(value: unknown): boolean {
  const type = isObject(value) ? own(value, 'type') : undefined;
  return typeof type === 'string' && /^(Feature|Multi\w+|Polygon|LineString|GeometryCollection)$/.test(type);
}

/** Leaves shapes out of rows, and remembers of which columns. */
export class Shapes {
  readonly #names = new Set<string>();

  without(row: JsonObject): JsonObject {
    const shapes = Object.keys(row).filter((key) => isShape(own(row, key)));
    if (shapes.length === 0) return row;
    for (const name of shapes) this.#names.add(name);
    return Object.fromEntries(Object.entries(row).filter(([key]) => !shapes.includes(key)));
  }

  notices(): Notice[] {
    return [...this.#names].map((column) => ({ code: 'shapes-left-out', column }));
  }
}
