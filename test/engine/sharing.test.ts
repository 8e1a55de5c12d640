import '../support/as-module.js';
import { expect } from 'chai';
import type { NumberColumn } from '../../src/table/column.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { REPORTS } from '../examples/observatory-site.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { askPage, tableFrom } from '../support/ask-page.js';
import { reasonOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';
import { openPage } from '../support/page.js';
import { never, question } from '../support/question.js';

/** The numbers themselves: where two tables have the very same, they were read once. */
function valuesOf(table: Table, name: string): Float64Array {
  return (findColumn(table, name) as NumberColumn).values;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('questions on the same data', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());
  beforeEach(() => server.reset());

  it('[REL-07] make one request and one reading, however many they are', async () => {
    const src = `${server.url}/slow.csv?ms=20&n`;
    const tables = await Promise.all(
      Array.from({ length: 50 }, () => tableFrom(src, { value: 'tasa', time: 'anio' })),
    );
    expect(server.hits('/slow.csv')).to.have.length(1);
    expect(new Set(tables.map((table) => valuesOf(table, 'tasa'))).size).to.equal(1);
  });

  it('[REL-07] share it although each sees the data another way', async () => {
    const src = `${server.url}/slow.csv?ms=20&vistas`;
    const [series, sum, rows, filtered] = await Promise.all([
      tableFrom(src, { value: 'tasa', time: 'anio' }),
      tableFrom(src, { value: 'max(tasa)' }),
      tableFrom(src),
      tableFrom(src, { where: 'anio >= 2023', value: 'tasa', time: 'anio' }),
    ]);
    expect(server.hits('/slow.csv')).to.have.length(1);
    expect(valuesOf(series, 'tasa')).to.equal(valuesOf(rows, 'tasa'));
    expect([series.length, sum.length, rows.length, filtered.length]).to.deep.equal([4, 1, 4, 2]);
  });

  it('[REL-07] share it although one of them is wrong in itself', async () => {
    const src = `${server.url}/slow.csv?ms=20&mal`;
    const outcomes = await Promise.allSettled([
      tableFrom(src, { value: 'tasa', where: 'tasa >' }),
      tableFrom(src, { value: 'nada' }),
      tableFrom(src, { value: 'tasa' }),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'fulfilled']);
    expect(server.hits('/slow.csv')).to.have.length(1);
  });

  it('[REL-07] share it although one of them sets a wrong limit, whoever asks first', async () => {
    for (const [name, wrong] of [
      ['espera', { timeout: '20s' }],
      ['tope', { maxBytes: '32 MB' }],
    ] as const) {
      const src = `${server.url}/slow.csv?ms=20&${name}`;
      const outcomes = await Promise.allSettled([
        tableFrom(src, { value: 'tasa', ...wrong }),
        tableFrom(src, { value: 'tasa' }),
        tableFrom(src, { value: 'tasa', ...wrong }),
      ]);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled', 'rejected']);
    }
  });

  it('[REL-07] share a file of JSON although the first of them is wrong in itself', async () => {
    const files = await startServer((_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('[{"anio":2024,"n":5}]');
    });
    const src = `${files.url}/datos.json`;
    const outcomes = await Promise.allSettled([
      tableFrom(src, { value: 'n', where: 'n >' }),
      tableFrom(src, { value: 'n' }),
    ]);
    await files.close();
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled']);
  });

  it('[REL-04] wait each as long as it says itself, not as the first one says', async () => {
    const src = `${server.url}/slow.csv?ms=400&paciencia`;
    const outcomes = await Promise.allSettled([
      tableFrom(src, { value: 'tasa', firstByteTimeout: '0.05', timeout: '0.05' }),
      tableFrom(src, { value: 'tasa' }),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled']);
  });

  it('[REL-07] are answered from what is known, until someone wants it fresh', async () => {
    const asked = question(`${server.url}/ok.csv?fresco`, { value: 'tasa' });
    const first = await pageEngine.ask(asked, { signal: never });
    const again = await pageEngine.ask(asked, { signal: never });
    expect(again.provenance.fetchedAt).to.equal(first.provenance.fetchedAt);
    expect(server.hits('/ok.csv')).to.have.length(1);
    await pageEngine.ask(asked, { signal: never, fresh: true });
    expect(server.hits('/ok.csv')).to.have.length(2);
  });

  it('[REL-07] are asked again after a failure', async () => {
    const page = openPage('hidden');
    const src = `${server.url}/flaky?failures=1&key=otra`;
    try {
      await reasonOf(askPage(src));
    } finally {
      page.leave();
    }
    expect((await tableFrom(src)).length).to.equal(4);
    expect(server.hits('/flaky')).to.have.length(2);
  });

  it('[REL-07] go on for those who wait although others leave', async () => {
    const src = `${server.url}/slow.csv?ms=50&quedan`;
    const leaving = Array.from({ length: 9 }, () => new AbortController());
    const left = leaving.map(({ signal }) => reasonOf(askPage(src, {}, signal)));
    const staying = tableFrom(src);
    while (server.hits('/slow.csv').length === 0) await settle();
    leaving.forEach((each, index) => each.abort(index));
    expect(await Promise.all(left)).to.deep.equal([...leaving.keys()]);
    expect((await staying).length).to.equal(4);
    expect(server.hits('/slow.csv')).to.have.length(1);
  });

  it('[REL-04] [REL-07] end when the last one leaves, and the server sees it', async () => {
    let closed: (() => void) | undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const slow = await startServer((_, response) => response.on('close', () => closed?.()));
    const leaving = [new AbortController(), new AbortController()];
    const left = leaving.map(({ signal }) => reasonOf(askPage(`${slow.url}/d.csv`, {}, signal)));
    while (slow.asked.length === 0) await settle();
    leaving.forEach((each) => each.abort());
    await Promise.all([...left, isClosed]);
    expect(slow.asked).to.have.length(1);
    await slow.close();
  });

  it('[REL-07] are not one where protocol, resource, decimal mark or limit differ', async () => {
    const src = `${server.url}/ok.csv?distintas`;
    await Promise.all([
      tableFrom(src),
      tableFrom(src, { protocol: 'csv' }),
      tableFrom(src, { source: { decimalChar: ',' } }),
      tableFrom(src, { maxBytes: '1000' }),
      tableFrom(`${src}&otra`),
      tableFrom(src),
    ]);
    // `/ok.csv` is CSV by its address, said or not.
    expect(server.hits('/ok.csv')).to.have.length(4);
  });

  it('[REL-04] ask for nothing where who asks has left already', async () => {
    const src = `${server.url}/ok.csv?nadie`;
    const reason = new Error('se fue antes');
    expect(await reasonOf(askPage(src, {}, AbortSignal.abort(reason)))).to.equal(reason);
    await tableFrom(`${server.url}/ok.json?despues`);
    expect(server.hits('/ok.csv')).to.have.length(0);
  });
});

describe('a portal read page by page', () => {
  let site: Observatory;
  const log: string[] = [];
  before(async () => (site = await startObservatory({ port: 0, log: (line) => log.push(line) })));
  after(() => site.close());
  beforeEach(() => (log.length = 0));

  const reports = (): string => `${site.url}/dkan/api/action/datastore/search.json?resource_id=${REPORTS}`;

  it('[REL-07] is read once for the same question, however many ask it', async () => {
    const asked = { value: 'sum(cantidad)', by: 'P_MODALIDADES', where: "DPTO_HECHO_NEW = 'CUSCO'" };
    const tables = await Promise.all([1, 2, 3].map(() => tableFrom(reports(), asked)));
    expect(new Set(log).size).to.equal(log.length);
    expect(tables.map(({ length }) => length)).to.deep.equal([7, 7, 7]);
  });

  it('[REL-07] never has more than four requests under way, and has as many', async () => {
    const { fetch } = globalThis;
    let [underWay, most, all] = [0, 0, 0];
    globalThis.fetch = async (input, init) => {
      all++;
      most = Math.max(most, ++underWay);
      return fetch(input, init).finally(() => underWay--);
    };
    try {
      await tableFrom(reports(), { value: 'sum(cantidad)' });
    } finally {
      globalThis.fetch = fetch;
    }
    expect([most, all]).to.deep.equal([4, 45]);
  });

  it('[REL-04] is not asked for its further pages once the last one has left', async () => {
    const leaving = new AbortController();
    const asked = reasonOf(askPage(reports(), { value: 'avg(cantidad)' }, leaving.signal));
    while (log.length < 3) await settle();
    leaving.abort();
    await asked;
    // Comes in its turn, after all that still stand in the line of this host.
    await tableFrom(`${site.url}/archivos/homicidios.csv`);
    expect(log.length).to.be.below(15);
  });
});
