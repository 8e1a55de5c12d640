import type { Look } from './drawing.js';

/** Names at the line ends leave too little room for the lines in a narrower figure, in pixels. */
export const ROOM_FOR_NAMES = 480;
/** The colours that are read, beside those of the series. */
export const PROBES = ['accent', 'text', 'muted', 'line', 'control', 'surface'];

/** What changes the colours that the chart is drawn in. */
export const COLOUR_MEDIA = [
  '(prefers-color-scheme: dark)',
  '(forced-colors: active)',
  '(prefers-contrast: more)',
  'print',
];

/** The colours as the page's style has resolved them: a canvas knows no custom properties. */
export function readLook(probe: Element, plot: Element, seriesCount: number): Look {
  const colour = (name: string): string => {
    const element = probe.querySelector(`.${name}`);
    return element ? getComputedStyle(element).color : 'black';
  };
  const { fontFamily, fontSize } = getComputedStyle(plot);
  const size = Math.max(12, Math.round(parseFloat(fontSize) * 0.8));
  const categories = Array.from({ length: seriesCount }, (_, index) => colour(`c${index}`));
  return {
    text: colour('text'),
    muted: colour('muted'),
    line: colour('line'),
    control: colour('control'),
    surface: colour('surface'),
    series: seriesCount === 1 ? [colour('accent')] : categories,
    font: `${size}px ${fontFamily}`,
    fontSize: size,
    fontFamily,
  };
}
