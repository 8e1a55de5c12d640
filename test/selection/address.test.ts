import { expect } from 'chai';
import fc from 'fast-check';
import { readParameter, writeParameter } from '../../src/selection/address.js';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const value = fc.string({ unit: 'grapheme', maxLength: 12 });
/** An address as people and programs write them, not only as the platform would. */
const search = fc
  .array(fc.stringMatching(/^[a-z_%+ñ0-9.-]{0,6}(=[^&#]{0,6})?$/), { maxLength: 5 })
  .map((pieces) => (pieces.length === 0 ? '' : `?${pieces.join('&')}`));

describe('the address of a page', () => {
  it('gives back under a name what was written under it, whatever it is', () => {
    fc.assert(
      fc.property(search, name, value, (before, key, text) => {
        expect(readParameter(writeParameter(before, key, text), key)).to.equal(text);
      }),
    );
  });

  it('keeps all that stands under other names, letter by letter', () => {
    const before = '?a=b%20c&x&tab=1&tab=2&ñ=%C3%B1+';
    expect(writeParameter(before, 'dep', '13')).to.equal(`${before}&dep=13`);
    expect(writeParameter(`${before}&dep=13&z=`, 'dep', '20')).to.equal(`${before}&dep=20&z=`);
    expect(writeParameter(`?dep=1&${before.slice(1)}&dep=2`, 'dep', '20')).to.equal(
      `?dep=20&${before.slice(1)}`,
    );
  });

  it('has nothing under a name that was taken out, and no mark where nothing is left', () => {
    fc.assert(
      fc.property(search, name, value, (before, key, text) => {
        const without = writeParameter(writeParameter(before, key, text), key, undefined);
        expect(readParameter(without, key)).to.equal(undefined);
      }),
    );
    expect(writeParameter('?dep=13', 'dep', undefined)).to.equal('');
  });
});
