import { isObject, type JsonObject } from './json-text.js';

const MS_PER_MINUTE = 60_000;

/** `/Date(1388534400000)/`, milliseconds since 1970, at times with the minutes of a zone (OData 2, JSON). */
function cellOf(value: unknown): unknown {
  const [, milliseconds, minutes = '0'] =
    (typeof value === 'string' && /^\/Date\((-?\d{1,16})([+-]\d{1,4})?\)\/$/.exec(value)) || [];
  if (milliseconds === undefined) return value;
  const date = new Date(Number(milliseconds) + Number(minutes) * MS_PER_MINUTE);
  return Number.isNaN(date.getTime()) ? value : date.toISOString().slice(0, 19).replace('T00:00:00', '');
}

const isLink = (value: unknown): boolean => isObject(value) && Object.hasOwn(value, '__deferred');

/** A row of a version before 4 as version 4 writes it: dates as ISO 8601 does, nothing said of the row in it. */
export function newRow(row: JsonObject): JsonObject {
  const kept = Object.entries(row).filter(([key, value]) => key !== '__metadata' && !isLink(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, cellOf(value)]));
}
