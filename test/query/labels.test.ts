import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { labelAt, textAt } from '../../src/table/cell.js';
import { fromRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';

/** What readers are told of a column's cells, and what the cells are. */
async function cells(
  rows: readonly (readonly string[])[],
  asked: Partial<Question>,
): Promise<{ told: string[]; are: string[] }> {
  const answer = await ask(await fromRows(['cod', 'n'], rows), { value: 'sum(n)', by: 'cod', ...asked });
  const column = columnNamed(answer, 'cod', 'text');
  const all = [...column.codes.keys()];
  return { told: all.map((row) => labelAt(column, row)), are: all.map((row) => textAt(column, row)) };
}

const ROWS = [
  ['0101', '3'],
  ['0102', '5'],
  ['0201', '7'],
];

describe('the names of a column’s values', () => {
  it('are told in place of its codes, which stay what the data have', async () => {
    const { told, are } = await cells(ROWS, {
      labels: 'cod: Municipio; cod=0101: San José; cod=0102: Valle',
    });
    expect(told).to.deep.equal(['San José', 'Valle', '0201']);
    expect(are).to.deep.equal(['0101', '0102', '0201']);
  });

  it('are found where a program has taken the zeros before a code', async () => {
    const { told } = await cells([['101', '3']], { labels: 'cod=0101: San José' });
    expect(told).to.deep.equal(['San José']);
  });

  it('are told apart by their codes where two are the same', async () => {
    const { told } = await cells(ROWS, { labels: 'cod=0101: San José; cod=0201: San José' });
    expect(told).to.deep.equal(['San José (0101)', '0102', 'San José (0201)']);
  });

  it('are of no other column: one that is so named itself goes first, one that is not there is left alone', async () => {
    const { told } = await cells(ROWS, { labels: 'otra=0101: X; n=3: Tres; cod=0101: San José' });
    expect(told[0]).to.equal('San José');
  });
});
