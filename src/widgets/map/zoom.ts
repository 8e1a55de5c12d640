import type { Box } from './drawn.js';

/** Which part of the drawing is seen: how many times nearer than the whole, and around which point. */
export interface Zoom {
  readonly times: number;
  readonly x: number;
  readonly y: number;
}

const FARTHEST = 1;
const NEAREST = 64;
const STEP = 2;
/** How far an arrow key moves the map: this part of what is seen. */
const MOVE = 0.25;

export function wholeOf({ x, y, width, height }: Box): Zoom {
  return { times: FARTHEST, x: x + width / 2, y: y + height / 2 };
}

/** The part of the drawing that is seen. */
export function seen({ times, x, y }: Zoom, { width, height }: Box): Box {
  const [w, h] = [width / times, height / times];
  return { x: x - w / 2, y: y - h / 2, width: w, height: h };
}

/** Around a point, as far as there is drawing. */
function around(times: number, x: number, y: number, box: Box): Zoom {
  const within = (at: number, start: number, size: number): number => {
    const half = size / times / 2;
    return Math.min(start + size - half, Math.max(start + half, at));
  };
  return { times, x: within(x, box.x, box.width), y: within(y, box.y, box.height) };
}

/** Nearer (`1`) or farther (`-1`), around a point where one is given. */
export function nearer(zoom: Zoom, box: Box, steps: 1 | -1, point?: readonly [number, number]): Zoom {
  const times = Math.min(NEAREST, Math.max(FARTHEST, zoom.times * STEP ** steps));
  const [x, y] = point ?? [zoom.x, zoom.y];
  return around(times, x, y, box);
}

export function centredOn(zoom: Zoom, box: Box, [x, y]: readonly [number, number]): Zoom {
  return around(zoom.times, x, y, box);
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * What a key does to a map; `undefined` for a key that is not the map's. The arrows are the page's while the map is
 * seen whole: nothing is scrolled in their place.
 */
export function byKey(
  key: string,
  zoom: Zoom,
  box: Box,
  point?: readonly [number, number],
): Zoom | undefined {
  if (key === '+' || key === '=') return nearer(zoom, box, 1, point);
  if (key === '-' || key === '_') return nearer(zoom, box, -1);
  if (key === '0') return wholeOf(box);
  const arrow = ARROWS[key];
  if (!arrow || zoom.times === FARTHEST) return undefined;
  const { width, height } = seen(zoom, box);
  return around(zoom.times, zoom.x + arrow[0] * width * MOVE, zoom.y + arrow[1] * height * MOVE, box);
}

export const isWhole = ({ times }: Zoom): boolean => times === FARTHEST;
/** As near as the map goes. */
export const isNearest = ({ times }: Zoom): boolean => times === NEAREST;
