import { expect } from 'chai';
import { fromRows } from '../../src/table/rows.js';
import { completeQuery } from '../../src/engine/complete-query.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import type { Column } from '../../src/table/column.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const completed = (columns: readonly Column[], query: Partial<Query> = {}) =>
  completeQuery({ ...EMPTY_QUERY, ...query }, tableOf(...columns));

describe('a series whose page names little', () => {
  it('takes dates that are written as numbers for a time, and never for a measure', async () => {
    const dated = await fromRows(
      ['FECHA_CORTE', 'PERIODO', 'n'],
      [
        ['20240930', '202401', '5'],
        ['20240930', '202402', '6'],
      ],
    );
    const { query, notices } = completeQuery(EMPTY_QUERY, dated);
    expect([query.time, query.measures, notices]).to.deep.equal([
      ['PERIODO'],
      [{ aggregate: null, column: 'n' }],
      [],
    ]);
    const amounts = await fromRows(['periodo', 'n'], [['202413', '5']]);
    expect(completeQuery(EMPTY_QUERY, amounts).query.measures).to.deep.equal([
      { aggregate: null, column: 'periodo' },
    ]);
  });

  it('takes the first column of periods as its time and the only one of numbers as its measure', () => {
    const { query, notices } = completed([
      texts('lugar', ['a']),
      periods('anio', ['2024']),
      periods('corte', ['2025-01']),
      numbers('casos', [1]),
    ]);
    expect(query.time).to.deep.equal(['anio']);
    expect(query.measures).to.deep.equal([{ aggregate: null, column: 'casos' }]);
    expect(notices).to.deep.equal([]);
  });

  it('puts a month beside a year, and beside nothing else', () => {
    const month = numbers('MES', [9]);
    expect(completed([periods('anio', ['2024']), month, numbers('n', [1])]).query.time).to.deep.equal([
      'anio',
      'MES',
    ]);
    expect(completed([periods('fecha', ['2024-09']), month, numbers('n', [1])]).query.time).to.deep.equal([
      'fecha',
    ]);
    expect(completed([month, numbers('n', [1])]).query.time).to.deep.equal([]);
  });

  it('never measures months or codes', () => {
    const { query } = completed([
      numbers('mes', [1]),
      numbers('ubigeo', [150101]),
      numbers('id', [7]),
      numbers('n', [1]),
    ]);
    expect(query.measures).to.deep.equal([{ aggregate: null, column: 'n' }]);
    expect(completed([numbers('mes', [1]), numbers('cod_dep', [15])]).query.measures).to.deep.equal([]);
  });

  it('takes the first of several measures, and tells the page’s owner', () => {
    const { query, notices } = completed([numbers('casos', [1]), numbers('tasa', [1])]);
    expect(query.measures).to.deep.equal([{ aggregate: null, column: 'casos' }]);
    expect(notices).to.deep.equal([{ code: 'several-measures', column: 'casos', count: 2 }]);
  });

  it('adds up what is to be a rate', () => {
    const per = { scale: 1000, of: { aggregate: 'sum', column: 'poblacion' } } as const;
    expect(completed([numbers('casos', [1])], { per }).query.measures).to.deep.equal([
      { aggregate: 'sum', column: 'casos' },
    ]);
  });

  it('keeps what the page names', () => {
    const named = { time: ['corte'], measures: [{ aggregate: 'sum', column: 'tasa' }] } as const;
    const { query, notices } = completed(
      [periods('anio', ['2024']), numbers('casos', [1]), numbers('tasa', [1])],
      named,
    );
    expect(query).to.deep.include(named);
    expect(notices).to.deep.equal([]);
  });
});
