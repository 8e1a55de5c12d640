import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { described, PORTAL } from '../servers/socrata-view.js';
import type { About } from '../../src/sources/source.js';
import { source } from '../../src/sources/socrata.js';
import { readView } from '../../src/sources/socrata-about.js';
import { TableBuilder } from '../../src/table/builder.js';
import { toRows } from '../../src/table/rows.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { socrataServer, type View } from '../servers/socrata.js';
import { askPortal, type AskedPortal } from '../support/ask-portal.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const ROWS = `${PORTAL}/resource/ab2c-d3e4.json`;

/** A reply as a table, with what the portal said before. */
async function read(rows: unknown, about?: About, url = ROWS): Promise<Table> {
  const builder = new TableBuilder();
  const part = await source.parse({ url, text: JSON.stringify(rows) }, builder, {}, about);
  return builder.finish({ decimal: '.', columns: about?.columns ?? [], notices: part.notices ?? [] });
}

describe('the rows of Socrata', () => {
  it('have numbers as text, and no key for what is null', async () => {
    const rows = [
      { fecha: '2024-01-31T23:59:00.000', lugar: 'Lima', cod_muni: '05001', cantidad: '3', anio: '2024' },
      { lugar: 'Ica', ':@computed_region_x': '4', punto: { type: 'Point', coordinates: [-77, -12] } },
    ];
    const table = await read(rows, await described());
    expect(names(table)).to.deep.equal([
      ...['fecha', 'lugar', 'cod_muni', 'cantidad', 'anio', 'punto.type', 'punto.coordinates'],
    ]);
    expect(toRows(table).map((row) => row.slice(0, 5))).to.deep.equal([
      ['2024-01-31', 'Lima', '05001', '3', '2024'],
      ['', 'Ica', '', '', ''],
    ]);
    expect(findColumn(table, 'cantidad')).to.include({ kind: 'number', label: 'Cantidad' });
    expect(findColumn(table, 'fecha')?.kind).to.equal('period');
    expect(findColumn(await read([], await described()), 'lugar')?.kind, 'also without a row').to.equal(
      'text',
    );
  });

  it('keep names that objects have [SEC-10], and leave out the areas of a map with a word', async () => {
    const rows = JSON.parse(
      '[{"__proto__":"1","constructor":"2","the_geom":{"type":"MultiPolygon","coordinates":[[[[1,2]]]]}}]',
    ) as unknown;
    const table = await read(rows);
    expect(names(table)).to.deep.equal(['__proto__', 'constructor']);
    expect(codes(table)).to.deep.equal(['shapes-left-out']);
  });

  it('[REL-02] may be an error, also with HTTP 200', async () => {
    const { details } = await failureOf(
      read({ code: 'query.soql.no-such-column', error: true, message: 'No such column: x' }),
      'server-error',
    );
    expect(details.serverMessage).to.equal('No such column: x');
    await failureOf(read({ code: 'dataset.missing', error: true, message: 'Not found' }), 'no-resource');
    await failureOf(read('x'), 'malformed');
    await failureOf(read([1]), 'malformed');
    await failureOf(readText(source, '[{"a":"1"},', ROWS), 'malformed');
  });

  it('go on where a page is full or suspiciously round, and end where it is not [REL-05]', async () => {
    const part = async (count: number, url: string) => {
      const text = JSON.stringify(Array.from({ length: count }, (_, i) => ({ a: String(i) })));
      return (await readText(source, text, url)).part;
    };
    const ours = `${ROWS}?$limit=20000&$order=:id`;
    expect((await part(1000, ours)).next?.url).to.include('offset=1000');
    expect((await part(1000, `${ours}&$offset=1000`)).next?.url).to.include('offset=2000');
    expect((await part(999, ours)).next).to.equal(undefined);
    expect((await part(0, ours)).next).to.equal(undefined);
    expect((await part(1000, `${ROWS}?$limit=1000`)).next, 'the limit is the page’s own').to.equal(undefined);
    const third = `${PORTAL}/api/v3/views/ab2c-d3e4/query.json?query=SELECT * ORDER BY :id&pageNumber=1&pageSize=20000`;
    const next = (await part(1000, third)).next?.url ?? '';
    expect(next).to.include('pageNumber=2&pageSize=1000');
    expect((await part(1000, next)).next?.url).to.include('pageNumber=3&pageSize=1000');
    expect((await part(7, next)).next).to.equal(undefined);
  });
});

const TYPES = { fecha: 'calendar_date', lugar: 'text', cantidad: 'number' } as const;
let run = 0;
const server = (count: number, more: Partial<View> = {}) => {
  const rows = Array.from({ length: count }, (_, i) => ({
    fecha: `2024-0${1 + (i % 9)}-0${1 + (i % 7)}T10:00:00.000`,
    lugar: ['Lima', 'Ica', null][i % 3] ?? null,
    cantidad: i % 4 === 0 ? null : i,
  }));
  return { rows, portal: socrataServer({ types: TYPES, rows, ...more }) };
};
const address = (): string => `${PORTAL}/d/m${(run++).toString(36).padStart(3, '0')}-aaaa`;

describe('a portal of Socrata', () => {
  it('that gives 500 rows at a time without a word is read to its end [REL-05]', async () => {
    const { rows, portal } = server(1234, { most: 500 });
    const { table, provenance, requests } = await askPortal(portal, address(), { protocol: 'socrata' });
    expect(table.length).to.equal(1234);
    expect(provenance.partial).to.equal(undefined);
    expect(requests).to.have.length(4);
    const total = texts(table, 'cantidad').reduce((sum, text) => sum + Number(text), 0);
    expect(total).to.equal(rows.reduce((sum, row) => sum + (row.cantidad ?? 0), 0));
    const third = `${PORTAL}/api/v3/views/v333-aaaa/query.json?app_token=t`;
    const again = await askPortal(portal, third, { protocol: 'socrata' });
    expect([again.table.length, again.requests.length]).to.deep.equal([1234, 4]);
  });

  it('that refuses to add up a column is asked for its rows', async () => {
    const { portal } = server(20, { types: { ...TYPES, cantidad: 'text' }, isUndescribed: true });
    const { table, requests } = await askPortal(portal, address(), {
      ...{ protocol: 'socrata', value: 'sum(cantidad)', by: 'lugar' },
    });
    expect(requests.filter((url) => url.searchParams.has('$group'))).to.have.length(1);
    expect(texts(table, 'lugar')).to.have.members(['Lima', 'Ica', '']);
  });

  it('that has no such data set says so', async () => {
    const reason = await reasonOf(
      askPortal(() => ({ status: 404, body: '{"code":"dataset.missing"}' }), address(), {
        protocol: 'socrata',
      }),
    );
    expect(reason).to.include({ code: 'http' });
  });

  it('gives the months of its days as the page does, whatever of them is asked', async () => {
    const day = fc.date({ min: new Date('2022-11-01'), max: new Date('2024-03-01'), noInvalidDate: true });
    const wheres = [
      "fecha >= '2023-02'",
      "fecha <= '2023'",
      "fecha = '2023-05'",
      "fecha <> '2023'",
      "not (fecha > '2023-06-15')",
      '',
    ];
    const asked = fc.record({
      time: fc.constantFrom('fecha', 'month(fecha)', 'year(fecha)', 'quarter(fecha)', 'half(fecha)'),
      where: fc.constantFrom(...wheres),
      value: fc.constantFrom('count()', 'sum(cantidad)', 'count(fecha)'),
      range: fc.constantFrom('', '2023'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(day, { freq: 6 }), { minLength: 1, maxLength: 15 }),
        asked,
        async (days, each) => {
          const rows = days.map((date, i) => ({
            fecha: date ? date.toISOString().replace('Z', '') : null,
            lugar: 'Lima',
            cantidad: i,
          }));
          const portal = socrataServer({ types: TYPES, rows });
          const pushed = await askPortal(portal, address(), { protocol: 'socrata', ...each }).catch(
            (reason: unknown) => reason as Error,
          );
          const whole = await askPortal(
            (url) => (url.search.includes('group') ? { status: 400, body: '' } : portal(url)),
            address(),
            { protocol: 'socrata', ...each },
          ).catch((reason: unknown) => reason as Error);
          const told = (result: AskedPortal | Error) =>
            result instanceof Error ? result.message : toRows(result.table);
          expect(told(pushed)).to.deep.equal(told(whole));
        },
      ),
      { numRuns: 1000 },
    );
  }).timeout(120_000);
});

describeWith(`${REAL}socrata`, 'replies recorded from Socrata', () => {
  const file = (name: string): string => readFileSync(`${REAL}socrata/${name}`, 'utf8');

  it('hold the last row of a count of bicycles', async () => {
    const { table, part } = await readText(source, file('rows-page-2-last.json'), `${ROWS}?$limit=20000`);
    expect(toRows(table)).to.deep.equal([['100009424', '2016-10-02', '3', '0']]);
    expect(part.next).to.equal(undefined);
  });

  it('[REL-02] hold an error in reading SoQL', async () => {
    const { details } = await failureOf(readText(source, file('error-malformed.json'), ROWS), 'server-error');
    expect(details.serverMessage).to.match(/^Could not parse SoQL query/);
  });

  it('describe 23 columns of water rights, and whose they are', async () => {
    const text = file('view-metadata-with-columns.json');
    const {
      metadata,
      columns = [],
      facts,
    } = await readView({ url: `${PORTAL}/api/views/9ubz-5r4b.json`, text });
    expect(metadata).to.include({
      title: 'Water Right Applications',
      publisher: 'Washington Department of Ecology',
      license: 'Public Domain',
      updated: '2013-08-12',
    });
    expect(columns).to.have.length((JSON.parse(text) as { columns: unknown[] }).columns.length);
    const kind = (name: string) => columns.find((column) => column.name === name)?.kind;
    expect(kind('priority_date')).to.equal('period');
    expect(kind('acre_feet')).to.equal('number');
    expect(kind('wr_doc_id'), 'a code').to.equal(undefined);
    expect(kind('document_number')).to.equal('text');
    expect(columns.find(({ name }) => name === 'acre_irr')?.label).to.equal('ACRE IRR');
    expect(facts?.['isGrouped']).to.equal(false);
  });

  it('describe also a view without columns', async () => {
    const text = file('view-metadata.json');
    const { metadata, columns } = await readView({ url: `${PORTAL}/api/views/khjh-69mz.json`, text });
    expect([columns, metadata?.updated]).to.deep.equal([[], '2012-10-28']);
  });
});
