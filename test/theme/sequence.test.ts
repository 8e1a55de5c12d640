import { expect } from 'chai';
import { converter, wcagContrast } from 'culori';
import { ON_SEQUENCE, SEQUENCE, STEPS_OF } from '../../src/theme/sequence.js';

describe('the colours of classes', () => {
  for (const [theme, surface] of [
    ['light', '#ffffff'],
    ['dark', '#1b1b1b'],
  ] as const) {
    const of = (pair: readonly [string, string]): string => pair[theme === 'light' ? 0 : 1];
    const contrasts = SEQUENCE.map((pair) => wcagContrast(of(pair), surface));

    it(`[A11Y-05] move away from the surface from step to step, and end far from it (${theme})`, () => {
      expect([...contrasts].sort((a, b) => a - b)).to.deep.equal(contrasts);
      expect(contrasts.at(-1)).to.be.above(7);
    });

    it(`[A11Y-05] hold what is written on them at 4.5:1 (${theme})`, () => {
      SEQUENCE.forEach((pair, step) => {
        const on = ON_SEQUENCE[step];
        expect(wcagContrast(of(pair), on ? of(on) : ''), String(step)).to.be.above(4.5);
      });
    });
  }

  it('[STAT-12] are no alarm: none is red, orange or yellow', () => {
    const hsl = converter('hsl');
    for (const colour of SEQUENCE.flat()) {
      const { h = NaN } = hsl(colour) ?? {};
      expect(h, colour).to.be.within(180, 260);
    }
  });

  it('are as many as classes, from the lowest to the highest', () => {
    STEPS_OF.forEach((steps, classes) => {
      expect(steps).to.have.length(classes);
      expect([...steps].sort()).to.deep.equal(steps);
    });
  });
});
