import '../support/as-module.js';
import { expect } from 'chai';
import { opendatasoftServer, type Portal } from '../servers/opendatasoft.js';
import { expectSameAnswer, type Report } from '../support/push-down-law.js';

const TYPES = {
  anio: 'int',
  mes: 'int',
  lugar: 'text',
  tipo: 'text',
  cantidad: 'int',
  monto: 'double',
} as const;

const portal = (more: Partial<Portal> = {}) => {
  return (rows: readonly Report[]) =>
    opendatasoftServer({ types: TYPES, rows: rows.map((row) => ({ ...row })), ...more });
};

/** How many of the requests have this in what they ask. */
const asking = (requests: readonly string[], what: string): number =>
  requests.filter((url) => decodeURIComponent(url).includes(what)).length;

describe('what Opendatasoft is asked', () => {
  it('does not change the answer [REL-01]', async () => {
    const requests = await expectSameAnswer({
      protocol: 'opendatasoft',
      src: (run) => `https://datos.example/explore/dataset/a${run}/table/`,
      portal: portal(),
    });
    expect(asking(requests, 'group_by=')).to.be.above(400);
    expect(asking(requests, 'where=')).to.be.above(100);
  }).timeout(240_000);

  it('does not change the answer of a portal whose groups leave out what is null, or that describes nothing', async () => {
    const dropping = await expectSameAnswer({
      protocol: 'opendatasoft',
      src: (run) => `https://datos.example/explore/dataset/b${run}/table/`,
      portal: portal({ dropsNulls: true }),
      runs: 1000,
    });
    expect(asking(dropping, 'group_by=')).to.be.above(200);
    await expectSameAnswer({
      protocol: 'opendatasoft',
      src: (run) => `https://datos.example/explore/dataset/c${run}/table/`,
      portal: portal({ isUndescribed: true }),
      runs: 1000,
    });
  }).timeout(240_000);
});
