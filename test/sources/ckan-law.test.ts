import '../support/as-module.js';
import { expect } from 'chai';
import { ckanServer } from '../servers/ckan.js';
import type { DatabaseRow } from '../servers/ckan-sql.js';
import { expectSameAnswer, REPORT_COLUMNS, type Report } from '../support/push-down-law.js';

const TYPES = { anio: 'int4', mes: 'int4', lugar: 'text', tipo: 'text', cantidad: 'int4', monto: 'float8' };
const TEXTS = Object.fromEntries(REPORT_COLUMNS.map((name) => [name, 'text']));

const rowOf = (report: Report): DatabaseRow => ({ ...report });
/** As DataPusher stores it: texts, with space around some, and nothing as an empty text. */
const textsOf = (report: Report): DatabaseRow =>
  Object.fromEntries(
    REPORT_COLUMNS.map((name) => {
      const value = report[name];
      return [name, value === null ? (report.mes % 2 === 0 ? '' : null) : ` ${value} `.slice(report.mes % 2)];
    }),
  );

/** The requests that put rows together, and those that filter them. */
const counted = (requests: readonly string[]): { grouped: number; filtered: number } => ({
  grouped: requests.filter((url) => url.includes('_sql')).length,
  filtered: requests.filter((url) => /filters=|strpos/.test(url)).length,
});

describe('what CKAN is asked', () => {
  it('does not change the answer, where it puts rows together', async () => {
    const requests = await expectSameAnswer({
      protocol: 'ckan',
      src: (run) => `https://sql.example/api/3/action/datastore_search?resource_id=${run}`,
      portal: (rows) => ckanServer(rows.map(rowOf), { types: TYPES, most: 20 }),
    });
    const { grouped, filtered } = counted(requests);
    expect(grouped).to.be.above(800);
    expect(filtered).to.be.above(100);
  }).timeout(240_000);

  it('does not change the answer, where its tables hold texts', async () => {
    const requests = await expectSameAnswer({
      protocol: 'ckan',
      src: (run) => `https://text.example/api/3/action/datastore_search?resource_id=${run}`,
      portal: (rows) => ckanServer(rows.map(textsOf), { types: TEXTS }),
      // Its filters are exact: they do not find a text with space around it, as the page would.
      where: ({ where }) => !/(lugar|tipo) (=|in)/.test(where),
    });
    expect(counted(requests).grouped).to.be.above(600);
  }).timeout(240_000);

  it('does not change the answer, where it only filters and chooses columns', async () => {
    const requests = await expectSameAnswer({
      protocol: 'ckan',
      src: (run) => `https://search.example/api/3/action/datastore_search?resource_id=${run}`,
      portal: (rows) => ckanServer(rows.map(rowOf), { types: TYPES, most: 7, hasSql: false }),
    });
    const { grouped, filtered } = counted(requests);
    expect(grouped, 'asked once a portal').to.equal(1);
    expect(filtered).to.be.above(100);
  }).timeout(240_000);
});
