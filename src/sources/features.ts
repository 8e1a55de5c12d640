import type { TableBuilder } from '../table/builder.js';
import { Pauses } from '../pause.js';
import { isObject, own, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';

/** What a feature is called, where it has a name of its own beside its properties. */
function idOf(feature: JsonObject): string | number | undefined {
  const id = own(feature, 'id');
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/**
 * Adds what features of a map say as rows, also of those without a geometry. Where they have an `id` it is the first
 * column; where a property of another meaning has that name too, `feature.id`.
 */
export async function addFeatures(features: readonly JsonObject[], builder: TableBuilder): Promise<void> {
  const adder = new RecordAdder(builder);
  const propertiesOf = (feature: JsonObject): JsonObject => {
    const properties = own(feature, 'properties');
    return isObject(properties) ? properties : {};
  };
  const hasId = features.some((feature) => idOf(feature) !== undefined);
  const isOther = features.some((feature) => {
    const inner = own(propertiesOf(feature), 'id');
    return inner !== undefined && JSON.stringify([inner]) !== JSON.stringify([idOf(feature)]);
  });
  const name = isOther ? 'feature.id' : 'id';
  if (hasId) adder.columns([name]);
  const pauses = new Pauses();
  for (const [index, feature] of features.entries()) {
    const id = idOf(feature);
    const properties = propertiesOf(feature);
    // A definition, and no assignment: `__proto__` is a name like any other.
    const entries = [...(id === undefined ? [] : [[name, id] as const]), ...Object.entries(properties)];
    adder.addObject(Object.fromEntries(entries));
    if (index % 500 === 0) await pauses.breathe();
  }
}
