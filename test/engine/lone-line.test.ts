import '../support/as-module.js';
import { expect } from 'chai';
import { toRows } from '../../src/table/rows.js';
import { askPortal } from '../support/ask-portal.js';
import { failureOf } from '../support/failure.js';

/** The answer of a page whose server sends this body, as this kind of content. */
const ask = (src: string, body: string, contentType = 'text/plain') =>
  askPortal(() => ({ status: 200, body, headers: { 'Content-Type': contentType } }), src);

describe('a lone line where JSON was to be', () => {
  for (const [name, body, code] of [
    ['nulo', 'null', 'not-data'],
    ['numero', '42', 'not-data'],
    ['palabra', '"error"', 'not-data'],
    ['prohibido', 'Forbidden', 'malformed'],
    ['vacio', '\n \n', 'empty-reply'],
  ] as const) {
    it(`[REL-02] ${body.trim() || 'blanks'}: is no table without rows, at the address of a file`, async () => {
      await failureOf(ask(`https://linea.example/${name}.json`, `${body}\n`), code);
    });

    it(`[REL-02] ${body.trim() || 'blanks'}: is none either where the server says that it is JSON`, async () => {
      await failureOf(
        ask(`https://linea.example/${name}?f=1`, body, 'application/json; charset=utf-8'),
        code,
      );
    });
  }

  it('is a header where nothing told of JSON', async () => {
    const { table } = await ask('https://linea.example/cabecera?f=1', 'distrito,casos\n', 'text/csv');
    expect(table.columns.map(({ name }) => name)).to.deep.equal(['distrito', 'casos']);
    expect(table.length).to.equal(0);
  });

  it('is nothing that lines of CSV are: they are read, whatever the address says', async () => {
    const { table } = await ask('https://linea.example/lineas.json', 'distrito,casos\nLima,5\n');
    expect(toRows(table)).to.deep.equal([['Lima', '5']]);
  });
});
