import { unsafeCSS, type CSSResult } from 'lit';
import { ON_SEQUENCE, SEQUENCE } from '../../theme/sequence.js';

type Write = (light: string, dark: string) => string;

/** The six colours and what is written on them, each from a custom property of the page where it has one. */
function tokens(write: Write): string {
  const colours = SEQUENCE.map(
    ([light, dark], step) => `--_k${step}:var(--obs-color-class-${step + 1},${write(light, dark)});`,
  );
  const texts = ON_SEQUENCE.map(
    ([light, dark], step) => `--_on${step}:var(--obs-color-on-class-${step + 1},${write(light, dark)});`,
  );
  return [...colours, ...texts].join('');
}

const light = tokens((onLight) => onLight);
const lightOrDark = tokens((onLight, onDark) => `light-dark(${onLight},${onDark})`);
const classes = SEQUENCE.map(
  (_, step) => `.k${step}{fill:var(--_k${step})}.on${step}{fill:var(--_on${step})}`,
).join('');

/** The colours of classes: they follow the page as all others do. */
export const sequenceStyles: CSSResult = unsafeCSS(
  `.root{${light}}@supports (color:light-dark(red,red)){.root{${lightOrDark}}}@media print{.root{${light}}}${classes}`,
);
