import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { source } from '../../src/sources/csv.js';
import { cellAt } from '../../src/table/cell.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { readBytes } from '../support/read-text.js';
import { describeWith } from '../support/real-files.js';
import { CSV_FILES } from './csv-files.js';
import { CSV_FOLDER } from './raw-csv.js';
import { rawFile } from './real-table.js';
import { manners, writeOtherwise } from './written-otherwise.js';

const NAME = 'pe-sinadef-violentas-lima-por-distrito-2023-2025.csv';

/** Every cell of a table, with its status. */
const cells = (table: Table): unknown[] =>
  table.columns.map((column) => [
    column.name,
    Array.from({ length: table.length }, (_, row) => cellAt(column, row)),
  ]);

describeWith(CSV_FOLDER, 'violent deaths in Lima, in whatever way an office writes them', () => {
  it('[REL-12] [REL-13] give the same table and the same answer, in every encoding, delimiter, decimal and thousands mark, with a title above and a source below', async () => {
    const raw = rawFile(NAME);
    const { numbers } = CSV_FILES[NAME];
    const asked = { value: 'sum(n)', time: 'año', by: 'distrito', per: '100000 of sum(poblacion)' };
    const plain = { encoding: 'utf8', delimiter: ',', newline: '\n', quotes: false, hint: false } as const;
    const usual = { ...plain, marks: '.', above: [], below: [], padded: false } as const;
    const { table } = await readBytes(source, writeOtherwise(raw, numbers, usual));
    const answer = await ask(table, asked);
    await fc.assert(
      fc.asyncProperty(manners, async (manner) => {
        const read = await readBytes(source, writeOtherwise(raw, numbers, manner));
        expect(cells(read.table)).to.deep.equal(cells(table));
        expect(cells(await ask(read.table, asked))).to.deep.equal(cells(answer));
      }),
      { numRuns: 400 },
    );
  });
});
