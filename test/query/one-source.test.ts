import { expect } from 'chai';
import { toSeries } from '../../src/query/series.js';
import { fromRows } from '../../src/table/rows.js';
import { STATUS } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { thrownBy } from '../support/thrown.js';

/** One rate as two sources count it, which are never one series. */
const BOTH = [
  ['2021', 'CEIC', '8.6'],
  ['2022', 'CEIC', '8.1'],
  ['2021', 'SINADEF', '5.9'],
  ['2022', 'SINADEF', '6.0'],
];
const read = (rows: readonly (readonly string[])[]): Promise<Table> =>
  fromRows(['anio', 'fuente', 'tasa'], rows);

describe('figures of two sources', () => {
  it('[STAT-03] are refused as one series: which of two values is meant cannot be known', async () => {
    const table = await read(BOTH);
    const { code, details } = await thrownBy(async () =>
      toSeries(await ask(table, { value: 'tasa', series: true })),
    );
    expect(code).to.equal('several-rows');
    expect(details.value).to.contain('2021');
  });

  it('[STAT-03] are compared only where the page asks for it, each as a series with its name', async () => {
    const table = await ask(await read(BOTH), { value: 'tasa', by: 'fuente', series: true });
    const series = toSeries(table);
    expect(series.map(({ name }) => name)).to.deep.equal(['CEIC', 'SINADEF']);
    expect(series.map(({ observations }) => observations.map(({ value }) => value))).to.deep.equal([
      [8.6, 8.1],
      [5.9, 6],
    ]);
  });

  it('[STAT-03] are one series only of the source that the page names', async () => {
    const table = await ask(await read(BOTH), { value: 'tasa', where: "fuente = 'CEIC'", series: true });
    expect(toSeries(table)[0]?.observations.map(({ value }) => value)).to.deep.equal([8.6, 8.1]);
  });

  it('[STAT-03] that follow one another are parted by the break that the page declares', async () => {
    const rows = [...BOTH.slice(0, 2), ['2023', 'SINADEF', '6.2'], ['2024', 'SINADEF', '6.4']];
    const table = await ask(await read(rows), { value: 'tasa', breaks: '2023', series: true });
    const broken = toSeries(table)[0]?.observations.map(({ status }) => (status & STATUS.break) !== 0);
    expect(broken).to.deep.equal([false, false, true, false]);
  });
});
