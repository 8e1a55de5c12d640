import '../support/as-module.js';
import { expect } from 'chai';
import { dkanServer } from '../servers/dkan.js';
import { dkan2Server } from '../servers/dkan2.js';
import type { MysqlRow } from '../servers/mysql.js';
import { expectSameAnswer, REPORT_COLUMNS, type Report } from '../support/push-down-law.js';

const TYPES = { anio: 'int', mes: 'int', lugar: 'text', tipo: 'text', cantidad: 'int', monto: 'numeric' };
const TEXTS = Object.fromEntries(REPORT_COLUMNS.map((name) => [name, 'text']));

const rowOf = (report: Report): MysqlRow => ({ ...report });
const textsOf = (report: Report): MysqlRow =>
  Object.fromEntries(REPORT_COLUMNS.map((name) => [name, report[name] === null ? '' : String(report[name])]));

const many = (requests: readonly string[], pattern: RegExp): number =>
  requests.filter((url) => pattern.test(decodeURIComponent(url))).length;

const SEARCH = 'api/action/datastore/search.json?resource_id=';
const QUERY = 'api/1/datastore/query/';

describe('what DKAN 7 is asked', () => {
  it('does not change the answer', async () => {
    const requests = await expectSameAnswer({
      protocol: 'dkan',
      src: (run) => `https://dkan.example/${SEARCH}n${run}`,
      portal: (rows) => dkanServer(rows.map(rowOf), { types: TYPES, leaks: true }),
    });
    expect(many(requests, /count\[\]=/)).to.be.above(100);
    expect(many(requests, /filters\[/)).to.be.above(100);
    expect(many(requests, /fields=/)).to.be.above(300);
  }).timeout(240_000);

  it('does not change the answer, where its columns are texts', async () => {
    const requests = await expectSameAnswer({
      protocol: 'dkan',
      src: (run) => `https://dkan.example/${SEARCH}t${run}`,
      portal: (rows) => dkanServer(rows.map(textsOf), { types: TEXTS }),
      runs: 1000,
    });
    expect(many(requests, /count\[\]=/)).to.be.above(40);
  }).timeout(240_000);
});

describe('what DKAN 2 is asked', () => {
  it('does not change the answer', async () => {
    const requests = await expectSameAnswer({
      protocol: 'dkan2',
      src: (run) => `https://dkan2.example/${QUERY}n${run}/0`,
      portal: (rows) =>
        dkan2Server(rows.map(rowOf), { types: { ...TYPES, monto: 'decimal(10,2)' }, most: 20 }),
    });
    expect(many(requests, /groupings\[/)).to.be.above(100);
    expect(many(requests, /conditions\[/)).to.be.above(100);
    expect(many(requests, /properties\[/)).to.be.above(300);
  }).timeout(240_000);

  it('does not change the answer, where its columns are texts', async () => {
    const requests = await expectSameAnswer({
      protocol: 'dkan2',
      src: (run) => `https://dkan2.example/${QUERY}t${run}/0`,
      portal: (rows) => dkan2Server(rows.map(textsOf), { types: TEXTS }),
      runs: 1000,
    });
    expect(many(requests, /groupings\[/)).to.be.above(40);
  }).timeout(240_000);
});
