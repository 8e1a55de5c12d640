import { DataError } from '../errors.js';
import { codeSystemIn } from '../table/code-system.js';
import type { Notice } from '../table/notice.js';
import type { MapDocument, Polygon, Position, Ring, ShapePlace } from '../table/shape.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { codesOf, keyOf, nameKeyOf, type Properties } from './map-keys.js';
import { polygonsOf } from './rings.js';

/** What the page says of a map, as its attributes have it; `''` is not said. */
export interface MapOptions {
  /** The property that data are joined by. */
  readonly key: string;
  /** Which object of a TopoJSON with several. */
  readonly object: string;
  /** Which list its codes are of. */
  readonly codeSystem: string;
}

/** What is read as a map. */
const EXPECTED = ['"type": "FeatureCollection"', '"type": "Topology"', '[{"code", "name", "row", "column"}]'];

type Refuse = (expected: readonly string[], value?: string) => never;

interface Feature {
  readonly properties: Properties;
  readonly polygons: readonly Polygon[];
}

/** Rings of numbers that are degrees; metres of a projection are refused, since they could be anywhere. */
function ringsIn(value: unknown, refuse: Refuse): Ring[] {
  if (!Array.isArray(value)) return refuse(['"coordinates": [[[-77.03, -12.05], …]]'], 'coordinates');
  return value.map((ring: unknown): Ring => {
    if (!Array.isArray(ring)) return refuse(['"coordinates": [[[-77.03, -12.05], …]]'], 'coordinates');
    return ring.map((point: unknown): Position => {
      const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
      const isDegrees = Math.abs(Number(x)) <= 360 && Math.abs(Number(y)) <= 90;
      if (typeof x === 'number' && typeof y === 'number' && isDegrees) return [x, y];
      return refuse(['WGS 84: [-77.03, -12.05]'], JSON.stringify(point)?.slice(0, 60));
    });
  });
}

/** The areas of a geometry; points and lines have none. */
function polygonsIn(geometry: unknown, refuse: Refuse): Polygon[] {
  if (!isObject(geometry)) return [];
  const coordinates = own(geometry, 'coordinates');
  const [type, parts] = [own(geometry, 'type'), own(geometry, 'geometries')];
  if (type === 'Polygon') return polygonsOf(ringsIn(coordinates, refuse));
  if (type === 'MultiPolygon' && Array.isArray(coordinates))
    return coordinates.flatMap((each: unknown) => polygonsOf(ringsIn(each, refuse)));
  return type === 'GeometryCollection' && Array.isArray(parts)
    ? parts.flatMap((each: unknown) => polygonsIn(each, refuse))
    : [];
}

function propertiesOf(feature: JsonObject): Properties {
  const properties = own(feature, 'properties');
  const all = { id: own(feature, 'id'), ...(isObject(properties) ? properties : {}) };
  const texts = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value).trim()]] : [],
  );
  return new Map(texts);
}

/** The object of a topology that the page names, or its only one, as GeoJSON. */
async function fromTopology(root: JsonObject, wanted: string, refuse: Refuse): Promise<unknown> {
  const objects = own(root, 'objects');
  const names = isObject(objects) ? Object.keys(objects) : [];
  const name = wanted === '' && names.length === 1 ? names[0] : wanted;
  const chosen = isObject(objects) && name !== undefined ? own(objects, name) : undefined;
  if (!isObject(chosen)) {
    throw new DataError('no-resource', { attribute: 'geometry-object', value: wanted, expected: names });
  }
  const { feature } = await import('topojson-client');
  try {
    // What it gives is looked at as any document is: the file may hold anything.
    return feature(root as never, chosen as never);
  } catch {
    // Arcs that are not there.
    return refuse(['"arcs"'], name);
  }
}

function featuresIn(root: unknown): unknown[] {
  if (!isObject(root)) return [];
  const features = own(root, 'features');
  if (Array.isArray(features)) return features;
  return own(root, 'type') === 'Feature' ? [root] : [];
}

/** Places by their key, several features of one put together, each with the properties of its first feature. */
function placesOf(
  features: readonly Feature[],
  key: string,
  nameKey: string | undefined,
): { readonly places: readonly ShapePlace[]; readonly properties: readonly Properties[] } {
  const found = new Map<string, { place: ShapePlace; properties: Properties }>();
  for (const { properties, polygons } of features) {
    const code = properties.get(key) ?? '';
    if (code === '') continue;
    const before = found.get(code);
    const name = (nameKey !== undefined && properties.get(nameKey)) || code;
    const place = before?.place ?? { code, name, polygons: [] };
    found.set(code, {
      place: { ...place, polygons: [...place.polygons, ...polygons] },
      properties: before?.properties ?? properties,
    });
  }
  const all = [...found.values()];
  return { places: all.map(({ place }) => place), properties: all.map(({ properties }) => properties) };
}

/** The map in a reply: GeoJSON, TopoJSON, or a list of squares. Fails with what was found and what was expected. */
export async function parseMap(text: string, host: string, options: MapOptions): Promise<MapDocument> {
  const refuse: Refuse = (expected, value) => {
    throw new DataError('no-shapes', { host, ...(value !== undefined && { value }), expected });
  };
  const root = await parseJson(text, host);
  if (Array.isArray(root)) return (await import('./tile-grid.js')).parseGrid(root, host);
  const isTopology = isObject(root) && own(root, 'type') === 'Topology';
  const document = isTopology ? await fromTopology(root, options.object, refuse) : root;
  const all = featuresIn(document)
    .filter(isObject)
    .map((each) => ({
      properties: propertiesOf(each),
      polygons: polygonsIn(own(each, 'geometry'), refuse),
    }));
  const drawn = all.filter(({ polygons }) => polygons.length > 0);
  if (drawn.length === 0) return refuse(EXPECTED, isObject(root) ? String(own(root, 'type')) : typeof root);
  const allProperties = drawn.map(({ properties }) => properties);
  const key = keyOf(allProperties, options.key, host);
  const { places, properties } = placesOf(drawn, key, nameKeyOf(allProperties));
  const left = all.length - drawn.length;
  const notices: Notice[] = [
    ...(options.key === ''
      ? [{ code: 'map-key-guessed', attribute: 'geometry-key', value: key } as const]
      : []),
    ...(left > 0 ? [{ code: 'no-area', count: left, total: all.length } as const] : []),
  ];
  const said = options.codeSystem.trim();
  const codes =
    said === ''
      ? codesOf(places, properties)
      : { codeSystem: codeSystemIn('geometry-code-system', said), isAmbiguous: false };
  return { kind: 'shapes', places, ...codes, aliases: new Map(), notices };
}
