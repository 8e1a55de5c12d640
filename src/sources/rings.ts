import type { Polygon, Position, Ring } from '../table/shape.js';

/** The ring with its longitudes one after the other, also where it crosses the meridian of 180°. */
function unwrapped(ring: Ring): Position[] {
  let turn = 0;
  let last = ring[0]?.[0] ?? 0;
  return ring.map(([longitude, latitude]) => {
    if (longitude - last > 180) turn -= 360;
    else if (longitude - last < -180) turn += 360;
    last = longitude;
    return [longitude + turn, latitude];
  });
}

/** Twice the area in square degrees, positive where the ring goes counterclockwise. */
function signedArea(ring: Ring): number {
  const points = unwrapped(ring);
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    return sum + (x * nextY - nextX * y);
  }, 0);
}

/** Whether the point is within the ring, by how often a line to the east crosses it. */
function isWithin([x, y]: Position, ring: Ring): boolean {
  let isInside = false;
  const points = unwrapped(ring);
  points.forEach(([x1, y1], index) => {
    const [x2, y2] = points[(index + points.length - 1) % points.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  });
  return isInside;
}

function wound(ring: Ring, isClockwise: boolean): Ring {
  return signedArea(ring) < 0 === isClockwise ? ring : [...ring].reverse();
}

/** Fewer points, the last one being the first again, enclose nothing. */
const FEWEST_POINTS = 4;

/**
 * The rings of a polygon wound as a sphere needs it, however their file winds them: a ring the wrong way round would
 * be the whole world but for the place. A hole that lies outside is an island that was written as one.
 */
export function polygonsOf(rings: readonly Ring[]): Polygon[] {
  const [outer, ...others] = rings.filter((ring) => ring.length >= FEWEST_POINTS && signedArea(ring) !== 0);
  if (!outer) return [];
  const isHole = (ring: Ring): boolean => ring.some((point) => isWithin(point, outer));
  const holes = others.filter(isHole);
  return [
    [wound(outer, true), ...holes.map((ring) => wound(ring, false))],
    ...others.filter((ring) => !isHole(ring)).map((ring) => [wound(ring, true)]),
  ];
}
