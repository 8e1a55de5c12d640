import '../support/as-module.js';
import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { REPORTS } from '../examples/observatory-site.js';
import { tableFrom } from '../support/ask-page.js';

describe('a portal that filters and finds nothing', () => {
  let site: Observatory;
  before(async () => (site = await startObservatory({ port: 0 })));
  after(() => site.close());

  const told = async (where: string): Promise<unknown> => {
    const src = `${site.url}/ckan/api/3/action/datastore_search?resource_id=${REPORTS}`;
    const { length, notices } = await tableFrom(src, { value: 'sum(cantidad)', time: 'ANIO', where });
    expect(length).to.equal(0);
    return notices.map(({ code, column, value }) => [code, column, value]);
  };

  it('is told to the page’s owner with the condition that the portal was asked', async () => {
    expect(await told("P_MODALIDADES = 'Rovo' and ANIO >= 2019")).to.deep.equal([
      ['portal-has-none', 'P_MODALIDADES', 'Rovo'],
    ]);
    expect(await told("P_MODALIDADES in ('Rovo', 'Urto')")).to.deep.equal([
      ['portal-has-none', 'P_MODALIDADES', 'Rovo'],
      ['portal-has-none', 'P_MODALIDADES', 'Urto'],
    ]);
  });
});
