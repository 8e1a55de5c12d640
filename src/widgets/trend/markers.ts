/** How Chart.js draws a series' points, turned by so many degrees, and the sign that stands for it in words. */
export interface Marker {
  readonly style: 'circle' | 'rect' | 'triangle' | 'rectRot';
  readonly rotation: number;
  readonly sign: string;
}

/** One for each colour: series stay apart where colours cannot be told. All can be filled or hollow. */
const MARKERS: readonly Marker[] = [
  { style: 'circle', rotation: 0, sign: '●' },
  { style: 'rect', rotation: 0, sign: '■' },
  { style: 'triangle', rotation: 0, sign: '▲' },
  { style: 'rectRot', rotation: 0, sign: '◆' },
  { style: 'triangle', rotation: 180, sign: '▼' },
  { style: 'triangle', rotation: 90, sign: '►' },
];

export const SIGNS: readonly string[] = MARKERS.map(({ sign }) => sign);

export function markerOf(colour: number): Marker {
  return MARKERS[colour] ?? { style: 'circle', rotation: 0, sign: '●' };
}
