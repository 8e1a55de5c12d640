import { expect } from 'chai';
import { withChangedSince, withVintages } from '../../src/query/vintages.js';
import { toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { makeTable } from '../../src/table/table.js';
import type { Messages } from '../../src/text/messages.js';
import { en } from '../../src/text/en.js';
import { makeFrame } from '../../src/widgets/figure/frame-model.js';
import { allWords } from '../support/all-words.js';
import { answerOf as answer, UNSAID } from '../support/answer.js';
import { numbers, period, periods, texts, type NumberCell } from '../support/make-table.js';

/** A row for each month and place, as an answer has them. */
function answerOf(rows: readonly (readonly [month: string, place: string, value: NumberCell])[]): Table {
  return makeTable(rows.length, [
    periods(
      'mes',
      rows.map(([month]) => month),
      { role: 'time' },
    ),
    texts(
      'lugar',
      rows.map(([, place]) => place),
      { role: 'dimension' },
    ),
    numbers(
      'casos',
      rows.map(([, , value]) => value),
      { role: 'measure' },
    ),
  ]);
}

const NOW = answerOf([
  ['2026-06', 'Norte', 2100],
  ['2026-06', 'Sur', 7],
  ['2026-07', 'Norte', 2140],
  ['2026-07', 'Sur', 'suppressed'],
]);

/** What readers are told of it. */
const told = (table: Table, messages?: Messages): readonly string[] =>
  makeFrame(answer(table), UNSAID, allWords(messages), {}).cautions;
const spanish = (table: Table): readonly string[] => told(table);
const english = (table: Table): readonly string[] => told(table, en);

describe('what a copy has held before', () => {
  it('[STAT-13] is told of each value that was another, the last that was, with the day until which it was', () => {
    const made = withVintages(NOW, [
      {
        until: period('2026-08-12'),
        table: answerOf([
          ['2026-07', 'Norte', 2134],
          ['2026-06', 'Sur', 7],
        ]),
      },
      {
        until: period('2026-07-12'),
        table: answerOf([
          ['2026-06', 'Norte', 2099],
          ['2026-07', 'Norte', 1],
        ]),
      },
    ]);
    expect(toRows(made)).to.deep.equal([
      ['2026-06', 'Norte', '2100', '2099', '2026-07-12'],
      ['2026-06', 'Sur', '7', '', ''],
      ['2026-07', 'Norte', '2140', '2134', '2026-08-12'],
      ['2026-07', 'Sur', '', '', ''],
    ]);
    expect(spanish(made)).to.deep.equal([
      'jul. 2026 · Norte: era 2,134 hasta el 12 ago. 2026.',
      'jun. 2026 · Norte: era 2,099 hasta el 12 jul. 2026.',
    ]);
    expect(english(made)[0]).to.equal('Jul 2026 · Norte: it was 2,134 until Aug 12, 2026.');
  });

  it('[STAT-09] is never told of a value that is hidden, nor of one that was', () => {
    const earlier = answerOf([
      ['2026-07', 'Sur', 2],
      ['2026-06', 'Sur', 'suppressed'],
    ]);
    expect(withVintages(NOW, [{ until: period('2026-08-12'), table: earlier }])).to.equal(NOW);
  });

  it('[STAT-11] is counted where a frozen figure is shown, and changes nothing in it', () => {
    const later = answerOf([
      ['2026-06', 'Norte', 2101],
      ['2026-06', 'Sur', 7],
      ['2026-08', 'Norte', 9],
    ]);
    const made = withChangedSince(NOW, later, '2026-09-01');
    expect(toRows(made)).to.deep.equal(toRows(NOW));
    expect(spanish(made)).to.deep.equal(['Cifras que cambiaron después: 1 (copia del 1 set. 2026).']);
    expect(english(made)).to.deep.equal(['Figures that have changed since: 1 (copy of Sep 1, 2026).']);
  });
});
