import { expect } from 'chai';
import fc from 'fast-check';
import { typePlainly } from '../../src/table/plain-typing.js';
import { fromRows } from '../../src/table/rows.js';
import { typeColumns } from '../../src/table/typing.js';
import { texts } from '../support/make-table.js';

/** Cells as a file has them: without the space around them, which every source takes off. */
const NOTATIONS: readonly fc.Arbitrary<string>[] = [
  fc.integer({ min: -99_999, max: 99_999 }).map(String),
  fc.constantFrom('0.5', '-0.5', '12.25', '3.1416', '1.234', '1,5', '1,234.5', '12%', '6.1*', '1e3', '007'),
  fc.constantFrom('2024', '1999', '2024-09', '2024-09-05', '2024-13', '2024-02-30', '05/12/2024', 'set-24'),
  fc.constantFrom('', '-', 's/d', 'n.d.', 'x', 'z', 'NaN', '…', 'seis', 'LA LIBERTAD', '0x10', '(5)', 'p 3'),
  fc.string({ maxLength: 12 }).map((text) => text.trim()),
];

const column = fc.record({
  name: fc.constantFrom('casos', 'anio', 'periodo', 'ubigeo', 'cod_dep', 'nombre', '__proto__'),
  cells: fc
    .subarray([...NOTATIONS], { minLength: 1 })
    .chain((some) => fc.array(fc.oneof(...some), { maxLength: 6 })),
});

describe('typing of columns that are written plainly', () => {
  it('gives, wherever it settles a column, what full typing gives', () => {
    let settled = 0;
    fc.assert(
      fc.property(column, ({ name, cells }) => {
        const text = texts(
          name,
          cells.map((cell) => (cell === '' ? null : cell)),
        );
        const plain = typePlainly(text);
        if (!plain) return;
        settled++;
        const [full] = typeColumns([text], undefined, '.');
        expect(plain).to.deep.equal(full?.column);
        expect(full?.notices).to.deep.equal([]);
      }),
      { numRuns: 20_000 },
    );
    expect(settled).to.be.above(5000);
  });

  for (const [cells, kind] of [
    [['1', '-2', '30'], 'number'],
    [['1.5', '20.25'], 'number'],
    [['2024-09', '2024-10'], 'period'],
    [['LA LIBERTAD', 'LIMA'], 'text'],
  ] as const) {
    it(`settles ${cells.join(', ')} as ${kind} by itself`, () => {
      expect(typePlainly(texts('a', cells))?.kind).to.equal(kind);
    });
  }

  for (const cells of [['1.234'], ['1,5'], ['12%'], ['6.1*'], ['set-24'], ['05/12/2024'], ['5', 's/d']]) {
    it(`leaves ${cells.join(', ')} to those who know notations`, () => {
      expect(typePlainly(texts('a', cells))).to.equal(undefined);
    });
  }

  it('leaves every UBIGEO column to those who mend its zeros', () => {
    expect(typePlainly(texts('ubigeo', ['010101', '150101']))).to.equal(undefined);
  });

  it('types a column of 200 000 different numbers', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => [index]);
    expect((await fromRows(['casos'], rows)).columns[0]?.kind).to.equal('number');
  });
});
