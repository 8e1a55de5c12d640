import { expect } from 'chai';
import fc from 'fast-check';
import { source } from '../../src/sources/columnar.js';
import { at, type Column } from '../../src/table/column.js';
import { makePeriod } from '../../src/table/period.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { toColumnar } from '../../src/table/to-columnar.js';
import { tables } from '../support/arbitrary-table.js';
import { failureOf } from '../support/failure.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectOutcomes, readWhole } from '../support/mutated-outcomes.js';
import { codes, readText } from '../support/read-text.js';

/** All that a column says, row by row. */
function saidBy(column: Column): object {
  const { kind, name, label, unit } = column;
  const said = { kind, name, label, unit };
  if (column.kind === 'number') {
    const { decimals, values, statuses } = column;
    return {
      ...said,
      decimals,
      cells: Array.from(values, (value, row) => [value, statusNames(at(statuses, row))]),
    };
  }
  if (column.kind === 'period')
    return { ...said, cells: Array.from(column.codes, (code) => column.periods[code]) };
  const { words, wordLabels } = column;
  return { ...said, cells: Array.from(column.codes, (code) => [words[code], wordLabels?.[code]]) };
}

const said = ({ length, columns }: Table): object => ({ length, columns: columns.map(saidBy) });

const file = (...columns: readonly object[]): string => JSON.stringify({ columns });

const EXAMPLE = tableOf(
  periods('anio', ['2024', '2024-S1', '2024-Q3', '2024-09', '2024-09-05', null, null], { label: 'Año' }),
  texts('ubigeo', ['010101', '130101', null, '0', '-', 'Áncash', '010101'], {
    wordLabels: ['Chachapoyas', 'Trujillo', 'Cero', 'Raya', 'Áncash'],
  }),
  numbers(
    'tasa',
    [1234.5, 'suppressed', [3, 'provisional revised'], [0, 'break'], 'missing break', 'notApplicable', -1e-7],
    { decimals: 7, label: 'Tasa', unit: 'por 100 mil habitantes' },
  ),
  numbers('casos', [
    0,
    1e21,
    12_345,
    [1, 'incomplete unreliable'],
    'missing',
    [2, 'forecast'],
    [5, 'estimated'],
  ]),
);

const SPLIT = makePeriod('year', 2024, 1, true);

describe('a cube as compact columnar JSON', () => {
  it('keeps every period, word, label, unit, value and status of a table', async () => {
    const { table } = await readText(source, toColumnar(EXAMPLE));
    expect(said(table)).to.deep.equal(said(EXAMPLE));
    expect(codes(table)).to.deep.equal([]);
  });

  it('keeps a year that is split between two', async () => {
    const column: Column = {
      kind: 'period',
      name: 'ciclo',
      codes: Int32Array.of(0),
      periods: SPLIT ? [SPLIT] : [],
    };
    const given = tableOf(column);
    expect(said((await readText(source, toColumnar(given))).table)).to.deep.equal(said(given));
    expect(toColumnar(given)).to.contain('2024/25');
  });

  it('keeps any table, and writes the same bytes of what it has read', () =>
    fc.assert(
      fc.asyncProperty(tables, async (given) => {
        const text = toColumnar(given);
        const { table } = await readText(source, text);
        expect(said(table)).to.deep.equal(said(given));
        expect(toColumnar(table)).to.equal(text);
      }),
    ));

  it('writes no word that no row has', () => {
    const column = { ...texts('lugar', ['b']), words: ['a', 'b'], codes: Int32Array.of(1) };
    expect(toColumnar(tableOf(column))).to.contain('"words":["b"],"codes":[0]');
  });

  it('tells whose data they are', async () => {
    const { part } = await readText(
      source,
      toColumnar(EXAMPLE, { title: 'Robos', license: 'MIT', other: 1 }),
    );
    expect(part.metadata).to.deep.equal({ title: 'Robos', license: 'MIT' });
  });

  it('refuses columns that do not fit together, and codes without a word, and says which', async () => {
    const year = { kind: 'period', name: 'anio', words: ['2024'], codes: [0, 0] };
    const faults: readonly (readonly [string, string])[] = [
      ['{}', 'columns'],
      [file(year, { kind: 'number', name: 'casos', values: [1] }), 'casos: 1 ≠ 2'],
      [file({ ...year, codes: [0, 1] }), 'anio: codes'],
      [file({ ...year, codes: [0, -2] }), 'anio: codes'],
      [file({ ...year, words: [2024] }), 'anio: words'],
      [file({ kind: 'number', name: 'casos', values: ['1'] }), 'casos: values'],
      [file({ kind: 'date', name: 'dia', values: [] }), 'dia: kind'],
      [file({ kind: 'text', words: [], codes: [] }), 'name'],
    ];
    for (const [text, value] of faults) {
      const { details } = await failureOf(readText(source, text), 'not-data');
      expect(details.value).to.equal(value);
    }
  });

  it('tells of a status that it does not know', async () => {
    const values = { kind: 'number', name: 'casos', values: [1, 2], statuses: { 'muy raro': [1] } };
    expect(codes((await readText(source, file(values))).table)).to.deep.equal(['unknown-status']);
  });

  it('ends in a table or a DataError, whatever is changed in it', async () => {
    const replies = fc.oneof(mutatedText([toColumnar(EXAMPLE)]), mutatedJson([toColumnar(EXAMPLE)]));
    await expectOutcomes(replies, (text) => readWhole(source, { url: 'https://datos.example/c.json', text }));
  });
});
