import '../support/as-module.js';
import { expect } from 'chai';
import { findColumn } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, texts } from '../support/read-text.js';
import { PLACE, TIME, listed, message, observed, read, series } from '../support/sdmx-message.js';

describe('a message of SDMX-JSON', () => {
  it('gives a column to each dimension, in the order of the key, with the names of its codes', async () => {
    const { table, part } = await read(message({ dataSets: series({ '1': [5], '0': [3] }) }));
    expect(names(table)).to.deep.equal(['REF_AREA', 'TIME_PERIOD', 'OBS_VALUE']);
    expect(columnNamed(table, 'REF_AREA', 'text')).to.deep.include({
      label: 'Lugar',
      words: ['PE'],
      wordLabels: ['Nombre de PE'],
    });
    expect(texts(table, 'TIME_PERIOD')).to.deep.equal(['2023', '2024']);
    expect(findColumn(table, 'TIME_PERIOD')?.kind).to.equal('period');
    expect(texts(table, 'OBS_VALUE')).to.deep.equal(['3', '5']);
    expect(part.metadata).to.deep.equal({ title: 'Homicidios', publisher: 'Instituto' });
  });

  it('reads numbers, absences and zero as what they are', async () => {
    const values = { '0': [0], '1': [null] };
    const { table } = await read(message({ dataSets: series(values) }));
    expect(observed(table)).to.deep.equal(['0', 'missing']);
    const nan = await read(message({ dataSets: series({ '0': ['NaN'], '1': ['1.5'] }) }));
    expect(observed(nan.table)).to.deep.equal(['missing', '1.5']);
  });

  it('reads several measures, with the statuses of each', async () => {
    const measures = {
      observation: [
        { id: 'CASES', name: 'Casos' },
        { id: 'RATE' },
        { id: 'SCOPE', format: { dataType: 'String' } },
      ],
    };
    const attributes = { observation: [{ id: 'OBS_STATUS', values: listed('A', 'P') }] };
    const { table } = await read(
      message({ measures, attributes, dataSets: series({ '0': [5, 1.25, 'todo', 1] }) }),
    );
    expect(names(table)).to.deep.equal(['REF_AREA', 'TIME_PERIOD', 'CASES', 'RATE', 'SCOPE']);
    expect(observed(table, 'CASES')).to.deep.equal(['5 provisional']);
    expect(observed(table, 'RATE')).to.deep.equal(['1.25 provisional']);
    expect(texts(table, 'SCOPE')).to.deep.equal(['todo']);
    expect(findColumn(table, 'CASES')?.label).to.equal('Casos');
  });

  it('reads the flat layout, and the one by cross-section', async () => {
    const flat = await read(
      message({
        dimensions: { observation: [TIME, PLACE] },
        dataSets: [{ observations: { '0:1': [3], '1:0': [5] } }],
      }),
    );
    expect(names(flat.table)).to.deep.equal(['REF_AREA', 'TIME_PERIOD', 'OBS_VALUE']);
    expect(texts(flat.table, 'REF_AREA')).to.deep.equal(['CO', 'PE']);
    const cross = await read(
      message({
        dimensions: { series: [TIME], observation: [PLACE] },
        dataSets: [{ series: { '1': { observations: { '0': [5], '1': [7] } } } }],
      }),
    );
    expect(texts(cross.table, 'REF_AREA')).to.deep.equal(['PE', 'CO']);
    expect(texts(cross.table, 'TIME_PERIOD')).to.deep.equal(['2024', '2024']);
  });

  it('reads periods as SDMX writes them, and leaves weeks as text', async () => {
    const periods = async (...ids: string[]) => {
      const time = { ...TIME, values: ids.map((id) => ({ id })) };
      const observations = Object.fromEntries(ids.map((_, index) => [String(index), [1]]));
      return (
        await read(
          message({ dimensions: { series: [PLACE], observation: [time] }, dataSets: series(observations) }),
        )
      ).table;
    };
    const table = await periods(
      '2024',
      '2024-A1',
      '2024-S2',
      '2024-Q3',
      '2024-M03',
      '2024-04',
      '2024-05-06',
      '2024-D032',
    );
    expect(texts(table, 'TIME_PERIOD')).to.deep.equal([
      ...['2024', '2024', '2024-S2', '2024-Q3', '2024-03', '2024-04', '2024-05-06', '2024-02-01'],
    ]);
    const dated = await periods('2024-05-06T11:00:00Z', '2010-01-01/P1Y', '2010-04-01/P3M', '2010-02-01/P1M');
    expect(texts(dated, 'TIME_PERIOD')).to.deep.equal(['2024-05-06', '2010', '2010-Q2', '2010-02']);
    expect(findColumn(dated, 'TIME_PERIOD')?.kind).to.equal('period');
    const weeks = await periods('2024-W05', '2024-T1');
    expect(findColumn(weeks, 'TIME_PERIOD')?.kind).to.equal('text');
  });

  it('gives no values for what it deletes, and lets later data sets change earlier ones', async () => {
    const of = (action: string, cells: unknown[]) => ({
      action,
      series: { '0': { observations: { '0': cells } } },
    });
    const deleted = await read(message({ dataSets: [of('Delete', [])] }));
    expect(deleted.table.length).to.equal(0);
    expect(codes(deleted.table)).to.deep.equal(['lines-left-out']);
    const changed = await read(message({ dataSets: [of('Append', [1]), of('Replace', [2])] }));
    expect(texts(changed.table, 'OBS_VALUE')).to.deep.equal(['2']);
    const gone = await read(message({ dataSets: [of('Append', [1]), of('Delete', [])] }));
    expect(gone.table.length).to.equal(0);
  });

  it('[REL-02] is an error where it has one and no data, with HTTP 200 too', async () => {
    const errors = [{ code: 150, title: 'Invalid number of dimensions in parameter key' }];
    const { details } = await failureOf(read({ errors }), 'server-error');
    expect(details.serverMessage).to.equal('Invalid number of dimensions in parameter key');
    await failureOf(read({ errors: ['mal'], data: { dataSets: [] } }), 'server-error');
    expect((await read({ errors: [{ code: 404, title: 'No results found' }] })).table.length).to.equal(0);
    await failureOf(read({ errors: [{ code: 404, title: 'Dataflow not found' }] }), 'server-error');
  });

  it('[REL-02] tells what the server says beside the data, which may not be all', async () => {
    const { table, part } = await read(
      message({ dataSets: series({ '0': [5] }), more: { errors: [{ code: 500, title: 'Se cortó' }] } }),
    );
    expect(texts(table, 'OBS_VALUE')).to.deep.equal(['5']);
    expect([part.isPart, codes(table)]).to.deep.equal([true, ['server-warning']]);
  });

  it('[REL-02] is empty without observations, and no data where it is another message', async () => {
    expect((await read(message({ dataSets: [] }))).table.length).to.equal(0);
    expect((await read(message({ dataSets: [{ series: {} }] }))).table.length).to.equal(0);
    await failureOf(read({ data: { dataStructures: [] } }), 'not-data');
    await failureOf(read('[]'), 'malformed');
    await failureOf(read(message({ dataSets: series({ '7': [5] }) })), 'malformed');
  });

  it('[SEC-10] takes names that objects have for names', async () => {
    const odd = (id: string) => ({
      id,
      values: [{ id: '__proto__', name: 'constructor' }, { id: 'toString' }],
    });
    const dimensions = {
      dataSet: [odd('__proto__')],
      series: [odd('constructor')],
      observation: [odd('toString')],
    };
    const attributes = { observation: [{ id: 'hasOwnProperty', values: [] }] };
    const { table } = await read(
      message({ dimensions, attributes, dataSets: series({ '1': [5, 'valueOf'] }) }),
    );
    expect(names(table)).to.deep.equal([
      '__proto__',
      'constructor',
      'toString',
      'OBS_VALUE',
      'hasOwnProperty',
    ]);
    expect(texts(table, 'toString')).to.deep.equal(['toString']);
    expect(texts(table, 'hasOwnProperty')).to.deep.equal(['valueOf']);
  });
});
