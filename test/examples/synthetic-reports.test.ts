import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { districtsOf } from '../../examples/data/places.js';
import { MODALITIES } from '../../examples/data/report-levels.js';
import {
  FULL_ROWS,
  fullPlan,
  REPORT_COLUMNS,
  reportsCsv,
  samplePlan,
} from '../../examples/data/reports-csv.js';
import { syntheticReports, type Report, type ReportPlan } from '../../examples/data/synthetic-reports.js';

const dataFile = (name: string): string =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8');
const provinces = dataFile('provincias.csv');
const committed = dataFile('denuncias-sinteticas.csv');

const LIMA_UNITS = ['LIMA METROPOLITANA', 'PROV. CONST. DEL CALLAO', 'REGION LIMA'];

const csvOf = (plan: ReportPlan): string => [...reportsCsv(plan)].map(({ text }) => text).join('');

const keyOf = ({ year, month, district, modality }: Report): string =>
  `${year}-${month} ${district.ubigeo} ${modality}`;

function duplicates(reports: readonly Report[]): number {
  return reports.length - new Set(reports.map(keyOf)).size;
}

function meanCount(reports: readonly Report[], year: number): number {
  const counts = reports.filter((report) => report.year === year).map(({ count }) => count);
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

describe('the generator of synthetic police reports', () => {
  const plan = fullPlan(provinces, 20_000, 7);
  const reports = [...syntheticReports(plan)];
  const sample = [...syntheticReports(samplePlan(provinces, 2026))];

  it('gives the same bytes for the same seed and rows, and others for another seed', () => {
    expect(csvOf(fullPlan(provinces, 3_000, 5))).to.equal(csvOf(fullPlan(provinces, 3_000, 5)));
    expect(csvOf(fullPlan(provinces, 3_000, 5))).to.not.equal(csvOf(fullPlan(provinces, 3_000, 6)));
  });

  it('gives exactly the asked number of rows', () => {
    for (const rows of [1, 2, 999, 5_000, 5_001]) {
      const lines = csvOf(fullPlan(provinces, rows, 1))
        .trimEnd()
        .split('\n');
      expect(lines, String(rows)).to.have.length(rows + 1);
    }
  });

  it('starts with the header of the real file', () => {
    expect(csvOf(plan).split('\n')[0]).to.equal(
      'ANIO,MES,DPTO_HECHO_NEW,PROV_HECHO,DIST_HECHO,UBIGEO_HECHO,P_MODALIDADES,cantidad',
    );
    expect(REPORT_COLUMNS).to.have.length(8);
  });

  it('reports by 26 units, three of which are Lima', () => {
    const units = new Set(reports.map(({ district }) => district.unit));
    expect(units.size).to.equal(26);
    expect([...units])
      .to.include.members(LIMA_UNITS)
      .and.not.include('LIMA');
  });

  it('loses the leading zero of codes', () => {
    const amazonas = districtsOf(provinces).filter(({ unit }) => unit === 'AMAZONAS');
    expect(amazonas.map(({ ubigeo }) => ubigeo)).to.include('10202');
    expect(reports.filter(({ district }) => district.ubigeo.startsWith('0'))).to.deep.equal([]);
  });

  it('knows 196 provinces and 1 891 districts, each with its own code', () => {
    const districts = districtsOf(provinces);
    expect(new Set(districts.map(({ unit, province }) => `${unit} ${province}`)).size).to.equal(196);
    expect(new Set(districts.map(({ ubigeo }) => ubigeo)).size).to.equal(1_891);
  });

  it('uses exactly the seven kinds of report, and no homicide', () => {
    expect(new Set(sample.map(({ modality }) => modality))).to.deep.equal(new Set(MODALITIES));
  });

  it('repeats some keys, as the real file does, but few', () => {
    for (const rows of [reports, sample]) expect(duplicates(rows) / rows.length).to.be.within(0.001, 0.05);
  });

  it('has no count below 1 and runs from January 2018 to July 2026', () => {
    expect(Math.min(...reports.map(({ count }) => count))).to.be.at.least(1);
    const months = reports.map(({ year, month }) => year * 100 + month);
    expect([months[0], months.at(-1)]).to.deep.equal([201_801, 202_607]);
    expect(months).to.deep.equal(months.toSorted((one, other) => one - other));
  });

  it('drops visibly from 2024 to 2025, where the real series has its break', () => {
    for (const rows of [reports, sample]) {
      expect(meanCount(rows, 2025) / meanCount(rows, 2024)).to.be.within(0.65, 0.88);
      expect(meanCount(rows, 2024) / meanCount(rows, 2023)).to.be.within(0.9, 1.15);
    }
  });

  it('makes the full size about as the real file is', function () {
    this.timeout(20_000);
    const districts = new Set<string>();
    let rows = 0;
    let total = 0;
    for (const { district, count } of syntheticReports(fullPlan(provinces, FULL_ROWS, 2026))) {
      districts.add(district.ubigeo);
      rows += 1;
      total += count;
    }
    expect(rows).to.equal(369_100);
    expect(districts.size).to.be.within(1_700, 1_891);
    expect(total).to.be.within(4_000_000, 9_000_000);
  });
});

describe('the committed sample of synthetic reports', () => {
  const lines = committed.trimEnd().split('\n').slice(1);

  it('is what the generator writes', () => {
    expect(committed).to.equal(csvOf(samplePlan(provinces, 2026)));
  });

  it('has between 4 000 and 5 500 rows', () => {
    expect(lines.length).to.be.within(4_000, 5_500);
  });

  it('is deep in La Libertad and has the odd codes and names of other regions', () => {
    const cells = lines.map((line) => line.split(','));
    const districtsIn = (unit: string) =>
      new Set(cells.filter((row) => row[2] === unit).map((row) => row[4]));
    expect(districtsIn('LA LIBERTAD').size).to.be.at.least(4);
    for (const unit of [...LIMA_UNITS, 'AMAZONAS', 'PIURA', 'CUSCO', 'AREQUIPA', 'LAMBAYEQUE']) {
      expect(districtsIn(unit).size, unit).to.be.at.least(1);
    }
    expect(cells.map((row) => row[5])).to.include('10202');
  });

  it('has every month from January 2023 to July 2026 in every district', () => {
    const cells = lines.map((line) => line.split(','));
    const codes = new Set(cells.map((row) => row[5]));
    for (const code of codes) {
      const months = new Set(cells.filter((row) => row[5] === code).map((row) => `${row[0]}-${row[1]}`));
      expect(months.size, code).to.equal(43);
    }
  });
});
