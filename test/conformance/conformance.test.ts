import '../support/as-module.js';
import { expect } from 'chai';
import { describeWith, REAL } from '../support/real-files.js';
import { nameOf, type Case } from './case.js';
import { CASES } from './cases/all.js';
import { runCase } from './run-case.js';

const outcomeOf = ({ fails, mayFail }: Case): string => {
  if (fails !== undefined) return `ends in ${[fails].flat().join(' or ')}`;
  return mayFail ? 'is read or refused' : 'holds what a person counts in it';
};

describeWith(REAL, 'the engine on real replies', () => {
  for (const each of CASES)
    it(`${each.suite ?? each.protocol}, ${nameOf(each)}: ${outcomeOf(each)}`, async () => {
      const { faults } = await runCase(each);
      expect(faults).to.deep.equal([]);
    }).timeout(60_000);
});
