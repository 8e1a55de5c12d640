import '../support/as-module.js';
import { expect } from 'chai';
import { socrataServer, type View } from '../servers/socrata.js';
import { expectSameAnswer, type Report } from '../support/push-down-law.js';

const TYPES = {
  anio: 'number',
  mes: 'number',
  lugar: 'text',
  tipo: 'text',
  cantidad: 'number',
  monto: 'number',
} as const;

const portal = (more: Partial<View> = {}) => {
  return (rows: readonly Report[]) =>
    socrataServer({ types: TYPES, rows: rows.map((row) => ({ ...row })), ...more });
};

/** How many of the requests for rows have this in what they ask. */
const asking = (requests: readonly string[], what: string): number =>
  requests.filter((url) => decodeURIComponent(url).includes(what)).length;

const id = (run: number): string => `a${run.toString(36).padStart(3, '0')}-zzz`;

describe('what Socrata is asked', () => {
  it('does not change the answer [REL-01]', async () => {
    const requests = await expectSameAnswer({
      protocol: 'socrata',
      src: (run) => `https://datos.example/resource/${id(run)}2.json`,
      portal: portal(),
    });
    expect(asking(requests, '$group=')).to.be.above(400);
    expect(asking(requests, '$where=')).to.be.above(200);
  }).timeout(240_000);

  it('does not change the answer of a portal that does not describe its data, or that speaks version 3', async () => {
    const undescribed = await expectSameAnswer({
      protocol: 'socrata',
      src: (run) => `https://datos.example/d/${id(run)}3`,
      portal: portal({ isUndescribed: true }),
      // A column that no row has cannot be told from one that is not there.
      where: ({ value }) => value !== '',
      runs: 1000,
    });
    expect(asking(undescribed, '$group=')).to.be.above(100);
    const third = await expectSameAnswer({
      protocol: 'socrata',
      src: (run) => `https://datos.example/api/v3/views/${id(run)}4/query.json?app_token=x`,
      portal: portal(),
      runs: 1000,
    });
    expect(asking(third, 'GROUP+BY')).to.be.above(200);
    expect(asking(third, 'WHERE')).to.be.above(100);
  }).timeout(240_000);
});
