import Papa from 'papaparse';
import { districtsOf, sampledDistricts } from './places.js';
import {
  districtsForRows,
  rowsFor,
  syntheticReports,
  type Report,
  type ReportPlan,
} from './synthetic-reports.js';

/** The header of the real police file. */
export const REPORT_COLUMNS = [
  'ANIO',
  'MES',
  'DPTO_HECHO_NEW',
  'PROV_HECHO',
  'DIST_HECHO',
  'UBIGEO_HECHO',
  'P_MODALIDADES',
  'cantidad',
] as const;

export const FULL_ROWS = 369_100;

const LAST_MONTH = { year: 2026, month: 7 };

/** January 2018 to July 2026, the whole country. */
export function fullPlan(provincesCsv: string, rows: number, seed: number): ReportPlan {
  const country = { districts: districtsOf(provincesCsv), from: { year: 2018, month: 1 }, to: LAST_MONTH };
  return { ...country, districts: districtsForRows(country, rows), rows, seed };
}

/** The committed sample: a few districts, from January 2023. */
export function samplePlan(provincesCsv: string, seed: number): ReportPlan {
  const districts = sampledDistricts(districtsOf(provincesCsv));
  const coverage = { districts, from: { year: 2023, month: 1 }, to: LAST_MONTH };
  return { ...coverage, rows: rowsFor(coverage), seed };
}

/** The file in pieces of a few thousand lines, so that no size of it has to fit in memory. */
export function* reportsCsv(plan: ReportPlan): Generator<{ text: string; rows: number }> {
  const linesPerPiece = 5_000;
  let lines = [csvLine(REPORT_COLUMNS)];
  let rows = 0;
  for (const report of syntheticReports(plan)) {
    lines.push(csvLine(reportCells(report)));
    rows += 1;
    if (lines.length >= linesPerPiece) {
      yield { text: lines.join(''), rows };
      lines = [];
    }
  }
  if (lines.length > 0) yield { text: lines.join(''), rows };
}

function reportCells({ year, month, district, modality, count }: Report): (string | number)[] {
  const { unit, province, name, ubigeo } = district;
  return [year, month, unit, province, name, ubigeo, modality, count];
}

function csvLine(cells: readonly (string | number)[]): string {
  return `${Papa.unparse([[...cells]])}\n`;
}
