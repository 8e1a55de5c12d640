import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { source as csv } from '../../src/sources/csv.js';
import { source as json } from '../../src/sources/json.js';
import { ABSENT, STATUS, type StatusName, type StatusSet } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { toCsv, writtenColumns } from '../../src/table/to-csv.js';
import { toJson } from '../../src/table/to-json.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { ask } from '../support/answer.js';
import { columnNamed, numbers, tableOf, texts } from '../support/make-table.js';
import { readText } from '../support/read-text.js';

const NAMES = Object.keys(STATUS) as StatusName[];
const PRESENT = NAMES.filter((name) => (STATUS[name] & ABSENT) === 0);
/** Counts, and rates with all the digits that a division leaves. */
const value = fc.oneof(
  fc.integer(),
  fc.tuple(fc.integer(), fc.integer({ min: 1, max: 999_999 })).map(([count, people]) => count / people),
);

/** A value with all that may qualify it, or what says why there is none. */
const observation = fc.oneof(
  fc.tuple(value, fc.subarray(PRESENT)).map(([number, names]) => [number, names.join(' ')] as const),
  fc
    .tuple(fc.constantFrom('missing', 'suppressed', 'notApplicable'), fc.constantFrom('', ' break'))
    .map(([absence, more]) => absence + more),
);
const rows = fc.array(observation, { minLength: 1, maxLength: 30 });

const statusName = (measure: string): string => `${measure}_estado`;
const tableWith = (cells: Parameters<typeof numbers>[1]): Table =>
  tableOf(
    texts(
      'lugar',
      cells.map((_, row) => `lugar ${row}`),
    ),
    numbers('casos', cells),
  );

/** Each value and its statuses, as they are after the file was read again with its column of statuses. */
async function readAgain(
  read: Promise<{ table: Table }>,
  hasStatus: boolean,
): Promise<[number, StatusSet][]> {
  const asked = { value: 'casos', by: 'lugar', ...(hasStatus && { status: statusName('casos') }) };
  const { values, statuses } = columnNamed(await ask((await read).table, asked), 'casos', 'number');
  return Array.from(values, (each, row) => [each, statuses[row] ?? 0]);
}

describe('the statuses of a download, read again', () => {
  for (const [format, read] of [
    [
      'CSV',
      async (table: Table) => {
        const columns = writtenColumns(table, statusName, statusSymbols);
        const breathe = (): Promise<void> => Promise.resolve();
        return readText(csv, await toCsv(columns, table.length, { forExcel: false, breathe }));
      },
    ],
    ['JSON', async (table: Table) => readText(json, toJson(table, statusName, statusSymbols))],
  ] as const) {
    it(`[STAT-08] [STAT-10] are what they were, beside the very values, in ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(rows, async (cells) => {
          const table = tableWith(cells);
          const { values, statuses } = columnNamed(table, 'casos', 'number');
          const again = await readAgain(read(table), statuses.some(Boolean));
          expect(again).to.deep.equal(
            Array.from(values, (each, row) => [each === 0 ? 0 : each, statuses[row]]),
          );
        }),
        { numRuns: 300 },
      );
    });
  }
});
