import { expect } from 'chai';
import { checkTotalRows } from '../../src/cli/check/check-totals.js';
import type { Expectations } from '../../src/query/expected/expectations.js';
import { fromRows } from '../../src/table/rows.js';
import { rowsOf, type Kinds } from '../support/rows-of-kinds.js';

const EXPECTED: Expectations = {
  columns: [{ name: 'n', aliases: [], kind: 'count' }],
  totals: [],
  unique: [],
};

async function found(kinds: Kinds): Promise<(readonly [value: string | undefined, expected: unknown])[]> {
  const [names = [], ...rows] = rowsOf(kinds);
  const { findings } = checkTotalRows(await fromRows(names, rows), EXPECTED, undefined);
  return findings.map(({ value, expected }) => [value, expected?.[0]] as const);
}

const KINDS: Kinds = {
  '1. Homicidios': [31, 47, 52],
  '5. Robos': [873, 1204, 655],
  '5.1. Con violencia': [512, 803, 301],
  '5.2. En domicilios': [361, 401, 354],
  TOTAL: [904, 1251, 707],
};

describe('a row of a total, held against the rows of its parts', () => {
  it('is not held against subtotals and their parts together, which numbers tell', async () => {
    expect(await found(KINDS)).to.deep.equal([]);
  });

  it('is told where it is not what they add up to', async () => {
    expect(await found({ ...KINDS, TOTAL: [904, 1251, 807] })).to.deep.equal([['807', '707']]);
  });
});
