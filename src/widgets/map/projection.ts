import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { Position, ShapePlace } from '../../table/shape.js';
import type { Box, Drawn } from './drawn.js';
import { insetsOf } from './insets.js';

/** The longer side of the drawing. */
const SIZE = 1000;
const MARGIN = 4;
/** Digits behind the point that are seen when the map is near. */
const DIGITS = 2;
/** Seen from farther round than this, degrees from the centre, the world is drawn as a whole. */
const WIDEST = 80;
const RADIANS = Math.PI / 180;

type Vector = readonly [x: number, y: number, z: number];

function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** The middle of all points on the sphere, and how far the farthest is from it, in degrees: no meridian cuts it. */
function middleOf(points: readonly Position[]): { readonly centre: Position; readonly reach: number } {
  const vectors = points.map(vectorOf);
  const sum = (axis: 0 | 1 | 2): number => vectors.reduce((total, vector) => total + vector[axis], 0);
  const [x, y, z] = [sum(0), sum(1), sum(2)];
  const length = Math.hypot(x, y, z) || 1;
  const nearest = vectors.reduce(
    (least, vector) => Math.min(least, (vector[0] * x + vector[1] * y + vector[2] * z) / length),
    1,
  );
  return {
    centre: [Math.atan2(y, x) / RADIANS, Math.asin(z / length) / RADIANS],
    reach: Math.acos(Math.max(-1, nearest)) / RADIANS,
  };
}

/** Equal areas stay equal, so that no place looks larger than it is: centred on the country, or the whole world. */
function projectionFor(points: readonly Position[]): GeoProjection {
  const { centre, reach } = middleOf(points);
  const projection =
    reach > WIDEST
      ? geoEqualEarth().rotate([-centre[0], 0])
      : geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  return projection.precision(0);
}

const geometryOf = ({ polygons }: ShapePlace): GeoJSON.MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
});

/** Shapes as paths of SVG, once for each map: whatever changes later, they stay. */
export function drawShapes(places: readonly ShapePlace[]): Drawn {
  const points = places.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer));
  const geometries = places.map(geometryOf);
  const projection = projectionFor(points);
  const room: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [SIZE - MARGIN, SIZE - MARGIN],
  ];
  projection.fitExtent(room, { type: 'GeometryCollection', geometries });
  const path = geoPath(projection).digits(DIGITS);
  const boxes = geometries.map((each): Box => {
    const [[x, y], [right, bottom]] = path.bounds(each);
    return { x, y, width: right - x, height: bottom - y };
  });
  const [right, bottom] = [
    Math.max(...boxes.map(({ x, width }) => x + width)),
    Math.max(...boxes.map(({ y, height }) => y + height)),
  ];
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const drawn: Drawn = {
    box: {
      x: left - MARGIN,
      y: top - MARGIN,
      width: right - left + 2 * MARGIN,
      height: bottom - top + 2 * MARGIN,
    },
    paths: geometries.map((each) => path(each) ?? ''),
    centres: geometries.map((each) => largestCentre(each, path)),
    boxes,
  };
  return { ...drawn, insets: (text, map, capital) => insetsOf(text, map, drawn, capital) };
}

/** The middle of the largest of its areas: that of all could lie in the sea. */
function largestCentre(
  { coordinates }: GeoJSON.MultiPolygon,
  path: ReturnType<typeof geoPath>,
): readonly [number, number] {
  let [centre, most]: [[number, number], number] = [[0, 0], -1];
  for (const each of coordinates) {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: each };
    const area = path.area(polygon);
    if (area > most) [centre, most] = [path.centroid(polygon), area];
  }
  return centre;
}
