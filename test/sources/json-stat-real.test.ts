import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import JSONstat, { type JsonStatDataset } from 'jsonstat-toolkit';
import { source } from '../../src/sources/json-stat.js';
import { cellAt, labelAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

/** The dataset as the field's own library reads it. */
const oracleOf = (text: string): JsonStatDataset => JSONstat(JSON.parse(text)).Dataset(0);

/** A column's code for a category: periods are written in one way. */
const plain = (code: string): string => code.replace(/^(\d{4})M/, '$1-').replace(/^(\d{4})Q/, '$1-Q');

function expectSame(table: Table, oracle: JsonStatDataset): void {
  const cells = oracle.size.reduce((all, size) => all * size, 1);
  expect(table.length).to.equal(cells);
  const dimensions = oracle.id.map((id) => ({
    codes: oracle.Dimension(id).id,
    column: findColumn(table, id),
  }));
  const value = findColumn(table, 'value');
  if (!value) throw new Error('no value');
  for (let cell = 0; cell < cells; cell++) {
    const { value: wanted } = oracle.Data(cell);
    expect(cellAt(value, cell).value ?? null).to.equal(wanted);
    let rest = cell;
    for (const { codes, column } of dimensions.toReversed()) {
      const got = column && cellAt(column, cell).value;
      expect(typeof got === 'object' ? got.text : got).to.equal(plain(codes[rest % codes.length] ?? ''));
      rest = Math.floor(rest / codes.length);
    }
  }
}

const file = (name: string): string => readFileSync(`${REAL}json-stat/${name}`, 'utf8');

describeWith(`${REAL}json-stat`, 'JSON-stat as it was found', () => {
  for (const name of ['galicia.v2.json', 'oecd.v2.json', 'order.v2.json', 'us-unr.v2.json']) {
    it(`${name}: every cell as jsonstat-toolkit has it`, async () => {
      const { table } = await readText(source, file(name));
      expectSame(table, oracleOf(file(name)));
    });
  }

  it('Eurostat in 2015: GDP per head of France and Italy, with what its colon means', async () => {
    const { table, part } = await readText(source, file('eurostat-name_gpd_c-geo_IT_FR.v1.json'));
    expect(names(table)).to.deep.equal(['unit', 'indic_na', 'geo', 'time', 'value']);
    expect(table.length).to.equal(2 * 69);
    const value = columnNamed(table, 'value', 'number');
    expect([value.unit, value.label]).to.deep.equal([
      'Euro per inhabitant',
      'GDP and main components - Current prices',
    ]);
    const { value: listed } = (
      JSON.parse(file('eurostat-name_gpd_c-geo_IT_FR.v1.json')) as {
        nama_gdp_c: { value: (number | null)[] };
      }
    ).nama_gdp_c;
    const present = listed.filter((each) => each !== null);
    expect([...value.values].filter((each) => !Number.isNaN(each))).to.deep.equal(present);
    expect(cellAt(value, 0)).to.deep.equal({ value: undefined, status: STATUS.missing });
    expect(columnNamed(table, 'time', 'period').periods[0]?.text).to.equal('1946');
    const geo = columnNamed(table, 'geo', 'text');
    expect([labelAt(geo, 0), texts(table, 'geo')[69]]).to.deep.equal(['France', 'IT']);
    expect(part.metadata?.updated).to.equal('2015-11-06');
  });

  it('the unemployment of the OECD: its note is for the reader, its last years are estimates', async () => {
    const { table, part } = await readText(source, file('oecd.v2.json'));
    expect(part.metadata?.notes).to.have.length(1);
    expect(part.metadata?.notes?.[0]).to.match(/^Most of the data .* international level\.$/);
    expect(part.metadata?.updated).to.equal('2012-11-27');
    expect(part.metadata?.publisher).to.match(/^Economic Outlook No 92/);
    const { status } = JSON.parse(file('oecd.v2.json')) as { status: Record<string, string> };
    const marked = Object.entries(status).filter(([, sign]) => sign === 'e');
    const value = columnNamed(table, 'value', 'number');
    for (const [cell] of marked) expect(value.statuses[Number(cell)]).to.equal(STATUS.estimated);
    expect(marked.length).to.be.above(0);
  });

  it('a demonstration of order: texts are no numbers', async () => {
    const { table } = await readText(source, file('order.v2.json'));
    expect(columnNamed(table, 'value', 'text').words[0]).to.equal('A1B1C1');
  });

  it('a collection of eight: the first, the one that is named by label or file, or what there is', async () => {
    const where = async (resource?: string) =>
      (
        await readText(
          source,
          file('collection.v2.json'),
          'https://json-stat.org/c',
          resource === undefined ? {} : { resource },
        )
      ).part.elsewhere;
    expect(await where()).to.deep.equal({
      url: 'https://json-stat.org/samples/oecd.json',
      protocol: 'json-stat',
    });
    const label = 'Demo of hierarchical dimension';
    expect((await where(label))?.url).to.equal('https://json-stat.org/samples/hierarchy.json');
    expect((await where('galicia'))?.url).to.equal('https://json-stat.org/samples/galicia.json');
    const { details } = await failureOf(where('galizia'), 'no-resource');
    expect(details.expected).to.have.length(8).and.to.include(label);
  });
});

const code = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/)
  .filter((each) => !/^(time|tid|year|month|mes|period|unit|id|value|status)/i.test(each));
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc
    .double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
    .map((each) => Math.round(each * 1000) / 1000 || 0),
);

interface Shape {
  readonly text: string;
}

/** Cubes in every way that JSON-stat allows to write one. */
const cube: fc.Arbitrary<Shape> = fc
  .uniqueArray(code, { minLength: 1, maxLength: 4 })
  .chain((ids) =>
    fc.record({
      ids: fc.constant(ids),
      codes: fc.tuple(...ids.map(() => fc.uniqueArray(code, { minLength: 1, maxLength: 4 }))),
      listed: fc.boolean(),
      sparse: fc.boolean(),
      labelled: fc.boolean(),
      old: fc.boolean(),
      values: fc.array(fc.option(number, { freq: 4 }), { minLength: 256, maxLength: 256 }),
      statuses: fc.constantFrom('none', 'list', 'object', 'all'),
      signs: fc.array(fc.constantFrom('p', 'e', 'b', null), { minLength: 256, maxLength: 256 }),
    }),
  )
  .map((given): Shape => {
    const size = given.codes.map((each) => each.length);
    const cells = size.reduce((all, one) => all * one, 1);
    const dimension = Object.fromEntries(
      given.ids.map((id, place) => {
        const codes = given.codes[place] ?? [];
        const index = given.listed ? codes : Object.fromEntries(codes.map((each, at) => [each, at]));
        const label = Object.fromEntries(codes.map((each) => [each, `${each} x`]));
        const isSole = codes.length === 1 && given.labelled;
        return [id, { category: { ...(!isSole && { index }), ...(given.labelled && { label }) } }];
      }),
    );
    const values = given.values.slice(0, cells);
    const present = values.flatMap((value, cell) => (value === null ? [] : [[cell, value] as const]));
    const value = given.sparse ? Object.fromEntries(present) : values;
    const signs = given.signs.slice(0, cells);
    const status = {
      none: undefined,
      list: signs,
      all: 'p',
      object: Object.fromEntries(signs.flatMap((sign, cell) => (sign === null ? [] : [[cell, sign]]))),
    }[given.statuses];
    const isOld = given.old;
    const body = isOld
      ? { dimension: { ...dimension, id: given.ids, size }, value, status }
      : { version: '2.0', class: 'dataset', id: given.ids, size, dimension, value, status };
    return { text: JSON.stringify(isOld ? { dataset: body } : body) };
  });

const SIGNS: Readonly<Record<string, number>> = {
  p: STATUS.provisional,
  e: STATUS.estimated,
  b: STATUS.break,
};

describe('a cube of JSON-stat, however it is written', () => {
  it('is read as jsonstat-toolkit reads it, cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(cube, async ({ text }) => {
        const { table } = await readText(source, text);
        const oracle = oracleOf(text);
        // The library takes a document in which nothing is for no list at all.
        const { value: given } =
          (JSON.parse(text) as { dataset?: { value: object }; value: object }).dataset ??
          (JSON.parse(text) as { value: object });
        if (Object.keys(given).length === 0) return;
        expectSame(table, oracle);
        const value = columnNamed(table, 'value', 'number');
        value.values.forEach((each, cell) => {
          const sign = oracle.Data(cell).status;
          const status = SIGNS[sign ?? ''] ?? 0;
          const absent = STATUS.missing | (status & STATUS.break);
          expect(value.statuses[cell]).to.equal(Number.isNaN(each) ? absent : status);
        });
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);
});
