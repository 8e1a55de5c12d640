import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Report {
  readonly year: number;
  readonly month: number;
  readonly department: string;
  readonly district: string;
  readonly modality: string;
  readonly count: number;
}

/** The synthetic reports, read without any code of the library: what its figures are held against. */
function readReports(): Report[] {
  const file = fileURLToPath(new URL('../../examples/data/denuncias-sinteticas.csv', import.meta.url));
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [year, month, department = '', , district = '', , modality = '', count] = line.split(',');
      return {
        year: Number(year),
        month: Number(month),
        department,
        district,
        modality,
        count: Number(count),
      };
    });
}

const REPORTS = readReports();

export function countReports(wanted: Partial<Report>): number {
  const entries = Object.entries(wanted) as [keyof Report, string | number][];
  return REPORTS.filter((report) => entries.every(([key, value]) => report[key] === value)).reduce(
    (sum, { count }) => sum + count,
    0,
  );
}

/** As Peru writes it: 1,672. */
export const inPeru = (value: number): string => value.toLocaleString('es-PE');
