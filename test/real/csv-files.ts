import type { Written } from './raw-csv.js';

/** How dates and years are written in a column. */
export type WrittenPeriod = 'iso' | 'day/month/year' | 'month/day/year';

/** A file as a person describes it who has opened it; a column that is named under no kind is text. */
export interface CsvFile extends Written {
  readonly rows: number;
  readonly numbers: readonly string[];
  readonly periods: Readonly<Record<string, WrittenPeriod>>;
  /** How a number is written there, where not as a program writes it. */
  readonly readNumber?: (cell: string) => number;
}

const PLAIN = { encoding: 'utf8', delimiter: ',' } as const;
const MONTHS_SO_FAR = ['Enero', 'Febrero', 'Marzo'];

export const CSV_FILES = {
  'ar-caba-delitos-2016-2017-31MB.csv': {
    ...PLAIN,
    rows: 238_188,
    numbers: ['latitud', 'longitud', 'cantidad_vehiculos', 'cantidad_victimas'],
    periods: { fecha: 'iso' },
  },
  'es-interior-balance-criminalidad-2023-4-municipios.csv': {
    encoding: 'utf8',
    delimiter: ';',
    rows: 28_329,
    numbers: ['Total'],
    periods: {},
    readNumber: (cell) => Number(cell.replaceAll('.', '').replace(',', '.')),
  },
  'mx-sesnsp-estatal-2026-wide-latin1.csv': {
    encoding: 'latin1',
    delimiter: ',',
    rows: 3648,
    numbers: MONTHS_SO_FAR,
    periods: { Año: 'iso' },
  },
  'owid-homicide-europe-eisner-ihme.csv': {
    ...PLAIN,
    rows: 206,
    numbers: ['Homicide rate in Europe over long-term (per 100,000)'],
    periods: { Year: 'iso' },
  },
  'pe-lambayeque-delitos-2019-2023.csv': {
    encoding: 'utf8',
    delimiter: ';',
    rows: 1723,
    numbers: ['cantidad'],
    periods: { anio_denuncia: 'iso', fecha_descarga: 'day/month/year', fecha_corte: 'day/month/year' },
  },
  'pe-mpfn-delitos-denunciados-2023.csv': {
    ...PLAIN,
    rows: 9032,
    numbers: ['cantidad'],
    periods: { anio_denuncia: 'iso', fecha_descarga: 'month/day/year', fecha_corte: 'month/day/year' },
  },
  'pe-sinadef-violentas-lima-por-distrito-2023-2025.csv': {
    ...PLAIN,
    rows: 104,
    numbers: ['n', 'poblacion', 'tasa_100K'],
    periods: { año: 'iso' },
  },
  'pe-sinadef-violentas-por-departamento-2023-2025.csv': {
    ...PLAIN,
    rows: 64,
    numbers: ['n', 'poblacion', 'tasa_100K'],
    periods: { año: 'iso' },
  },
  'uk-2019-01-city-of-london-street.csv': {
    ...PLAIN,
    rows: 617,
    numbers: ['Longitude', 'Latitude'],
    periods: { Month: 'iso' },
  },
  'us-chicago-crimes-append.csv': {
    ...PLAIN,
    rows: 4999,
    numbers: ['Ward', 'Community Area', 'X Coordinate', 'Y Coordinate', 'Latitude', 'Longitude'],
    periods: { Date: 'month/day/year', Year: 'iso', 'Updated On': 'month/day/year' },
  },
} as const satisfies Readonly<Record<string, CsvFile>>;

export type CsvName = keyof typeof CSV_FILES;
