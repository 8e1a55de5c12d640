import '../support/as-module.js';
import { expect } from 'chai';
import { expectSameAnswer, REPORT_COLUMNS, type Report } from '../support/push-down-law.js';

/** A CKAN that knows `filters` and `fields` only. */
function portal(rows: readonly Report[]) {
  return (url: URL) => {
    const given = url.searchParams;
    const filters = JSON.parse(given.get('filters') ?? '{}') as Record<string, string | string[]>;
    const fields = given.get('fields')?.split(',') ?? [...REPORT_COLUMNS];
    const kept = rows.filter((row) =>
      Object.entries(filters).every(([name, values]) =>
        [values].flat().includes(String(row[name as keyof Report])),
      ),
    );
    const records = kept.map((row) => fields.map((name) => row[name as keyof Report]));
    const result = { fields: fields.map((id) => ({ id })), records, total: kept.length };
    return { body: JSON.stringify({ success: true, result }) };
  };
}

describe('what CKAN is asked', () => {
  it('does not change the answer', async () => {
    const requests = await expectSameAnswer({
      protocol: 'ckan',
      src: (run) => `https://datos.example/api/3/action/datastore_search?resource_id=${run}`,
      portal,
      runs: 500,
    });
    expect(requests.filter((url) => url.includes('filters')).length).to.be.above(20);
  }).timeout(120_000);
});
