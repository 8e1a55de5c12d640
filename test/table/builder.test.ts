import { expect } from 'chai';
import { TableBuilder } from '../../src/table/builder.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { thrownBy } from '../support/thrown.js';

/** What a plain object already has, and what promises and JSON look for. */
const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
];

const namesOf = ({ columns }: Table): string[] => columns.map(({ name }) => name);

describe('names of columns', () => {
  it('are made different where they repeat, and that is told with the old and the new name', async () => {
    const table = await fromRows(['casos', 'casos', 'casos'], [['1', '2', '3']]);
    expect(namesOf(table)).to.deep.equal(['casos', 'casos (2)', 'casos (3)']);
    expect(table.notices).to.deep.equal([
      { code: 'column-renamed', column: 'casos (2)', value: 'casos' },
      { code: 'column-renamed', column: 'casos (3)', value: 'casos' },
    ]);
    expect(toRows(table)).to.deep.equal([['1', '2', '3']]);
  });

  it('stay different from one that looks like a second', async () => {
    const table = await fromRows(['a', 'a (2)', 'a'], [['1', '2', '3']]);
    expect(namesOf(table)).to.deep.equal(['a', 'a (2)', 'a (3)']);
  });

  it('are given where there is none, by the place of the column', async () => {
    const table = await fromRows(['lugar', '', '  '], [['Lima', '1', '2']]);
    expect(namesOf(table)).to.deep.equal(['lugar', 'columna_2', 'columna_3']);
    expect(table.notices.map(({ code }) => code)).to.deep.equal(['column-renamed', 'column-renamed']);
  });

  it('lose the space around them, of which nothing need be told', async () => {
    const table = await fromRows([' casos '], [['1']]);
    expect(namesOf(table)).to.deep.equal(['casos']);
    expect(table.notices).to.deep.equal([]);
  });

  it('[SEC-10] that objects already have hold data like any other', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const table = await fromRows(HOSTILE_NAMES, [HOSTILE_NAMES.map((_, index) => index)]);
    expect(namesOf(table)).to.deep.equal(HOSTILE_NAMES);
    expect(toRows(table)).to.deep.equal([HOSTILE_NAMES.map((_, index) => String(index))]);
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
  });

  it('[SEC-10] and words that objects already have are told apart', async () => {
    const rows = [...HOSTILE_NAMES, ...HOSTILE_NAMES].map((name) => [name]);
    const table = await fromRows(['nombre'], rows);
    expect(toRows(table)).to.deep.equal(rows);
  });
});

describe('rows', () => {
  it('that are short miss what they lack; what they have too much is left out', async () => {
    const table = await fromRows(['a', 'b'], [['x'], ['y', 'z', 'w'], []]);
    expect(toRows(table)).to.deep.equal([
      ['x', ''],
      ['y', 'z'],
      ['', ''],
    ]);
  });

  it('before a late column have no value in it', async () => {
    const builder = new TableBuilder(['a']);
    builder.add(['x']);
    expect(builder.addColumn('b')).to.equal(1);
    builder.add(['y', 'z']);
    expect([builder.length, builder.width]).to.deep.equal([2, 2]);
    expect(toRows(await builder.finish())).to.deep.equal([
      ['x', ''],
      ['y', 'z'],
    ]);
  });

  it('may hold numbers, truths and nothing', async () => {
    const table = await fromRows(
      ['n', 'b', 't'],
      [
        [1.5, true, 'a'],
        [null, undefined, ''],
        [-0, false, 'b'],
      ],
    );
    expect(toRows(table)).to.deep.equal([
      ['1.5', 'true', 'a'],
      ['', '', ''],
      ['0', 'false', 'b'],
    ]);
  });

  it('of numbers from JSON keep every digit', async () => {
    const numbers = [0.1 + 0.2, 1e21, 5e-7, -123456789.125, Number.MAX_SAFE_INTEGER / 10];
    const table = await fromRows(
      ['n'],
      numbers.map((each) => [each]),
    );
    const [column] = table.columns;
    expect(column?.kind === 'number' && [...column.values]).to.deep.equal(numbers);
  });

  it('are more than the first block holds without loss', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [index % 3 === 0 ? '' : `fila ${index}`]);
    expect(toRows(await fromRows(['a'], rows))).to.deep.equal(rows);
  });

  it('none is a table too', async () => {
    const table = await fromRows(['a', 'b'], []);
    expect(table.length).to.equal(0);
    expect(namesOf(table)).to.deep.equal(['a', 'b']);
  });
});

describe('more than an honest table has', () => {
  it('is refused by columns', async () => {
    const builder = new TableBuilder(Array.from({ length: 500 }, (_, index) => `c${index}`));
    const { code, details } = await thrownBy(() => builder.addColumn('c500'));
    expect([code, details.what, details.limit]).to.deep.equal(['too-big', 'columns', 500]);
  });

  it('is refused by characters in a cell, with its line', async () => {
    const builder = new TableBuilder(['a']);
    builder.add(['x'.repeat(10_000)]);
    const { code, details } = await thrownBy(() => builder.add(['x'.repeat(10_001)]));
    expect([code, details.what, details.line]).to.deep.equal(['too-big', 'characters', 2]);
  });

  it('is refused by rows', async () => {
    const builder = new TableBuilder();
    for (let row = 0; row < 2_000_000; row++) builder.add([]);
    const { code, details } = await thrownBy(() => builder.add([]));
    expect([code, details.what, details.limit]).to.deep.equal(['too-big', 'rows', 2_000_000]);
  });
});
