import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/json.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';

const read = (value: unknown) => readText(source, typeof value === 'string' ? value : JSON.stringify(value));

const ROWS = [
  { lugar: 'Áncash', casos: 3 },
  { lugar: 'Lima', casos: 40 },
];

async function expectRows(document: unknown): Promise<void> {
  const { table } = await read(document);
  expect(names(table)).to.deep.equal(['lugar', 'casos']);
  expect(toRows(table)).to.deep.equal([
    ['Áncash', '3'],
    ['Lima', '40'],
  ]);
}

describe('JSON', () => {
  it('asks for the document as it is', () => {
    const address = new URL('https://datos.example/d.json?v=2');
    expect(source.plan(address, EMPTY_QUERY, {}, true)).to.deep.equal({
      url: address.href,
      pushedDown: false,
    });
  });

  it('reads a list of records', () => expectRows(ROWS));

  for (const key of [
    'data',
    'records',
    'results',
    'rows',
    'items',
    'value',
    'values',
    'features',
    'result',
  ]) {
    it(`reads the records under «${key}», before any other list`, () =>
      expectRows({ otra: [{ x: 1 }], [key]: ROWS }));
  }

  it('reads records under any other key, nearest to the root', async () => {
    await expectRows({ meta: { lista: [] }, filas: ROWS });
    await expectRows({ a: { b: { c: { filas: ROWS } } } });
    await expectRows({ a: { filas: [{ x: 1 }] }, denuncias: ROWS });
    await expectRows({ count: 2, result: { records: ROWS, fields: [{ id: 'lugar' }, { id: 'casos' }] } });
  });

  it('reads rows as lists under a first row of names', () =>
    expectRows([['lugar', 'casos'], ...ROWS.map(({ lugar, casos }) => [lugar, casos])]));

  it('reads rows as lists beside their fields, which may be names or things with an id or a name', async () => {
    const rows = [
      ['Áncash', 3],
      ['Lima', 40],
    ];
    await expectRows({ fields: ['lugar', 'casos'], rows });
    await expectRows({ fields: [{ id: 'lugar' }, { name: 'casos' }], data: rows });
    const { table } = await read({ fields: [{ id: 'lugar' }, { tipo: 'x' }], rows });
    expect(names(table)).to.deep.equal(['lugar', 'columna_2']);
  });

  it('names the columns of lists that nobody named', async () => {
    const { table } = await read([
      [2023, 5],
      [2024, 6],
    ]);
    expect(names(table)).to.deep.equal(['columna_1', 'columna_2']);
    expect(toRows(table)).to.deep.equal([
      ['2023', '5'],
      ['2024', '6'],
    ]);
  });

  it('reads the properties of GeoJSON', () =>
    expectRows({
      type: 'FeatureCollection',
      features: ROWS.map((properties) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [0, 0] },
        properties,
      })),
    }));

  it('has a column for every key of any record, in the order of their first appearance', async () => {
    const { table } = await read([{ a: 1 }, { b: 2, a: 3 }, {}]);
    expect(names(table)).to.deep.equal(['a', 'b']);
    expect(toRows(table)).to.deep.equal([
      ['1', ''],
      ['3', '2'],
      ['', ''],
    ]);
  });

  it('reads null, false, zero and the empty text as what they are', async () => {
    const { table } = await read([{ a: null, b: false, c: 0, d: '' }]);
    expect(toRows(table)).to.deep.equal([['', 'false', '0', '']]);
  });

  it('parts an object within a record into columns, and keeps what is deeper as JSON', async () => {
    const { table } = await read([
      { lugar: { nombre: 'Lima', código: '15' }, x: { y: { z: 1 } }, lista: [1, 2] },
    ]);
    expect(names(table)).to.deep.equal(['lugar.nombre', 'lugar.código', 'x.y', 'lista']);
    expect(toRows(table)).to.deep.equal([['Lima', '15', '{"z":1}', '[1,2]']]);
  });

  it('keeps the zeros of codes, and of numbers written as text', async () => {
    const { table } = await read([{ ubigeo: '010101', dep: '01', n: 5 }]);
    expect(toRows(table)).to.deep.equal([['010101', '01', '5']]);
  });

  it('[SEC-10] takes any key for data', async () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'toJSON'];
    const { table } = await read(`[{${keys.map((key, index) => `"${key}":${index}`).join()}}]`);
    expect(names(table)).to.deep.equal(keys);
    expect(toRows(table)).to.deep.equal([keys.map((_, index) => String(index))]);
    const nested = await read('{"__proto__":{"records":[{"a":{"__proto__":7,"constructor":8}}]}}');
    expect(names(nested.table)).to.deep.equal(['a.__proto__', 'a.constructor']);
  });

  it('is a table without rows where the list is empty', async () => {
    for (const document of [[], { data: [] }, { records: [], total: 0 }, { value: [] }]) {
      expect((await read(document)).table.length).to.equal(0);
    }
  });

  it('[REL-02] is the server’s error where it says so instead of rows', async () => {
    const told: readonly (readonly [unknown, string])[] = [
      [{ success: false, error: { message: 'Not found', __type: 'Not Found Error' } }, 'Not found'],
      [{ error: 'mal' }, 'mal'],
      [{ error: { message: 'x'.repeat(500) } }, 'x'.repeat(200)],
      [{ success: false, message: 'cerrado' }, 'cerrado'],
      [{ errors: 'varios', data: [] }, 'varios'],
      [{ error: { code: 5 } }, ''],
    ];
    for (const [document, message] of told) {
      const { details } = await failureOf(read(document), 'server-error');
      expect(details.serverMessage).to.equal(message);
    }
  });

  it('is a table where rows stand beside what may be an error', () =>
    expectRows({ error: null, success: false, data: ROWS }));

  it('[REL-02] is no data where there are no records', async () => {
    for (const document of ['1', '"texto"', 'null', 'true', '[1,2]', '{"a":1}', '{}', '{"a":{"b":[1]}}']) {
      await failureOf(read(document), 'not-data');
    }
  });

  it('[REL-02] is malformed where it cannot be read', async () => {
    for (const text of ['[{"a":NaN}]', '[{"a":1},]', '[{"a":1},{"a":20', '{a:1}', "[{'a':1}]", ''])
      await failureOf(read(text), 'malformed');
  });

  it('[REL-02] names the line where it cannot be read, where the engine says it', async () => {
    const { details } = await failureOf(read('[\n{"a":1},\n{"a":1 "b":2}]'), 'malformed');
    expect(details).to.deep.equal({ host: 'datos.example', line: 3 });
  });

  it('[REL-02] names the line where it cannot be read, whatever is wrong there', async () => {
    for (const wrong of ['{"a":NaN}]', '{"a":1},]', '{"a":20']) {
      const { details } = await failureOf(read(`[\n{"a":1},\n${wrong}`), 'malformed');
      expect(details.line, wrong).to.equal(3);
    }
  });

  it('[SEC-13] refuses more than 64 levels before it walks them, and reads brackets in texts as text', async () => {
    const nested = (levels: number): string => '['.repeat(levels) + '1' + ']'.repeat(levels);
    const { details } = await failureOf(read(nested(65)), 'too-big');
    expect(details).to.deep.equal({ what: 'levels', limit: 64 });
    await failureOf(read(nested(100_000)), 'too-big');
    expect((await read(nested(64))).table.length).to.equal(1);
    const { table } = await read(`[{"a":"${'['.repeat(200)}\\"${'{'.repeat(200)}"}]`);
    expect(texts(table, 'a')).to.deep.equal([`${'['.repeat(200)}"${'{'.repeat(200)}`]);
  });
});
