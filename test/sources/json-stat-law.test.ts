import '../support/as-module.js';
import { expect } from 'chai';
import { eurostat } from '../servers/eurostat.js';
import { expectSameCells } from '../support/cube-law.js';

describe('what Eurostat is asked', () => {
  it('does not change the answer', async () => {
    const made = await expectSameCells({
      protocol: 'json-stat',
      src: (run) => `https://ec.example/eurostat/api/dissemination/statistics/1.0/data/crim_${run}?lang=EN`,
      portal: (cube, run) => eurostat(cube, { byLetters: run % 2 === 0 }),
    });
    const asked = (pattern: RegExp): number =>
      made.filter(({ url, status }) => status === 200 && pattern.test(url)).length;
    expect(asked(/[?&](geo|iccs)=/)).to.be.above(200);
    expect(asked(/sinceTimePeriod=/)).to.be.above(200);
    expect(asked(/untilTimePeriod=/)).to.be.above(200);
    expect(asked(/geo=\w+&geo=/)).to.be.above(20);
  }).timeout(240_000);
});
