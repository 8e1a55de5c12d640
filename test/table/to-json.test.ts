import { expect } from 'chai';
import fc from 'fast-check';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { toJson } from '../../src/table/to-json.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const write = (table: Table): string => toJson(table, (measure) => `${measure}_estado`, statusSymbols);

/** The records with every own name, also those that `JSON.parse` puts on objects as data. */
function records(json: string): [string, unknown][][] {
  return (JSON.parse(json) as object[]).map((record) => Object.entries(record));
}

describe('a table as JSON', () => {
  it('has numbers as numbers, codes as text, periods as ISO has them, and null where nothing is', () => {
    const table = tableOf(
      texts('ubigeo', ['010101', null]),
      periods('mes', ['2024-09', null]),
      numbers('tasa', [1 / 3, -5]),
    );
    expect(records(write(table))).to.deep.equal([
      [
        ['ubigeo', '010101'],
        ['mes', '2024-09'],
        ['tasa', 1 / 3],
      ],
      [
        ['ubigeo', null],
        ['mes', null],
        ['tasa', -5],
      ],
    ]);
  });

  it('[STAT-08] has each status beside its value, in columns of numbers that have any', () => {
    const table = tableOf(
      numbers('casos', [5, 'suppressed', [7, 'break provisional']]),
      numbers('n', [1, 2, 3]),
    );
    expect(records(write(table))).to.deep.equal([
      [
        ['casos', 5],
        ['casos_estado', ''],
        ['n', 1],
      ],
      [
        ['casos', null],
        ['casos_estado', 'c'],
        ['n', 2],
      ],
      [
        ['casos', 7],
        ['casos_estado', 'pb'],
        ['n', 3],
      ],
    ]);
  });

  it('[SEC-10] holds columns that objects already have, and changes no prototype', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'toJSON', 'then'];
    const json = write(await fromRows(names, [names]));
    expect(records(json)).to.deep.equal([names.map((name) => [name, name])]);
    expect(Object.getPrototypeOf((JSON.parse(json) as object[])[0])).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('of no rows is an empty list', () => {
    expect(JSON.parse(write(tableOf(texts('a', []))))).to.deep.equal([]);
  });

  it('keeps every text and every number exactly', () => {
    const rows = fc.array(
      fc.tuple(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const table = tableOf(
          texts(
            '"a"\n',
            cells.map(([text]) => text),
          ),
          numbers(
            'n',
            cells.map(([, value]) => value),
          ),
        );
        // JSON has one zero.
        const expected = cells.map(([text, value]) => [
          ['"a"\n', text],
          ['n', value === 0 ? 0 : value],
        ]);
        expect(records(write(table))).to.deep.equal(expected);
      }),
    );
  });

  it('loses no column of the source to one of statuses', () => {
    const table = tableOf(numbers('a', ['missing']), texts('a_estado', ['cerrado']));
    expect((records(write(table))[0] ?? []).map(([, value]) => value))
      .to.include('cerrado')
      .and.to.include(':');
  });
});
