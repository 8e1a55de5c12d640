import '../support/as-module.js';
import { expect } from 'chai';
import { describeWith, REAL } from '../support/real-files.js';
import { CASES } from './cases/all.js';
import { runCase } from './run-case.js';

describeWith(REAL, 'the engine on real replies', () => {
  for (const each of CASES)
    it(`${each.protocol}, ${each.file}: ${each.fails === undefined ? 'holds what a person counts in it' : `ends in ${each.fails}`}`, async () => {
      const { faults } = await runCase(each);
      expect(faults).to.deep.equal([]);
    }).timeout(60_000);
});
