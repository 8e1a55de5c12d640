import { expect } from 'chai';
import { cellAt, textAt } from '../../src/table/cell.js';
import { takeRows } from '../../src/table/take-rows.js';
import { nearestName } from '../../src/table/nearest.js';
import { replaceColumns } from '../../src/table/replace-columns.js';
import { STATUS } from '../../src/table/status.js';
import { findColumn, makeTable, withNotices } from '../../src/table/table.js';
import { getColumn } from '../../src/table/get-column.js';
import { takeTable } from '../../src/table/take-rows.js';
import { toRows } from '../../src/table/rows.js';
import { thrownBy } from '../support/thrown.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const table = tableOf(
  periods('Año', ['2023', '2024', null]),
  texts('lugar', ['Lima', null, 'Áncash']),
  numbers('casos', [5, 'suppressed', [7, 'provisional']], { decimals: 1 }),
);

describe('a cell', () => {
  it('is a value and a status, in every kind of column', () => {
    const cells = table.columns.map((column) => [0, 1, 2].map((row) => cellAt(column, row)));
    expect(cells[0]?.map(({ value }) => (typeof value === 'object' ? value.text : value))).to.deep.equal([
      '2023',
      '2024',
      undefined,
    ]);
    expect(cells[0]?.map(({ status }) => status)).to.deep.equal([0, 0, STATUS.missing]);
    expect(cells[1]).to.deep.equal([
      { value: 'Lima', status: 0 },
      { value: undefined, status: STATUS.missing },
      { value: 'Áncash', status: 0 },
    ]);
    expect(cells[2]).to.deep.equal([
      { value: 5, status: 0 },
      { value: undefined, status: STATUS.suppressed },
      { value: 7, status: STATUS.provisional },
    ]);
  });

  it('as text is what the source would write, and nothing where there is none', () => {
    expect(toRows(table)).to.deep.equal([
      ['2023', 'Lima', '5'],
      ['2024', '', ''],
      ['', 'Áncash', '7'],
    ]);
    expect(textAt(numbers('a', [0.1 + 0.2]), 0)).to.equal('0.30000000000000004');
  });
});

describe('a column that is known by another name', () => {
  const labelled = tableOf(
    texts('Tid', ['a'], { label: 'año' }),
    texts('lugar', ['b'], { label: 'Tid' }),
    texts('x', ['c'], { label: 'Delito' }),
    texts('y', ['d'], { label: 'Delito' }),
  );

  it('is found by what readers know it by, where only one is', () => {
    expect(findColumn(labelled, 'Año')?.name).to.equal('Tid');
    expect(findColumn(labelled, 'delito')).to.equal(undefined);
    expect(findColumn(tableOf(texts('z', ['a'])), '')).to.equal(undefined);
  });

  it('is first of all called as its source calls it', () => {
    expect(findColumn(labelled, 'tid')?.name).to.equal('Tid');
  });
});

describe('rows taken from a table', () => {
  it('come in the order asked for, as often as asked for, with their statuses', () => {
    const taken = takeTable(table, [2, 0, 2]);
    expect(toRows(taken)).to.deep.equal([
      ['', 'Áncash', '7'],
      ['2023', 'Lima', '5'],
      ['', 'Áncash', '7'],
    ]);
    const [, , casos] = taken.columns;
    expect(casos?.kind === 'number' && [...casos.statuses]).to.deep.equal([8, 0, 8]);
  });

  it('keep what is known of their column', () => {
    const column = numbers('casos', [1, 2], { label: 'Casos', unit: '%', role: 'measure', decimals: 2 });
    const { label, unit, role, kind } = takeRows(column, [1]);
    expect({ label, unit, role, kind }).to.deep.equal({
      label: 'Casos',
      unit: '%',
      role: 'measure',
      kind: 'number',
    });
  });
});

describe('a column looked for by name', () => {
  it('is found exactly, else by a name that differs in capitals and accents alone', () => {
    expect(findColumn(table, 'lugar')?.name).to.equal('lugar');
    expect(findColumn(table, ' LUGAR ')?.name).to.equal('lugar');
    expect(findColumn(table, 'ano')?.name).to.equal('Año');
    expect(findColumn(table, 'luga')).to.equal(undefined);
  });

  it('is not guessed between two that differ in accents alone, but each is found exactly', () => {
    const alike = tableOf(texts('año', ['a']), texts('ano', ['b']));
    expect(findColumn(alike, 'AÑO')).to.equal(undefined);
    expect(findColumn(alike, 'ano')?.name).to.equal('ano');
  });

  it('is an error, where it is not there, that names the attribute, the value and the real names', async () => {
    const { code, details } = await thrownBy(() => getColumn(table, 'distrito', 'by'));
    expect(code).to.equal('missing-column');
    expect(details).to.deep.equal({
      attribute: 'by',
      value: 'distrito',
      expected: ['Año', 'lugar', 'casos'],
    });
  });
});

describe('the nearest name', () => {
  it('is the one with the fewest letters changed, whatever its capitals', () => {
    expect(nearestName('La Libertad', ['LA LIBERTAD', 'LAMBAYEQUE'])).to.equal('LA LIBERTAD');
    expect(nearestName('cantidda', ['cantidad', 'canton'])).to.equal('cantidad');
    expect(nearestName('anio', ['año', 'mes'])).to.equal('año');
  });

  it('is none where none is near', () => {
    expect(nearestName('cantidad', ['mes', 'x'])).to.equal(undefined);
    expect(nearestName('cantidad', [])).to.equal(undefined);
  });
});

describe('a table with other columns or notices', () => {
  it('has the new column in the place of the old one, and no other', () => {
    const other = replaceColumns(table, [texts('lugar', ['a', 'b', 'c']), texts('nueva', ['x', 'y', 'z'])]);
    expect(other.columns.map(({ name }) => name)).to.deep.equal(['Año', 'lugar', 'casos']);
    expect(toRows(other).map((row) => row[1])).to.deep.equal(['a', 'b', 'c']);
    expect(other.columns[0]).to.equal(table.columns[0]);
  });

  it('adds to what was told before', () => {
    const told = withNotices(makeTable(0, [], [{ code: 'partial' }]), [{ code: 'late' }]);
    expect(told.notices.map(({ code }) => code)).to.deep.equal(['partial', 'late']);
    expect(withNotices(told, [])).to.equal(told);
  });
});
