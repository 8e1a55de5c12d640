import type { MapDocument, TilePlace } from '../../table/shape.js';

/** A rectangle of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the map that is drawn again, larger. */
export interface Inset {
  readonly label: string;
  readonly box: Box;
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
  /** The parts that an attribute asks for; `capital`: what those of Peru's are called. Squares have none. */
  readonly insets?: (text: string, map: MapDocument, capital: string) => readonly Inset[];
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

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** What SVG calls a `viewBox`. */
export function viewBox({ x, y, width, height }: Box): string {
  return [x, y, width, height].map((each) => Number(each.toFixed(2))).join(' ');
}
