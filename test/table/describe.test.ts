import { expect } from 'chai';
import { TableBuilder, type FinishOptions } from '../../src/table/builder.js';
import { labelAt, textAt } from '../../src/table/cell.js';
import { STATUS, statusNames } from '../../src/table/status.js';
import { findColumn, type Table } from '../../src/table/table.js';

const ROWS = [
  ['2024', '01', '5', 'A'],
  ['2024', '02', '', 'M'],
  ['2025', '01', '7', 'P'],
];

function read(columns: FinishOptions['columns'], rows: readonly string[][] = ROWS): Promise<Table> {
  const builder = new TableBuilder(['TIME', 'AREA', 'OBS_VALUE', 'OBS_STATUS']);
  for (const row of rows) builder.add(row);
  return builder.finish({ ...(columns && { columns }) });
}

const statuses = (table: Table, name: string): string[] => {
  const column = findColumn(table, name);
  return column?.kind === 'number' ? [...column.statuses].map((set) => statusNames(set).join()) : [];
};

describe('columns that their source describes', () => {
  it('are what the source says, whatever their cells look like', async () => {
    const table = await read([
      { name: 'TIME', kind: 'text' },
      { name: 'AREA', kind: 'number' },
    ]);
    expect(table.columns.map(({ kind }) => kind)).to.deep.equal(['text', 'number', 'number', 'text']);
  });

  it('have the names, the unit and the words that a reader knows', async () => {
    const wordLabels = new Map([['01', 'Amazonas']]);
    const table = await read([
      { name: 'AREA', label: 'Departamento', kind: 'text', wordLabels },
      { name: 'OBS_VALUE', unit: 'denuncias' },
    ]);
    const area = findColumn(table, 'AREA');
    expect(area).to.include({ label: 'Departamento' });
    expect(area && [0, 1].map((row) => labelAt(area, row))).to.deep.equal(['Amazonas', '02']);
    expect(area && textAt(area, 0)).to.equal('01');
    expect(findColumn(table, 'OBS_VALUE')).to.include({ unit: 'denuncias' });
  });

  it('take their statuses from a column beside them, which is no column of the table then', async () => {
    const table = await read([{ name: 'OBS_VALUE', status: 'OBS_STATUS' }]);
    expect(findColumn(table, 'OBS_STATUS')).to.equal(undefined);
    expect(statuses(table, 'OBS_VALUE')).to.deep.equal(['', 'missing', 'provisional']);
  });

  it('understand statuses by the source’s own legend, and tell a word that nobody knows', async () => {
    const legend = new Map([['A', STATUS.estimated]]);
    const table = await read(
      [{ name: 'OBS_VALUE', status: 'OBS_STATUS', legend }],
      [
        ['2024', '01', '5', 'A'],
        ['2024', '01', '5', '¿?'],
      ],
    );
    expect(statuses(table, 'OBS_VALUE')).to.deep.equal(['estimated', '']);
    expect(table.notices).to.deep.include({ code: 'unknown-status', column: 'OBS_STATUS', value: '¿?' });
  });

  it('have no value where the status says that there is none', async () => {
    const table = await read([{ name: 'OBS_VALUE', status: 'OBS_STATUS' }], [['2024', '01', '5', 'C']]);
    const value = findColumn(table, 'OBS_VALUE');
    expect(value?.kind === 'number' && value.values[0]).to.be.NaN;
    expect(statuses(table, 'OBS_VALUE')).to.deep.equal(['suppressed']);
  });

  it('stay words where the source calls a time what nobody can read as one', async () => {
    const table = await read([{ name: 'AREA', kind: 'period' }], [['2024', 'todo el año', '5', '']]);
    expect(findColumn(table, 'AREA')?.kind).to.equal('text');
  });

  it('may be described twice: what is said later counts more', async () => {
    const table = await read([
      { name: 'AREA', label: 'Área', kind: 'number' },
      { name: 'AREA', kind: 'text' },
    ]);
    expect(findColumn(table, 'AREA')).to.include({ label: 'Área', kind: 'text' });
  });
});
