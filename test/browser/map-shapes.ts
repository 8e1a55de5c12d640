import { freshPath, reply } from './replies.js';

const square = (x: number, y: number): number[][] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const feature = (code: string, x: number): object => ({
  type: 'Feature',
  properties: { COD: code, NOMBRE: `Distrito ${code}` },
  geometry: { type: 'Polygon', coordinates: [square(x, 0)] },
});
/** Four squares side by side, districts A1 to A4 by their property COD. */
export const SHAPES = JSON.stringify({
  type: 'FeatureCollection',
  features: ['A1', 'A2', 'A3', 'A4'].map((code, x) => feature(code, x)),
});
/** Their address, a new one each time. */
export const shapes = (): string => reply(freshPath('geojson'), SHAPES, 'application/geo+json');
