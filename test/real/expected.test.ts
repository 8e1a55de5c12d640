import '../support/as-module.js';
import { expect } from 'chai';
import { checkExpected } from '../../src/query/expected/check-expected.js';
import { findColumn } from '../../src/table/table.js';
import { CASES } from '../conformance/cases/all.js';
import type { Case } from '../conformance/case.js';
import { askCase, isThere } from '../conformance/run-case.js';
import { describeWith, REAL } from '../support/real-files.js';
import { expectedOf } from '../query/expected-of.js';

/** 2026-11-26 */
const TODAY = 20_783;

/** One case of each real file that is a table. */
function realFiles(): Case[] {
  const tables = CASES.filter((each) => each.file.startsWith('real/') && isThere(each) && !each.fails);
  return [...new Map(tables.map((each) => [each.file, each])).values()];
}

describeWith(REAL, '[REL-11] what a page expects of real files', () => {
  it('gives a false alarm in at most 2 of 100 of them', async () => {
    const alarms: string[] = [];
    let read = 0;
    for (const each of realFiles()) {
      const { table } = await askCase(each);
      if (table.length === 0) continue;
      read++;
      const told = new Set(table.notices);
      const codes = checkExpected(table, expectedOf(table), TODAY).notices.filter((one) => !told.has(one));
      if (codes.length > 0) alarms.push(`${each.file}: ${codes.map(({ code }) => code).join()}`);
    }
    expect(read).to.be.above(60);
    expect(alarms.length, alarms.join('\n')).to.be.at.most(read * 0.02);
  }).timeout(240_000);

  it('finds a column that the source has renamed, and one that it has taken away', async () => {
    const [each] = realFiles().filter(({ file }) =>
      file.endsWith('pe-sinadef-violentas-por-departamento-2023-2025.csv'),
    );
    if (!each) throw new Error('the file is not here');
    const { table } = await askCase(each);
    const checked = checkExpected(
      table,
      'tasa | tasa_100k: 0..60; provincia; unique(año, departamento)',
      TODAY,
    );
    expect(findColumn(checked, 'tasa')?.kind).to.equal('number');
    const codes = checked.notices.map(({ code }) => code);
    expect(codes).to.include.members(['column-by-alias', 'column-gone']);
  });
});
