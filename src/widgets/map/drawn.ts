import type { TilePlace } from '../../table/shape.js';

/** A rectangle of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Places as they are drawn, in units of the drawing, whatever the size of the widget: made once for each map. */
export interface Drawn {
  readonly box: Box;
  /** One for each place: what SVG calls `d`. */
  readonly paths: readonly string[];
  /** Where a circle or a text of each place stands. */
  readonly centres: readonly (readonly [x: number, y: number])[];
  readonly boxes: readonly Box[];
  /** The radius of the largest circle, where places are of one size. */
  readonly radius?: number;
}

const SIDE = 100;
const GAP = 6;

/** Squares in rows and columns. */
export function drawTiles(places: readonly TilePlace[]): Drawn {
  const side = SIDE - GAP;
  const boxes = places.map(({ row, column }) => ({
    x: column * SIDE + GAP / 2,
    y: row * SIDE + GAP / 2,
    width: side,
    height: side,
  }));
  const [columns, rows] = [
    Math.max(...places.map(({ column }) => column)) + 1,
    Math.max(...places.map(({ row }) => row)) + 1,
  ];
  return {
    box: { x: 0, y: 0, width: columns * SIDE, height: rows * SIDE },
    paths: boxes.map(({ x, y }) => `M${x},${y}h${side}v${side}h${-side}z`),
    centres: boxes.map(({ x, y }) => [x + side / 2, y + side / 2] as const),
    boxes,
    radius: side / 2 - 2,
  };
}

/** The least rectangle around others, with a margin. */
export function around(boxes: readonly Box[], margin: number): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const space = margin * Math.max(right - left, bottom - top);
  return {
    x: left - space,
    y: top - space,
    width: right - left + 2 * space,
    height: bottom - top + 2 * space,
  };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** What SVG calls a `viewBox`. */
export function viewBox({ x, y, width, height }: Box): string {
  return [x, y, width, height].map((each) => Number(each.toFixed(2))).join(' ');
}
