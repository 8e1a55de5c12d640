import { expect } from 'chai';
import fc from 'fast-check';
import { DIMENSIONS, type Tested } from '../../src/cli/check/finding.js';
import { isFault, scoresOf } from '../../src/cli/check/quality.js';

const tested: fc.Arbitrary<Tested> = fc
  .record({ dimension: fc.constantFrom(...DIMENSIONS), tested: fc.nat(1000), failed: fc.nat(1000) })
  .map((each) => ({ ...each, failed: Math.min(each.tested, each.failed) }));

describe('the scores of a resource', () => {
  it('are 1 where nothing fails, fall with each failure, and stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(tested), (rules) => {
        for (const { dimension, score } of scoresOf(rules, {}, undefined)) {
          expect(score).to.be.within(0, 1);
          const failed = rules.filter((each) => each.dimension === dimension).some((each) => each.failed > 0);
          expect(score === 1).to.equal(!failed);
        }
      }),
    );
  });

  it('never rise by a further rule', () => {
    fc.assert(
      fc.property(fc.array(tested), tested, (rules, more) => {
        const before = new Map(scoresOf(rules, {}, undefined).map((each) => [each.dimension, each.score]));
        for (const { dimension, score } of scoresOf([...rules, more], {}, undefined))
          expect(score).to.be.at.most(before.get(dimension) ?? 1);
      }),
    );
  });

  it('break a threshold that is higher, and take a finding that it allows for no fault', () => {
    const rules: Tested[] = [{ dimension: 'validity', tested: 100, failed: 2 }];
    const finding = { code: 'type', dimension: 'validity' } as const;
    const strict = scoresOf(rules, { validity: 0.99 }, undefined);
    const lenient = scoresOf(rules, { validity: 0.98 }, undefined);
    expect([strict[0]?.isBroken, lenient[0]?.isBroken]).to.deep.equal([true, false]);
    expect([isFault(finding, strict), isFault(finding, lenient)]).to.deep.equal([true, false]);
    expect(isFault(finding, scoresOf(rules, {}, undefined))).to.equal(true);
    expect(isFault({ ...finding, isRemark: true }, strict)).to.equal(false);
    expect(isFault({ code: 'indicator-empty' }, lenient)).to.equal(true);
  });

  it('count how late the last period is by periods', () => {
    const late: Tested[] = [{ dimension: 'timeliness', tested: 3, failed: 2 }];
    expect(scoresOf(late, { timeliness: 2 }, 2)[0]?.isBroken).to.equal(false);
    expect(scoresOf(late, { timeliness: 1 }, 2)[0]?.isBroken).to.equal(true);
    expect(scoresOf(late, {}, 2)[0]?.isBroken).to.equal(true);
  });
});
