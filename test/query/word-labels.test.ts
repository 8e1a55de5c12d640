import { expect } from 'chai';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { explainEmpty } from '../../src/query/explain-empty.js';
import { filter } from '../../src/query/filter.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { toSeries } from '../../src/query/series.js';
import { totalRows } from '../../src/query/total-rows.js';
import { convertCodes } from '../../src/query/convert-codes.js';
import { unpivot } from '../../src/query/unpivot.js';
import { repairUbigeo } from '../../src/table/ubigeo.js';
import { toRows } from '../../src/table/rows.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const geo = texts('geo', ['ES', 'PE', '1', '2'], {
  role: 'dimension',
  wordLabels: ['España', 'Perú', '2', 'Otro'],
});
const table = tableOf(geo, numbers('n', [1, 2, 3, 4]));
const found = (where: string): string =>
  toRows(filter(table, parseWhere(where)))
    .map(([code]) => code)
    .join();

describe('codes with names', () => {
  it('are found by the code or by the name, exactly', () => {
    expect(found("geo = 'ES'")).to.equal('ES');
    expect(found("geo = 'España'")).to.equal('ES');
    expect(found("geo = 'españa'")).to.equal('');
    expect(found("geo in ('PE', 'España')")).to.equal('ES,PE');
    expect(found("geo <> 'España'")).to.equal('PE,1,2');
    expect(found("geo not in ('Perú', 'ES')")).to.equal('1,2');
  });

  it('are found by the code alone where a name says the same as a code', () => {
    expect(found("geo = '2'")).to.equal('2');
    expect(found("geo <> '2'")).to.equal('ES,PE,1');
  });

  it('are ordered by their codes', () => {
    expect(found("geo >= 'F'")).to.equal('PE');
  });

  it('are proposed by their names where no row is found', () => {
    const where = parseWhere("geo = 'Espana'");
    expect(explainEmpty(table, { ...EMPTY_QUERY, where })).to.deep.equal([
      { code: 'no-such-value', column: 'geo', value: 'Espana', nearest: 'España' },
    ]);
  });

  it('are told as totals where their names say so', () => {
    const sexes = tableOf(texts('sex', ['T', 'F', 'T'], { wordLabels: ['Total', 'Mujeres'] }));
    expect(totalRows(sexes)).to.deep.equal([{ code: 'total-rows', column: 'sex', value: 'Total', count: 2 }]);
  });

  it('name the series that they make', () => {
    const time = periods('t', ['2023', '2023'], { role: 'time' });
    const n = numbers('n', [1, 2], { role: 'measure' });
    const named = (labels: readonly string[]): string[] =>
      toSeries(tableOf(time, texts('geo', ['ES', 'PE'], { role: 'dimension', wordLabels: labels }), n)).map(
        ({ name }) => name,
      );
    expect(named(['España', 'Perú'])).to.deep.equal(['España', 'Perú']);
    expect(named(['Total', 'Total'])).to.deep.equal(['Total (ES)', 'Total (PE)']);
  });

  it('keep their names where codes are repaired or put into another list', () => {
    const given = texts('ubigeo', ['10101', '010101', '10201'], {
      wordLabels: ['Chachapoyas', 'Chachapoyas', 'Bagua'],
    });
    const { column } = repairUbigeo(given);
    expect([column.words, column.wordLabels]).to.deep.equal([
      ['010101', '010201'],
      ['Chachapoyas', 'Bagua'],
    ]);
    const list = tableOf(texts('inei', ['010101', '010201']), texts('reniec', ['010101', '010205']));
    const converted = convertCodes(column, 'inei', 'reniec', list).column;
    expect([converted.words, converted.wordLabels]).to.deep.equal([
      ['010101', '010205'],
      ['Chachapoyas', 'Bagua'],
    ]);
  });

  it('are what columns become that are put one below the other, with their labels as names', () => {
    const wide = tableOf(
      texts('lugar', ['Ica']),
      numbers('rob', [1], { label: 'Robos' }),
      numbers('hur', [2]),
    );
    const [, keys] = unpivot(wide, 'rob..hur as delito, n').columns;
    expect(keys).to.deep.include({ words: ['rob', 'hur'], wordLabels: ['Robos', 'hur'] });
  });
});
