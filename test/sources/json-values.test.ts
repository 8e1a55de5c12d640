import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { source } from '../../src/sources/json.js';
import { source as csv } from '../../src/sources/csv.js';
import { cellAt } from '../../src/table/cell.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { codes, names, readText, texts } from '../support/read-text.js';

const read = (value: unknown) => readText(source, typeof value === 'string' ? value : JSON.stringify(value));

describe('the numbers of JSON', () => {
  it('have a decimal point, whatever stands beside them', async () => {
    const beside = [[], ['3,5'], ['999'], ['1.234,5'], ['s/d'], ['12.345'], [null]];
    for (const others of beside) {
      const document = [{ n: 1.234 }, ...others.map((n) => ({ n })), { n: -999.001 }];
      const { table } = await read(document);
      const values = texts(table, 'n');
      expect([values[0], values.at(-1)], JSON.stringify(others)).to.deep.equal(['1.234', '-999.001']);
    }
  });

  it('are never misread: any numbers, with any texts beside them that are numbers in a notation of their own', async () => {
    const texty = fc.constantFrom('3,5', '1.234,5', '1,234.5', '12', '0,25', '1 234', 's/d');
    const number = fc.oneof(
      fc.integer({ min: -999_999, max: 999_999 }).map((thousandths) => thousandths / 1000),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .map((value) => Number(value.toFixed(3))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        fc.array(texty, { maxLength: 3 }),
        async (numbers, words) => {
          const { table } = await read([...numbers, ...words].map((n) => ({ n })));
          const [column] = table.columns;
          if (column?.kind !== 'number') return;
          numbers.forEach((value, row) => expect(cellAt(column, row).value).to.equal(value + 0));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('stay as they are written where they stand among words', async () => {
    const { table } = await read([{ v: 1.234 }, { v: 'beta' }, { v: 2.5 }]);
    expect(texts(table, 'v')).to.deep.equal(['1.234', 'beta', '2.5']);
    const lists = await read([
      [1.234, 1.234],
      ['a', 1],
    ]);
    expect(toRows(lists.table)).to.deep.equal([
      ['1.234', '1.234'],
      ['a', '1'],
    ]);
    expect(texts((await read([{ codigo: 5.123 }])).table, 'codigo')).to.deep.equal(['5.123']);
    const nested = await read([{ a: { b: 1.234 } }, { a: { b: '3,5' } }]);
    expect(texts(nested.table, 'a.b')).to.deep.equal(['1.234', '3.5']);
  });

  it('keep all their digits where a double does not hold them', async () => {
    const long =
      '[{"exp":9007199254740993,"n":12345678901234567890,"t":"9007199254740993","f":0.1234567890123456789}]';
    const { table } = await read(long);
    expect(toRows(table)).to.deep.equal([
      ['9007199254740993', '12345678901234567890', '9007199254740993', '0.12345678901234568'],
    ]);
    const odd = await read(
      '[{"a\\\\\\"":-9007199254740993,"b":":1234567890123456789 \\"12345678901234567"}]',
    );
    expect(toRows(odd.table)).to.deep.equal([
      ['-9007199254740993', ':1234567890123456789 "12345678901234567'],
    ]);
    expect(
      texts((await read('[{"n":1e20,"__proto__":12345678901234567890}]')).table, '__proto__'),
    ).to.deep.equal(['12345678901234567890']);
  });
});

describe('the texts of JSON', () => {
  it('are numbers by the rules of all texts, as the same cells of CSV are', async () => {
    for (const cells of [
      ['1.234', '999'],
      ['1.234'],
      ['1.234', '3,5'],
      ['1.234', '3.5'],
      ['1.234', '2024'],
    ]) {
      const json = await read(cells.map((n) => ({ lugar: 'x', n })));
      const file = await readText(
        csv,
        `lugar;n\n${cells.map((n) => `x;${n}`).join('\n')}`.replaceAll(';', '\t'),
      );
      expect(texts(json.table, 'n'), cells.join()).to.deep.equal(texts(file.table, 'n'));
      expect(codes(json.table), cells.join()).to.deep.equal(codes(file.table));
    }
  });

  it('lose the space around them, as those of CSV do', async () => {
    const { table } = await read([
      { dep: '01 ', lugar: 'LIMA', ubigeo: '010101 ', n: ' 5' },
      { dep: '02', lugar: 'LIMA ', ubigeo: ' 150101', n: '6 ' },
      { dep: '\u00a015\t', lugar: '\tLIMA', ubigeo: '150102', n: '7' },
    ]);
    expect(toRows(table)).to.deep.equal([
      ['01', 'LIMA', '010101', '5'],
      ['02', 'LIMA', '150101', '6'],
      ['15', 'LIMA', '150102', '7'],
    ]);
    expect(table.columns.map(({ kind }) => kind)).to.deep.equal(['text', 'text', 'text', 'number']);
  });
});

describe('lists of values', () => {
  const DATA = [
    ['LIMA', 'ROBO'],
    ['ICA', 'HURTO'],
  ];
  const expectNames = async (document: unknown, wanted = ['dpto', 'delito']): Promise<void> => {
    const { table } = await read(document);
    expect(names(table), JSON.stringify(document)).to.deep.equal(wanted);
    expect(toRows(table)).to.deep.equal(DATA);
  };

  it('have the names that stand beside them, however they stand', async () => {
    const columns = ['dpto', 'delito'];
    for (const named of [
      { columns },
      { columns: columns.map((name) => ({ name })) },
      { columns: columns.map((id) => ({ id })) },
      { columns: columns.map((nombre, id) => ({ id, nombre })) },
      { headers: columns },
      { columnas: columns },
      { schema: { fields: columns.map((name) => ({ name })) } },
      { meta: { view: { columns: columns.map((name, id) => ({ id, name, dataTypeName: 'text' })) } } },
      { metadata: { columns } },
    ]) {
      await expectNames({ ...named, data: DATA });
      await expectNames({ ...named, index: [0, 1], data: DATA });
      await expectNames({ ...named, resultado: { filas: DATA } });
    }
    await expectNames({ columns: [2023, 2024], data: DATA }, ['2023', '2024']);
  });

  it('have their first row for data also where it repeats no name, and not where it is the names', () =>
    expectNames({ columns: ['dpto', 'delito'], data: [['dpto', 'delito'], ...DATA] }));

  it('go without what Socrata keeps of each row', async () => {
    const columns = [
      { id: -1, name: 'sid', dataTypeName: 'meta_data', fieldName: ':sid' },
      { id: 5, name: 'dpto', dataTypeName: 'text' },
      { id: 6, name: 'delito', dataTypeName: 'text' },
    ];
    await expectNames({
      meta: { view: { columns } },
      data: DATA.map((row, index) => [`row-${index}`, ...row]),
    });
  });

  it('are not given names that are not theirs', async () => {
    await expectNames({ columns: ['a', 'b', 'c'], data: [['dpto', 'delito'], ...DATA] });
    const { table } = await read({ columns: ['a', 'a'], data: [[1, 2]] });
    expect(toRows(table)).to.deep.equal([['1', '2']]);
    expect(codes(table)).to.include('column-renamed');
  });

  it('are told where they are longer or shorter than their names', async () => {
    const { table } = await read({ columns: ['a', 'b'], data: [[1, 2], [3], [4, 5, 6]] });
    expect(toRows(table)).to.deep.equal([
      ['1', '2'],
      ['3', ''],
      ['4', '5'],
    ]);
    expect(table.notices.map(({ code, line }) => [code, line])).to.deep.equal([
      ['rows-short', 2],
      ['rows-long', 3],
    ]);
  });
});

describe('the list that holds the rows', () => {
  const ROWS = [{ lugar: 'Lima' }, { lugar: 'Ica' }];
  const expectRows = async (document: unknown): Promise<void> => {
    const { table } = await read(document);
    expect(toRows(table), JSON.stringify(document)).to.deep.equal([['Lima'], ['Ica']]);
  };

  it('has a usual name, in English or in Spanish', async () => {
    for (const key of [
      'datos',
      'resultados',
      'filas',
      'registros',
      'observations',
      'Datos',
      'DATA',
      'resultado',
    ])
      await expectRows({ links: [{ rel: 'self' }, { rel: 'next' }, { rel: 'x' }], [key]: ROWS });
  });

  it('is the longest where no name tells it, and none of what usually stands beside rows', async () => {
    await expectRows({ autores: [{ nombre: 'MININTER' }], denuncias: ROWS });
    await expectRows({ _links: [{ a: 1 }, { a: 2 }, { a: 3 }], denuncias: ROWS });
    await expectRows({
      errors: [],
      fields: [{ id: 'lugar' }, { id: 'x' }, { id: 'y' }],
      cuerpo: { datos: ROWS },
    });
    await expectRows({ data: [], filas: ROWS });
  });

  it('is found beside the number of a page, and is no mixture', async () => {
    await expectRows([{ page: 1, total: 2 }, ROWS]);
    for (const document of [
      [{ a: 1 }, [1, 2]],
      [[{ a: 1 }], [{ a: 2 }], { b: 1 }],
      [{ a: 1 }, []],
      { datos: [{ a: 1 }, [1]] },
    ])
      await failureOf(read(document), 'not-data');
  });
});

describe('names of JSON that are the same', () => {
  it('are two columns where one record has both', async () => {
    const { table } = await read([
      { 'a.b': 1, a: { b: 2 } },
      { a: { b: 4 }, 'a.b': 3 },
      { ' c': 5, c: 6 },
    ]);
    const rows = toRows(table);
    expect(rows.map((row) => row.slice(0, 2))).to.deep.equal([
      ['1', '2'],
      ['3', '4'],
      ['', ''],
    ]);
    expect(rows[2]?.slice(2)).to.deep.equal(['5', '6']);
    expect(codes(table)).to.include('column-renamed');
  });

  it('are one column where they differ by the space around them from record to record', async () => {
    const { table } = await read([{ ' n ': 1 }, { n: 2 }]);
    expect(names(table)).to.deep.equal(['n']);
    expect(texts(table, 'n')).to.deep.equal(['1', '2']);
  });
});
