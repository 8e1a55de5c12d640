import '../support/as-module.js';
import { expect } from 'chai';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/dkan.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { names, readText } from '../support/read-text.js';

const SEARCH = 'https://datos.example/api/action/datastore/search.json';

describe('the groups of DKAN 7', () => {
  const sum = { aggregate: 'sum', column: 'cantidad' } as const;

  it('are asked for by years and codes, and never by words or without any', () => {
    const { url, ...plan } = source.plan(
      new URL(`${SEARCH}?resource_id=r1`),
      { ...EMPTY_QUERY, measures: [sum], time: ['ANIO'] },
      {},
      true,
    );
    expect(plan).to.deep.include({ pushedDown: true, grouped: true });
    expect(plan.otherwise?.url).to.include('fields=ANIO%2Ccantidad');
    expect(decodeURIComponent(new URL(url).search)).to.equal(
      '?resource_id=r1&limit=100&offset=0&group_by=ANIO&count[]=feeds_flatstore_entry_id&sum[]=cantidad&count[]=cantidad',
    );
    for (const query of [
      { measures: [sum] },
      { measures: [sum], by: ['lugar'] },
      { measures: [sum], time: ['ANIO'], where: parseWhere("lugar = 'LIMA'") },
      { measures: [{ ...sum, column: 'N° de casos' }], time: ['ANIO'] },
    ]) {
      const { grouped } = source.plan(
        new URL(`${SEARCH}?resource_id=r1`),
        { ...EMPTY_QUERY, ...query },
        {},
        true,
      );
      expect(grouped, JSON.stringify(query)).to.equal(undefined);
    }
  });

  it('[REL-02] are refused where the portal may have put together what is not the same, or added texts', async () => {
    const url = `${SEARCH}?resource_id=r1&limit=100&offset=0&group_by=anio&count[]=feeds_flatstore_entry_id&sum[]=n&count[]=n`;
    const fields = [
      { id: 'anio', type: 'text' },
      { id: 'n', type: 'int' },
    ];
    const group = { anio: '2024', count_feeds_flatstore_entry_id: '2', sum_n: '5', count_n: '1' };
    const read = (records: readonly object[], types = fields) =>
      readText(
        source,
        JSON.stringify({ success: true, result: { fields: types, records, total: records.length } }),
        url,
      );
    const { table } = await read([group]);
    expect(names(table)).to.deep.equal(['anio', 'obs_sum_1', 'obs_rows', 'obs_count_1']);
    expect(toRows(table)).to.deep.equal([['2024', '5', '2', '1']]);
    await failureOf(read([{ ...group, anio: 'Lima' }]), 'server-error');
    await failureOf(read([{ anio: '2024' }]), 'server-error');
    await failureOf(
      read(
        [group],
        [
          { id: 'anio', type: 'text' },
          { id: 'n', type: 'text' },
        ],
      ),
      'server-error',
    );
  });
});
