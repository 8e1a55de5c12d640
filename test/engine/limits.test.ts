import '../support/as-module.js';
import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { limitsOf } from '../../src/engine/parse-question.js';
import type { Limits } from '../../src/request/limits.js';
import { failureOf } from '../support/failure.js';
import { question } from '../support/question.js';

const limits = async (asked: Partial<Question> = {}): Promise<Limits> => limitsOf(question('d.csv', asked));

describe('how long to wait and how much to take', () => {
  it('[REL-04] is 8 s to the first byte, 20 s for the whole and 5 s between two pieces', async () => {
    expect(await limits()).to.include({ firstByte: 8000, whole: 20_000, stall: 5000 });
  });

  it('[SEC-13] is 32 MB', async () => {
    expect(await limits()).to.include({ maxBytes: 33_554_432 });
  });

  it('[REL-04] [SEC-13] is what the page says, each for itself', async () => {
    const usual = await limits();
    expect(await limits({ timeout: '60' })).to.deep.equal({ ...usual, whole: 60_000 });
    expect(await limits({ firstByteTimeout: ' 2.5 ' })).to.deep.equal({ ...usual, firstByte: 2500 });
    expect(await limits({ stallTimeout: '1' })).to.deep.equal({ ...usual, stall: 1000 });
    expect(await limits({ maxBytes: '1000' })).to.deep.equal({ ...usual, maxBytes: 1000 });
  });

  it('[REL-04] is never a time that a timer would take for none', async () => {
    expect((await limits({ timeout: '9999999999' })).whole).to.equal(2 ** 31 - 1);
  });

  it('is a mistake of the page where it is no amount', async () => {
    for (const value of ['-1', '10s', 'mucho', '1e3', '0x10', '1,5', 'Infinity']) {
      const { details } = await failureOf(limits({ timeout: value }), 'bad-attribute');
      expect(details, value).to.deep.equal({ attribute: 'timeout', value, expected: ['20'] });
    }
    const { details } = await failureOf(limits({ maxBytes: '32 MB' }), 'bad-attribute');
    expect(details).to.deep.include({ attribute: 'max-bytes', expected: ['33554432'] });
  });
});
