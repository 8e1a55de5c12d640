import { expect } from 'chai';
import { wcagContrast } from 'culori';
import { baseStyles } from '../../src/theme/base.styles.js';
import { tokenStyles } from '../../src/theme/tokens.styles.js';
import { TOKENS } from '../../src/theme/tokens.js';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function colour(name: string, theme: Theme): string {
  const token = TOKENS.find(([each]) => each === name);
  if (!token) throw new Error(`no token ${name}`);
  return theme === 'light' ? token[1] : token[2];
}

/** Text stands on the surface, and on the ground of a notice. */
const GROUNDS = ['surface', 'notice'];
/** Links are text. */
const TEXTS = ['text', 'muted', 'accent'];
/** Borders of buttons and fields, axes, the ring of the focus. */
const SHAPES = ['control', 'accent'];
/** A hairline between parts that stand apart without it: no one needs to see it, so nothing is asked of it. */
const DECORATION = ['line'];

describe('the colours of tokens', () => {
  it('are all asked something of, but for the hairline, which is decoration', () => {
    const known = new Set([...GROUNDS, ...TEXTS, ...SHAPES, ...DECORATION]);
    expect(TOKENS.map(([name]) => name).sort()).to.deep.equal([...known].sort());
  });

  for (const theme of THEMES) {
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        it(`[A11Y-05] ${text} on ${ground} is read at 4.5:1 in ${theme}`, () => {
          expect(wcagContrast(colour(text, theme), colour(ground, theme))).to.be.at.least(4.5);
        });
      }
      for (const shape of SHAPES) {
        it(`[A11Y-05] ${shape} on ${ground} is seen at 3:1 in ${theme}`, () => {
          expect(wcagContrast(colour(shape, theme), colour(ground, theme))).to.be.at.least(3);
        });
      }
    }
  }
});

describe('the style of tokens', () => {
  const { cssText } = tokenStyles;

  it('gives every token a name within, and a property by which the page may change it', () => {
    for (const [name, light, dark] of TOKENS) {
      expect(cssText).to.contain(`--_${name}:var(--obs-color-${name},${light});`);
      expect(cssText).to.contain(`--_${name}:var(--obs-color-${name},light-dark(${light},${dark}));`);
    }
  });

  it('is light on paper and where a browser knows no light-dark()', () => {
    const [first = '', known = '', print = ''] = cssText.split(/@supports|@media print/);
    expect(first).to.not.contain('light-dark');
    expect(known).to.contain('light-dark');
    expect(print).to.not.contain('light-dark');
    expect(print).to.contain(`--_surface:var(--obs-color-surface,${colour('surface', 'light')})`);
  });

  it('holds no value that a page could close early: colours only', () => {
    for (const [name, ...colours] of TOKENS) {
      expect(name).to.match(/^[a-z]+$/);
      for (const each of colours) expect(each).to.match(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('the style that everything wears', () => {
  it('never measures in rem, which follows the page', () => {
    expect(baseStyles.cssText).to.not.match(/\d\s*rem\b/);
  });

  it('takes no colour but from tokens', () => {
    expect(baseStyles.cssText).to.not.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsl/i);
    const used = [...baseStyles.cssText.matchAll(/var\(--_([a-z]+)\)/g)].map(([, name]) => name);
    expect(used).not.to.deep.equal([]);
    for (const name of used) expect(TOKENS.map(([token]) => token)).to.include(name);
  });
});
