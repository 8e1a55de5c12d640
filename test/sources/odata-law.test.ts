import '../support/as-module.js';
import { expect } from 'chai';
import { odataServer, type Service } from '../servers/odata.js';
import { expectSameAnswer, type Report } from '../support/push-down-law.js';

const TYPES = {
  anio: 'Edm.Int32',
  mes: 'Edm.Int32',
  lugar: 'Edm.String',
  tipo: 'Edm.String',
  cantidad: 'Edm.Int32',
  monto: 'Edm.Double',
} as const;

const portal = (more: Partial<Service> = {}) => {
  return (rows: readonly Report[]) =>
    odataServer({ types: TYPES, rows: rows.map((row) => ({ ...row })), ...more });
};

const asking = (requests: readonly string[], what: string): number =>
  requests.filter((url) => decodeURIComponent(url).includes(what)).length;

describe('what a service of OData is asked', () => {
  it('does not change the answer [REL-01]', async () => {
    const requests = await expectSameAnswer({
      protocol: 'odata',
      src: (run) => `https://datos.example/odata/a${run}/Denuncias`,
      portal: portal({ page: 7 }),
    });
    expect(asking(requests, '$apply=')).to.be.above(300);
    expect(asking(requests, '$filter=')).to.be.above(200);
  }).timeout(240_000);

  it('does not change the answer of a service that does not know groups, or describes nothing', async () => {
    for (const [name, more] of Object.entries<Partial<Service>>({
      refusing: { apply: 'refuses' },
      ignoring: { apply: 'ignores' },
      undescribed: { isUndescribed: true },
    })) {
      await expectSameAnswer({
        protocol: 'odata',
        src: (run) => `https://datos.example/odata/${name}${run}/Denuncias`,
        portal: portal(more),
        runs: 700,
      });
    }
  }).timeout(240_000);
});
