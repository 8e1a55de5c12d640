import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { fromRows } from '../../src/table/rows.js';
import { textAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { columnsOf } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { cardOf } from '../support/make-card.js';

const NAMES = ['anio', 'mes', 'lugar', 'casos', 'estado'];

/** A hundred a month of three years in each place; a change of the way of measuring in one place and month. */
const monthly = (place: string, change: string, skipped = ''): string[][] =>
  ['2023', '2024', '2025', '2026']
    .filter((year) => year !== skipped)
    .flatMap((year) =>
      Array.from({ length: 12 }, (_, index) => {
        const month = String(index + 1);
        return [year, month, place, '100', `${year}-${month}` === change ? 'b' : ''];
      }),
    );

/** The periods and places that have a change. */
async function changesIn(rows: readonly string[][], asked: Partial<Question>): Promise<string[]> {
  const table = await ask(await fromRows(NAMES, rows), { value: 'sum(casos)', status: 'estado', ...asked });
  const [measure] = columnsOf(table, 'measure');
  const keys = [...columnsOf(table, 'time'), ...columnsOf(table, 'dimension')];
  if (measure?.kind !== 'number') throw new Error('nothing is measured');
  return Array.from(measure.statuses.keys())
    .filter((row) => (measure.statuses[row] ?? 0) & STATUS.break)
    .map((row) => keys.map((column) => textAt(column, row)).join(' '));
}

describe('a change in the way of measuring that the source has within a longer period', () => {
  const YEARS = { time: 'year(anio, mes)' };

  it('[STAT-05] parts that period from the one before and from the one after', async () => {
    expect(await changesIn(monthly('Ica', '2024-7'), YEARS)).to.deep.equal(['2024', '2025']);
  });

  it('parts it only from the one before where it is at its beginning', async () => {
    expect(await changesIn(monthly('Ica', '2024-1'), YEARS)).to.deep.equal(['2024']);
  });

  it('is told of the next period that there is', async () => {
    expect(await changesIn(monthly('Ica', '2024-7', '2025'), YEARS)).to.deep.equal(['2024', '2026']);
  });

  it('is one of its own series alone', async () => {
    const rows = [...monthly('Ica', '2024-7'), ...monthly('Lima', '2023-4')];
    const found = await changesIn(rows, { ...YEARS, by: 'lugar' });
    expect(found.sort()).to.deep.equal(['2023 Lima', '2024 Ica', '2024 Lima', '2025 Ica']);
  });

  it('changes nothing where the periods stay as they are', async () => {
    expect(await changesIn(monthly('Ica', '2024-7'), { time: 'anio, mes' })).to.deep.equal(['2024-07']);
  });

  it('[STAT-05] is not crossed by the change that a card tells', async () => {
    const rows = monthly('Ica', '2024-7').filter(([year]) => year !== '2026');
    const asked = { value: 'sum(casos)', status: 'estado', ...YEARS, series: true };
    const card = cardOf(await ask(await fromRows(NAMES, rows), asked));
    expect(card.change).to.equal('no se compara con 2024: cambió la forma de medir');
  });
});
