import '../support/as-module.js';
import { expect } from 'chai';
import { STATUS } from '../../src/table/status.js';
import { toRows } from '../../src/table/rows.js';
import { columnNamed } from '../support/make-table.js';
import { describeWith } from '../support/real-files.js';
import { CSV_FILES } from './csv-files.js';
import { CSV_FOLDER, ONE_EACH, totalsOf } from './raw-csv.js';
import { askFile, measured, rawFile, serveCsv } from './real-table.js';

const MEXICO = 'mx-sesnsp-estatal-2026-wide-latin1.csv';
const SPAIN = 'es-interior-balance-criminalidad-2023-4-municipios.csv';
const BUENOS_AIRES = 'ar-caba-delitos-2016-2017-31MB.csv';

describeWith(CSV_FOLDER, 'offences in the states of Mexico, a column a month', () => {
  serveCsv();

  it('[REL-12] are as many in each of the 32 states as the rows add up to, under names with their accents', async () => {
    const answer = measured(await askFile(MEXICO, { value: 'sum(Enero)', by: 'Clave_Ent, Entidad' }));
    expect(answer).to.deep.equal(totalsOf(rawFile(MEXICO), ['Clave_Ent', 'Entidad'], 'Enero'));
    const names = Object.keys(answer);
    expect(names).to.have.length(32);
    expect(names).to.include.members(['09 | Ciudad de México', '16 | Michoacán de Ocampo', '31 | Yucatán']);
  });

  it('of months to come are missing, and not zero', async () => {
    for (const month of ['Abril', 'Septiembre', 'Diciembre']) {
      const answer = await askFile(MEXICO, { value: `sum(${month})`, time: 'Año' });
      const { values, statuses } = columnNamed(answer, month, 'number');
      expect([[...values], [...statuses]]).to.deep.equal([[NaN], [STATUS.missing]]);
    }
  });

  it('of a kind that did not happen are zero, and not missing', async () => {
    const answer = await askFile(MEXICO, {
      value: 'Enero',
      where:
        "Entidad = 'Aguascalientes' and \"Subtipo de delito\" = 'Homicidio doloso' and Modalidad = 'Con otro elemento'",
    });
    const { values, statuses } = columnNamed(answer, 'Enero', 'number');
    expect([[...values], [...statuses]]).to.deep.equal([[0], [0]]);
  });

  it('are told by columns with accents and spaces in their names', async () => {
    const column = 'Bien jurídico afectado';
    const answer = await askFile(MEXICO, { value: 'sum(Marzo)', by: `"${column}"` });
    expect(measured(answer)).to.deep.equal(totalsOf(rawFile(MEXICO), [column], 'Marzo'));
  });
});

describeWith(CSV_FOLDER, 'offences in Spain, with totals and percentages among the rows', () => {
  serveCsv();
  const { readNumber } = CSV_FILES[SPAIN];
  const TOTAL = 'III. TOTAL INFRACCIONES PENALES';
  const national = (cell: (name: string) => string): boolean =>
    cell('Geografía') === 'NACIONAL' && !cell('Periodos:').startsWith('Variación');

  /** The value of the file for each type and year, its digits read as Spain writes them. */
  const expected = (type?: string): Record<string, number> => {
    const raw = rawFile(SPAIN);
    const found: Record<string, number> = {};
    for (const row of raw.rows) {
      const cell = (name: string): string => row[raw.header.indexOf(name)] ?? '';
      if (!national(cell) || (type !== undefined && cell('Tipología penal') !== type)) continue;
      const year = cell('Periodos:').slice(-4);
      const key = type === undefined ? `${year} | ${cell('Tipología penal')}` : year;
      found[key] = readNumber(cell('Total'));
    }
    return found;
  };

  it('are told once, where the question leaves the totals and the percentages out', async () => {
    const answer = await askFile(SPAIN, {
      value: 'sum(Total)',
      time: '"Periodos:"',
      where: `"Geografía" = 'NACIONAL' and "Tipología penal" = '${TOTAL}' and "Periodos:" <> 'Variación % 2023/2022'`,
    });
    expect(measured(answer)).to.deep.equal(expected(TOTAL));
    expect(measured(answer)).to.deep.equal({ '2022': 2_323_075, '2023': 2_459_659 });
  });

  it('have their years read from «enero-diciembre 2022»; a row of percentages is in no year, and that is told', async () => {
    const answer = await askFile(SPAIN, {
      value: 'Total',
      time: '"Periodos:"',
      by: '"Tipología penal"',
      where: "Geografía = 'NACIONAL'",
    });
    expect(measured(answer)).to.deep.equal(expected());
    expect(answer.notices.map(({ code }) => code)).to.include('unreadable-period');
  });

  it('[REL-13] have thousands of points and decimals of commas, falls included', async () => {
    const answer = await askFile(SPAIN, {
      value: 'Total',
      where: '"Geografía" = \'ANDALUCÍA\' and "Tipología penal" = \'I. CRIMINALIDAD CONVENCIONAL\'',
    });
    expect(toRows(answer)).to.deep.equal([['322225'], ['332242'], ['3.1']]);
    const falls = await askFile(SPAIN, { value: 'Total', where: 'Total < 0' });
    const raw = totalsOf(rawFile(SPAIN), [], ONE_EACH, (cell) => cell('Total').startsWith('-'));
    expect(falls.length).to.equal(raw['']);
  });

  it('[STAT-04] never enter a sum as totals, subtotals or percentages, where the question does not speak of them', async () => {
    const answer = await askFile(SPAIN, { value: 'sum(Total)', by: 'Geografía' });
    const raw = rawFile(SPAIN);
    const expected = new Map<string, number>();
    for (const row of raw.rows) {
      const cell = (name: string): string => row[raw.header.indexOf(name)] ?? '';
      if (cell('Periodos:').startsWith('Variación') || cell('Tipología penal') !== TOTAL) continue;
      expected.set(cell('Geografía'), (expected.get(cell('Geografía')) ?? 0) + readNumber(cell('Total')));
    }
    expect(measured(answer)).to.deep.equal(Object.fromEntries(expected));
  });
});

describeWith(CSV_FOLDER, 'offences in Buenos Aires, a row each, 31 MB', () => {
  serveCsv();

  it('are as many of each kind and month as there are rows', async () => {
    const answer = await askFile(BUENOS_AIRES, { value: 'count()', time: 'month(fecha)', by: 'tipo_delito' });
    const raw = rawFile(BUENOS_AIRES);
    const [date, kind] = [raw.header.indexOf('fecha'), raw.header.indexOf('tipo_delito')];
    const expected: Record<string, number> = {};
    for (const row of raw.rows) {
      const key = `${row[date]?.slice(0, 7)} | ${row[kind]}`;
      expected[key] = (expected[key] ?? 0) + 1;
    }
    expect(measured(answer)).to.deep.equal(expected);
  });

  it('[REL-12] are as many in each neighbourhood as there are rows, Núñez with its Ñ', async () => {
    const answer = measured(await askFile(BUENOS_AIRES, { value: 'sum(cantidad_victimas)', by: 'barrio' }));
    expect(answer).to.deep.equal(totalsOf(rawFile(BUENOS_AIRES), ['barrio'], 'cantidad_victimas'));
    expect(answer).to.include.keys('NUÑEZ', 'BALVANERA');
  });
});
