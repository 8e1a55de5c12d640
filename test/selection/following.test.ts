import { expect } from 'chai';
import fc from 'fast-check';
import { Selection } from '../../src/selection/selection.js';
import { offer, OPTIONS } from './offer.js';

describe('choices that follow others', () => {
  it('hold no more in a filter that follows the name, or follows one that does, until it offers again', () => {
    const selection = new Selection();
    selection.hold('dep', () => undefined);
    selection.offer('dep', offer());
    for (const name of ['prov', 'dist']) {
      selection.hold(name, () => undefined);
      selection.follow(name, [name === 'prov' ? 'dep' : 'prov']);
      selection.offer(name, offer());
      selection.choose(name, '20');
    }
    expect(selection.of('dist')?.choice?.value).to.equal('20');
    selection.choose('dep', '13');
    for (const name of ['prov', 'dist']) {
      expect(selection.of(name)).to.deep.equal({ isWaiting: true });
      expect(selection.choose(name, '13')).to.equal(false);
    }
    selection.offer('prov', offer());
    expect(selection.of('prov')?.choice?.value).to.equal('20');
    expect(selection.of('dist')).to.deep.equal({ isWaiting: true });
    selection.offer('dist', offer({ options: OPTIONS.slice(0, 1) }));
    expect(selection.of('dist')).to.deep.include({ isWaiting: false, choice: undefined });
  });

  it('are never waited for in a circle, however filters name each other', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 8 }), (said) => {
        const selection = new Selection();
        const names = ['a', 'b', 'c', 'd'];
        for (const each of names) selection.hold(each, () => undefined);
        for (const [each, others] of said) selection.follow(each, others);
        // One round for each: who follows offers once all that it follows stands.
        for (const round of names) for (const each of names) void (round && selection.offer(each, offer()));
        selection.choose('a', '20');
        for (const round of names)
          for (const each of names)
            if (round && selection.of(each)?.isWaiting) selection.offer(each, offer());
        expect(names.filter((each) => selection.of(each)?.isWaiting)).to.deep.equal([]);
      }),
      { numRuns: 10_000 },
    );
  });
});
