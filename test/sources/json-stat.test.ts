import '../support/as-module.js';
import { expect } from 'chai';
import { source } from '../../src/sources/json-stat.js';
import { labelAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { failureOf } from '../support/failure.js';
import { category, dataset, readDataset } from '../support/json-stat-dataset.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, readText, texts } from '../support/read-text.js';

const numbers = async (changes: object = {}) => {
  const { table } = await readDataset(changes);
  const { values, statuses } = columnNamed(table, 'value', 'number');
  return { values: [...values], statuses: [...statuses], table };
};
const { provisional, missing, suppressed, unreliable, estimated } = STATUS;

describe('the dimensions of JSON-stat', () => {
  it('are columns of codes with their labels; what is not there has no value', async () => {
    const geo = { label: 'Lugar', category: { index: { '02': 1, '01': 0 }, label: { '01': 'Amazonas' } } };
    const { table, values } = await numbers({ dimension: { geo, time: category('2023', '2024') } });
    expect(values).to.deep.equal([1, 2, 3, NaN]);
    expect(texts(table, 'geo')).to.deep.equal(['01', '01', '02', '02']);
    const column = columnNamed(table, 'geo', 'text');
    expect([column.label, labelAt(column, 0), labelAt(column, 2)]).to.deep.equal(['Lugar', 'Amazonas', '02']);
  });

  for (const [first, second, ...periods] of [
    ['2024Q1', '2024Q2', '2024-Q1', '2024-Q2'],
    ['2024M05', '2024M12', '2024-05', '2024-12'],
    ['2024-S1', '2024-S2', '2024-S1', '2024-S2'],
    ['2023K4', '2024K1', '2023-Q4', '2024-Q1'],
    ['2024H1', '2024H2', '2024-S1', '2024-S2'],
    ['2023', '2024-A1', '2023', '2024'],
    ['2024-01-31', '20240201', '2024-01-31', '2024-02-01'],
  ] as const) {
    it(`of time are periods: ${first}, ${second}`, async () => {
      const dimension = { geo: category('01', '02'), year: category(first, second) };
      const { table } = await readDataset({ id: ['geo', 'year'], dimension, role: { time: ['year'] } });
      expect(columnNamed(table, 'year', 'period').periods.map(({ text }) => text)).to.deep.equal(periods);
    });
  }

  it('of time are read by their labels where the codes are only places in a list', async () => {
    const time = { category: { index: ['0', '1'], label: { '0': '2010', '1': '2011' } } };
    const { table } = await readDataset({ dimension: { geo: category('a', 'b'), time } });
    expect(texts(table, 'time').slice(0, 2)).to.deep.equal(['2010', '2011']);
  });

  it('of time stay text where one of them is no period, such as a week or a school year', async () => {
    for (const time of [category('2024W01', '2024W02'), category('2010/11', '2011/12')]) {
      const { table } = await readDataset({
        dimension: { geo: category('a', 'b'), time },
        role: { time: ['time'] },
      });
      expect(columnNamed(table, 'time', 'text').words).to.deep.equal(time.category.index);
    }
  });

  it('[SEC-10] may have any name, also that of the value', async () => {
    const text = dataset({ id: ['__proto__', 'value'] }).replace(
      /"dimension":\{.*?\}\}\}/,
      '"dimension":{"__proto__":{"category":{"index":["toString","constructor"]}},"value":{"category":{"index":["a","b"]}}}',
    );
    const { table } = await readText(source, text);
    expect(names(table)).to.deep.equal(['__proto__', 'value', 'value (2)']);
    expect(texts(table, '__proto__')[0]).to.equal('toString');
    expect(codes(table)).to.deep.equal(['column-renamed']);
  });

  it('of one category may have no index, or no category of a name at all', async () => {
    const geo = { category: { label: { PE: 'Perú' } } };
    const { table } = await readDataset({
      size: [1, 2],
      value: [1, 2],
      dimension: { geo, time: category('2023', '2024') },
    });
    expect(texts(table, 'geo')).to.deep.equal(['PE', 'PE']);
  });

  it('that do not fit are an error, never other values', async () => {
    for (const changes of [
      { size: [2, 3] },
      { size: [2] },
      { value: [1, 2, 3] },
      { value: [1, 2, 3, 4, 5] },
      { value: { 4: 1 } },
      { value: { x: 1 } },
      { id: ['geo', 'geo'] },
      { id: ['geo', 'nada'] },
      { dimension: { geo: { category: { index: { a: 0, b: 0 } } }, time: category('2023', '2024') } },
    ]) {
      await failureOf(readDataset(changes), 'malformed');
    }
  });

  it('of a cube that no page takes are refused, unless few of its cells hold anything', async () => {
    const many = Array.from({ length: 1500 }, (_, place) => `c${place}`);
    const cube = {
      id: ['a', 'b'],
      size: [1500, 1500],
      dimension: { a: category(...many), b: category(...many) },
    };
    await failureOf(readDataset({ ...cube, value: {} }), 'too-big');
    const { table } = await readDataset({ ...cube, value: { 1_500_001: 7 }, status: { 3: 'c' } });
    expect([table.length, texts(table, 'a'), texts(table, 'b')]).to.deep.equal([
      2,
      ['c0', 'c1000'],
      ['c3', 'c1'],
    ]);
    expect(table.notices).to.deep.equal([{ code: 'empty-cells-left-out', count: 1500 * 1500 - 2 }]);
  });
});

describe('the values of JSON-stat', () => {
  it('have a status each, all one, or those of an object', async () => {
    expect((await numbers({ status: ['p', null, 'e', ':'] })).statuses).to.deep.equal([
      provisional,
      0,
      estimated,
      missing,
    ]);
    expect((await numbers({ status: 'p' })).statuses).to.deep.equal([
      provisional,
      provisional,
      provisional,
      1,
    ]);
    expect((await numbers({ status: { 2: 'bu' } })).statuses[2]).to.equal(STATUS.break | unreliable);
  });

  it('have statuses as the dataset itself explains them, and what is none of ours is told to the reader', async () => {
    const label = { x: 'confidential', q: 'provisional, break in time series', d: 'definition differs' };
    const { table, part } = await readDataset({
      status: ['x', 'q', 'd', null],
      extension: { status: { label } },
    });
    const { values, statuses } = columnNamed(table, 'value', 'number');
    expect([...statuses]).to.deep.equal([suppressed, provisional | STATUS.break, 0, missing]);
    expect([...values]).to.deep.equal([NaN, 2, 3, NaN]);
    expect(part.metadata?.notes).to.deep.equal(['d: definition differs']);
    expect(codes(table)).to.deep.equal(['unknown-status']);
  });

  it('have statuses of several letters, also where the dataset explains each letter alone', async () => {
    const label = { e: 'estimated', d: 'definition differs', bp: 'break in time series, provisional' };
    const { table, part } = await readDataset({
      status: ['de', 'bp', 'e', null],
      extension: { status: { label } },
    });
    expect([...columnNamed(table, 'value', 'number').statuses]).to.deep.equal([
      estimated,
      STATUS.break | provisional,
      estimated,
      missing,
    ]);
    expect(part.metadata?.notes).to.deep.equal(['de: definition differs, estimated']);
  });

  it('are numbers as JSON has them, however small or exact', async () => {
    const value = [0.30000000000000004, 1e-7, -12.5, 123456789012345];
    expect((await numbers({ value })).values).to.deep.equal(value);
  });

  it('keep a value beside which a dash stands', async () => {
    expect((await numbers({ value: [0, 1, 2, 3], status: { 0: '-' } })).values[0]).to.equal(0);
  });

  it('may be text, and stay text with their statuses in a column', async () => {
    const { table } = await readDataset({ value: ['alto', 'bajo', null, 'medio'], status: { 0: 'p' } });
    expect(names(table)).to.deep.equal(['geo', 'time', 'value', 'status']);
    expect(texts(table, 'value')).to.deep.equal(['alto', 'bajo', '', 'medio']);
  });

  it('have the unit and the decimals of their measure; those of several measures stand beside each name', async () => {
    const unit = (base: string) => ({ base, decimals: 1 });
    const metric = (units: Record<string, object>) => ({
      category: { index: Object.keys(units), label: { a: 'Víctimas' }, unit: units },
    });
    const measured = (units: Record<string, object>) =>
      readDataset({
        id: ['time', 'que'],
        size: [2, Object.keys(units).length],
        dimension: { time: category('2023', '2024'), que: metric(units) },
        role: { metric: ['que'] },
        value: Object.keys(units).flatMap(() => [5, 2.25]),
      });
    const one = await measured({ a: { ...unit('personas'), multiplier: 3 } });
    expect(columnNamed(one.table, 'value', 'number')).to.include({ unit: 'personas × 1000', decimals: 1 });
    const two = await measured({ a: unit('personas'), b: { label: '%', decimals: 0 } });
    expect(columnNamed(two.table, 'value', 'number')).to.not.have.property('unit');
    const que = columnNamed(two.table, 'que', 'text');
    expect([labelAt(que, 0), labelAt(que, 1)]).to.deep.equal(['Víctimas (personas)', 'b (%)']);
  });

  it('have the unit that a dimension of one category names, as with Eurostat', async () => {
    const unit = {
      category: { index: { P_HTHAB: 0 }, label: { P_HTHAB: 'Per hundred thousand inhabitants' } },
    };
    const { table } = await readDataset({
      id: ['unit', 'geo', 'time'],
      size: [1, 2, 2],
      dimension: { unit, geo: category('01', '02'), time: category('2023', '2024') },
    });
    expect(columnNamed(table, 'value', 'number').unit).to.equal('Per hundred thousand inhabitants');
  });
});
