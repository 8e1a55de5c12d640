import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { STATUS } from '../../src/table/status.js';
import { toRows } from '../../src/table/rows.js';
import { columnNamed } from '../support/make-table.js';
import { describeWith, REAL } from '../support/real-files.js';
import { serveFolder } from '../support/static-server.js';
import { tableFrom } from '../support/ask-page.js';
import { columnOf, CSV_FOLDER, ONE_EACH, totalsOf } from './raw-csv.js';
import { askFile, measured, rawFile, serveCsv } from './real-table.js';

const MPFN = 'pe-mpfn-delitos-denunciados-2023.csv';
const LAMBAYEQUE = 'pe-lambayeque-delitos-2019-2023.csv';
const DEPARTMENTS = 'pe-sinadef-violentas-por-departamento-2023-2025.csv';
const DISTRICTS = 'pe-sinadef-violentas-lima-por-distrito-2023-2025.csv';

describeWith(CSV_FOLDER, 'offences reported to the public ministry of Peru, 2023', () => {
  serveCsv();

  it('are as many in each of the 34 fiscal districts as the rows of the file add up to', async () => {
    const answer = measured(await askFile(MPFN, { value: 'sum(cantidad)', by: 'distrito_fiscal' }));
    expect(answer).to.deep.equal(totalsOf(rawFile(MPFN), ['distrito_fiscal'], 'cantidad'));
    expect(Object.keys(answer)).to.have.length(34).and.to.include('CAÑETE');
  });

  it('[REL-13] keep the zero of every UBIGEO from 01 to 09: those of the file and no other', async () => {
    const table = await askFile(MPFN);
    const { words } = columnNamed(table, 'ubigeo_pjfs', 'text');
    expect(words).to.have.members([...new Set(columnOf(rawFile(MPFN), 'ubigeo_pjfs'))]);
    expect(words.every((word) => /^\d{6}$/.test(word))).to.equal(true);
    expect(words.filter((word) => word.startsWith('0'))).to.include.members(['010101', '070101', '090101']);
  });

  it('are found by a UBIGEO, in quotes or without its zero', async () => {
    const raw = totalsOf(rawFile(MPFN), ['ubigeo_pjfs'], 'cantidad');
    for (const where of ["ubigeo_pjfs = '010101'", 'ubigeo_pjfs = 10101']) {
      const answer = await askFile(MPFN, { value: 'sum(cantidad)', where });
      expect(toRows(answer)).to.deep.equal([[String(raw['010101'])]]);
    }
  });

  it('have articles that are no numbers, such as 108-A and 108-B', async () => {
    const articles = columnNamed(await askFile(MPFN), 'articulo', 'text').words;
    expect(articles).to.include.members(['108', '108-B', '130']);
  });
});

describeWith(CSV_FOLDER, 'offences in Lambayeque, 2019 to 2023', () => {
  serveCsv();

  it('are as many a year as the rows of the file add up to', async () => {
    const answer = await askFile(LAMBAYEQUE, { value: 'sum(cantidad)', time: 'anio_denuncia' });
    const expected = totalsOf(rawFile(LAMBAYEQUE), ['anio_denuncia'], 'cantidad');
    expect(measured(answer)).to.deep.equal(expected);
    expect(Object.keys(expected)).to.deep.equal(['2019', '2020', '2021', '2022', '2023']);
  });

  it('are the same in the CSV, which has semicolons, and in the JSON that the region publishes', async () => {
    const json = await serveFolder(`${REAL}crime-json/`);
    try {
      const asked = { value: 'sum(cantidad)', time: 'anio_denuncia', by: 'generico, ubigeo' };
      const fromJson = await tableFrom(`${json.url}/pe-lambayeque-delitos-2019-2023.json`, asked);
      const records = JSON.parse(
        readFileSync(`${REAL}crime-json/pe-lambayeque-delitos-2019-2023.json`, 'utf8'),
      ) as { cantidad: number }[];
      const total = records.reduce((sum, record) => sum + record.cantidad, 0);
      const answer = measured(fromJson);
      expect(answer).to.deep.equal(measured(await askFile(LAMBAYEQUE, asked)));
      expect(Object.values(answer).reduce((sum, value) => sum + value, 0)).to.equal(total);
    } finally {
      await json.close();
    }
  });

  it('[REL-12] have their accents', async () => {
    const words = columnNamed(await askFile(LAMBAYEQUE), 'subgenerico', 'text').words;
    expect(words).to.include('ATENTADOS CONTRA SEGURIDAD NACIONAL Y TRAICIÓN A LA PATRIA');
  });
});

describeWith(CSV_FOLDER, 'violent deaths in Peru, by department and by district of Lima', () => {
  serveCsv();

  it('[STAT-04] have the rates that the file gives, none under 3 deaths and a caution under 20', async () => {
    for (const [name, place] of [
      [DEPARTMENTS, 'departamento'],
      [DISTRICTS, 'distrito'],
    ] as const) {
      const raw = rawFile(name);
      const asked = { value: 'sum(n)', time: 'año', by: place, per: '100000 of sum(poblacion)' };
      const answer = await askFile(name, asked);
      const { values, statuses } = columnNamed(answer, 'n', 'number');
      const rates = totalsOf(raw, ['año', place], 'tasa_100K');
      const deaths = totalsOf(raw, ['año', place], 'n');
      expect(answer.length).to.equal(raw.rows.length);
      toRows(answer).forEach(([year, where], row) => {
        const key = `${year} | ${where}`;
        const [rate = NaN, count = NaN] = [rates[key], deaths[key]];
        if (count < 3 || Number.isNaN(rate)) expect(values[row], key).to.deep.equal(NaN);
        else expect(values[row], key).to.be.closeTo(rate, 1e-9);
        const isUncertain = ((statuses[row] ?? 0) & STATUS.unreliable) !== 0;
        expect(isUncertain, key).to.equal(!Number.isNaN(values[row]) && count < 20);
      });
    }
  });

  it('have no population where it says NA, and that is not zero', async () => {
    const table = await askFile(DEPARTMENTS, { where: "departamento = 'SIN REGISTRO'" });
    const { values, statuses } = columnNamed(table, 'poblacion', 'number');
    expect(values.length).to.be.above(0);
    expect([...values].every(Number.isNaN)).to.equal(true);
    expect([...statuses].every((status) => status === STATUS.missing)).to.equal(true);
  });

  it('[REL-12] are found in the district of Breña, by its name', async () => {
    const answer = await askFile(DISTRICTS, { value: 'count()', where: "distrito = 'BREÑA'" });
    const expected = totalsOf(rawFile(DISTRICTS), [], ONE_EACH, (cell) => cell('distrito') === 'BREÑA');
    expect(toRows(answer)).to.deep.equal([[String(expected[''])]]);
  });
});
