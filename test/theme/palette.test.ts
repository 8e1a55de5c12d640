import { expect } from 'chai';
import { differenceCiede2000, wcagContrast } from 'culori';
import { CATEGORY_COLOURS, MOST_SERIES } from '../../src/theme/palette.js';
import { TOKENS } from '../../src/theme/tokens.js';
import { LINEAR_VISIONS, VISIONS, type Vision } from '../support/colour-vision.js';

const surface = TOKENS.find(([name]) => name === 'surface');
const SURFACES = [surface?.[1] ?? '', surface?.[2] ?? ''];
const difference = differenceCiede2000();

/** The two colours that are nearest for these eyes, and how far apart they are. */
function nearest(vision: Vision): { pair: string; apart: number } {
  const pairs = CATEGORY_COLOURS.flatMap((a, index) =>
    CATEGORY_COLOURS.slice(index + 1).map((b) => ({
      pair: `${a} ${b}`,
      apart: difference(vision(a), vision(b)),
    })),
  );
  return pairs.reduce((least, each) => (each.apart < least.apart ? each : least));
}

describe('the colours of categories', () => {
  it('are six, all different, as many as series that are drawn', () => {
    expect(CATEGORY_COLOURS).to.have.length(6);
    expect(new Set(CATEGORY_COLOURS).size).to.equal(MOST_SERIES);
    for (const colour of CATEGORY_COLOURS) expect(colour).to.match(/^#[0-9a-f]{6}$/);
  });

  for (const colour of CATEGORY_COLOURS) {
    it(`[A11Y-05] ${colour} stands at least 3:1 on the light and on the dark surface`, () => {
      for (const under of SURFACES) expect(wcagContrast(colour, under), under).to.be.at.least(3);
    });
  }

  for (const [name, vision] of VISIONS) {
    it(`[A11Y-05] are told apart in ${name}: any two at least ΔE2000 15`, () => {
      const { pair, apart } = nearest(vision);
      expect(apart, pair).to.be.at.least(15);
    });
  }

  for (const [name, vision] of LINEAR_VISIONS) {
    it(`[A11Y-05] are told apart in ${name} computed in linear light: any two at least ΔE2000 15`, () => {
      const { pair, apart } = nearest(vision);
      expect(apart, pair).to.be.at.least(15);
    });
  }

  it('the test itself tells colours that are too near', () => {
    expect(difference('#5497d9', '#5597d9')).to.be.below(15);
    const [, protanopia] = VISIONS[1] ?? [];
    if (!protanopia) throw new Error('no vision');
    expect(difference(protanopia('#aa6633'), protanopia('#667733'))).to.be.below(15);
    expect(difference('#aa6633', '#667733')).to.be.above(15);
  });
});
