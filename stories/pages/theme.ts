import manifest from 'project:manifest';
import { CATEGORY_COLOURS } from '../../src/theme/palette.js';
import { TOKENS } from '../../src/theme/tokens.js';

export interface Token {
  readonly property: string;
  readonly light: string;
  readonly dark: string;
}

/** The colours of all widgets, then those of the series of a chart, which are the same on light and dark. */
export const COLOURS: readonly Token[] = [
  ...TOKENS.map(([name, light, dark]) => ({ property: `--obs-color-${name}`, light, dark })),
  ...CATEGORY_COLOURS.map((colour, index) => ({
    property: `--obs-color-${index + 1}`,
    light: colour,
    dark: colour,
  })),
];

const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
const widgets = declarations.filter(({ tagName }) => tagName !== undefined);

/** The parts of each widget that a page may style. */
export const PARTS: readonly { tag: string; parts: readonly string[] }[] = widgets.map(
  ({ tagName = '', cssParts = [] }) => ({ tag: tagName, parts: cssParts.map(({ name }) => name) }),
);

/** The measures that a page may change, with what they are without it. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  widgets
    .flatMap(({ cssProperties = [] }) => cssProperties)
    .flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value] as const])),
);
