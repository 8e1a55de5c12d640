import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { source } from '../../src/sources/csv.js';
import { failureOf } from '../support/failure.js';
import { codes, names, readText, texts } from '../support/read-text.js';

const read = (text: string) => readText(source, text);

describe('CSV', () => {
  it('asks for the file as it is, and for nothing less', () => {
    const address = new URL('https://datos.example/d.csv?v=2');
    const query = { ...EMPTY_QUERY, where: { kind: 'null', column: 'a' } as const };
    expect(source.plan(address, query, {}, true)).to.deep.equal({ url: address.href, pushedDown: false });
  });

  it('reads a header and rows', async () => {
    const { table } = await read('lugar,casos\nÁncash,3\nCañete,\n');
    expect(names(table)).to.deep.equal(['lugar', 'casos']);
    expect([texts(table, 'lugar'), texts(table, 'casos')]).to.deep.equal([
      ['Áncash', 'Cañete'],
      ['3', ''],
    ]);
    expect(table.notices).to.deep.equal([]);
  });

  it('passes over empty lines, above the header and below', async () => {
    const { table } = await read('\n\nlugar,casos\n\nLima,3\n   \nIca,4\n\n');
    expect(texts(table, 'lugar')).to.deep.equal(['Lima', 'Ica']);
    expect(table.notices).to.deep.equal([]);
  });

  it('passes over lines of delimiters alone, as spreadsheets leave them below a table', async () => {
    const { table } = await read(';;\nlugar;casos;nota\nLima;3;\n;;\nIca;4;x\n;;\n;;\n');
    expect(texts(table, 'lugar')).to.deep.equal(['Lima', 'Ica']);
    expect(table.notices).to.deep.equal([]);
  });

  it('takes the space around a cell away, and the formula that keeps the zeros of a code', async () => {
    const { table } = await read('ubigeo, nombre \n="010101", Chachapoyas \n"=""010102""",x\n');
    expect(names(table)).to.deep.equal(['ubigeo', 'nombre']);
    expect(texts(table, 'ubigeo')).to.deep.equal(['010101', '010102']);
    expect(texts(table, 'nombre')).to.deep.equal(['Chachapoyas', 'x']);
  });

  it('tells how many rows are too short or too long, and the first line of each', async () => {
    const { table } = await read('a,b\n1\n2,3\n4\n5,6,7\n');
    expect(table.notices).to.deep.equal([
      { code: 'rows-short', count: 2, line: 2 },
      { code: 'rows-long', count: 1, line: 5 },
    ]);
    expect([texts(table, 'a'), texts(table, 'b')]).to.deep.equal([
      ['1', '2', '4', '5'],
      ['', '3', '', '6'],
    ]);
  });

  it('[REL-02] is no table where an error object came instead', async () => {
    for (const text of ['{"success":false,"error":{"message":"Not found"}}', ' \n{"error":"x"}']) {
      const { details } = await failureOf(read(text), 'server-error');
      expect(details.host).to.equal('datos.example');
    }
    const told = await failureOf(read('{"error":{"message":"Not found"}}'), 'server-error');
    expect(told.details.serverMessage).to.equal('Not found');
  });

  it('reads old line ends, and line ends of several kinds where no cell has quotes', async () => {
    for (const text of ['a,b\r1,2\r3,4', 'a,b\r\n1,2\n3,4\r', 'a,b\n1,2\r\n3,4']) {
      const { table } = await read(text);
      expect([texts(table, 'a'), texts(table, 'b')], JSON.stringify(text)).to.deep.equal([
        ['1', '3'],
        ['2', '4'],
      ]);
      expect(table.notices).to.deep.equal([]);
    }
  });

  it('reads line ends of several kinds also where some cell has quotes', async () => {
    const { table } = await read('a,b\r\n"1",2\r\n3,4\n5,6\n7,8\r\n');
    expect([texts(table, 'a'), texts(table, 'b')]).to.deep.equal([
      ['1', '3', '5', '7'],
      ['2', '4', '6', '8'],
    ]);
    expect(table.notices).to.deep.equal([]);
  });

  it('reads old line ends also where a cell has a newer one within quotes', async () => {
    const { table } = await read('a,b\r1,"x\ny"\r3,4\r5,6');
    expect(texts(table, 'a')).to.deep.equal(['1', '3', '5']);
    expect(texts(table, 'b')).to.deep.equal(['x\ny', '4', '6']);
  });

  it('reads line ends of several kinds also where quotes are irregular', async () => {
    const { table } = await read('a,b\r\n1,x"y\r\n"2",3\n4,5\r6,7');
    expect(texts(table, 'a')).to.deep.equal(['1', '2', '4', '6']);
    expect(texts(table, 'b')).to.deep.equal(['x"y', '3', '5', '7']);
  });

  it('hands the rest to PapaParse from where quotes are irregular, and tells', async () => {
    const { table } = await read('a,b\n"1",uno\n2"x,dos\n"3"y",tres\n"4",cuatro\n');
    expect([texts(table, 'a'), texts(table, 'b')]).to.deep.equal([
      ['1', '2"x', '3"y', '4'],
      ['uno', 'dos', 'tres', 'cuatro'],
    ]);
    expect(table.notices).to.deep.equal([{ code: 'quote-unclosed', line: 4 }]);
    const unclosed = await read('a,b\n"1,2\n3,4\n');
    expect(codes(unclosed.table)).to.include('quote-unclosed');
  });

  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abñ1,;|"\n .=') }),
    fc.constantFrom('010101', '2024', '-', '=1+1', 'LA LIBERTAD', '"'),
  );
  /** As the source gives it: without the space around it and the formula of a code. */
  const clean = (text: string): string => /^="(.*)"$/s.exec(text.trim())?.[1] ?? text.trim();

  /** PapaParse as the oracle of what the cells are; gives how many rows there were. */
  async function readsAsPapaParse(text: string): Promise<number> {
    const { table } = await read(text);
    const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
    const filled = data.slice(1).filter((cells) => cells.some((text) => clean(text) !== ''));
    // Columns of codes: their cells stay as they were written.
    for (const [index, name] of ['id', 'clave', 'código'].entries()) {
      expect(texts(table, name)).to.deep.equal(filled.map((cells) => clean(cells[index] ?? '')));
    }
    return table.length;
  }

  it('leaves a cell alone that only begins like a formula', async () => {
    expect(texts((await read('código,b\n="\n')).table, 'código')).to.deep.equal(['="']);
  });

  it('reads every table back that PapaParse writes, whatever delimiter, line ends and quotes', async () => {
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    const how = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      quotes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), how, async (rows, written) => {
        const header = ['código', 'lugar', 'nota'];
        const { part, table } = await read(Papa.unparse([header, ...rows], written));
        expect(part.notices).to.deep.equal([]);
        const filled = rows.filter((cells) => cells.some((text) => clean(text) !== ''));
        expect(table.length).to.equal(filled.length);
        // The first column is of codes: its cells stay as they were written.
        expect(texts(table, 'código')).to.deep.equal(filled.map(([first = '']) => clean(first)));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any text as PapaParse does, regular or not', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1,,""\n\n '), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, async (wild) => void (await readsAsPapaParse(`id,clave,código\n${wild}`))),
      { numRuns: 3000 },
    );
  });

  it('reads irregular quotes as PapaParse does also where a file is longer than one slice of it', async () => {
    const long = `"${'larga, '.repeat(1000)}\n""fin"""`;
    const line = (index: number): string => `${index},a"b,${index % 7 === 0 ? long : '"corta"'}`;
    const whole = `id,clave,código\n${Array.from({ length: 700 }, (_, index) => line(index)).join('\n')}\n`;
    // Two slices and a half.
    expect(whole.length).to.be.greaterThan(2.5 * (1 << 18));
    expect(await readsAsPapaParse(whole)).to.equal(700);
  });
});
