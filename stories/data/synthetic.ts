import type { StorySource } from './source.js';

/** None of these figures was ever counted: they show what a widget does. Each says so itself. */
const SYNTHETIC = { publisher: 'Datos sintéticos' } as const;

const at = (file: string): string => `https://datos.example/${file}.csv`;

/** Up and down by a few per cent, always the same. */
const wave = (step: number, phase: number): number => 1 + 0.08 * Math.sin(step * 0.9 + phase);

/** `2022-01` to `2025-12` */
const MONTHS: readonly string[] = Array.from({ length: 48 }, (_, index) => {
  const [year, month] = [2022 + Math.floor(index / 12), (index % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}`;
});

/** Reports by month and kind; from 2024 on each is counted once only, and there are fewer. */
function reports(kinds: readonly (readonly [name: string, level: number])[]): StorySource['rows'] {
  return MONTHS.flatMap((month, step) =>
    kinds.map(([name, level], kind) => {
      const counted = month < '2024' ? 1 : 0.8;
      return [month, name, Math.round(level * counted * wave(step, kind))];
    }),
  );
}

export const REPORTS: StorySource = {
  url: at('denuncias'),
  names: ['mes', 'modalidad', 'denuncias'],
  rows: reports([
    ['Hurto', 11200],
    ['Robo', 7400],
    ['Violencia', 4100],
    ['Extorsión', 1600],
  ]),
  metadata: { ...SYNTHETIC, title: 'Denuncias por modalidad (datos sintéticos)', updated: '2026-01-15' },
};

/** More kinds than can be told apart in one chart. */
export const MANY_KINDS: StorySource = {
  url: at('modalidades'),
  names: REPORTS.names,
  rows: reports(
    ['Hurto', 'Robo', 'Violencia', 'Extorsión', 'Estafa', 'Daños', 'Amenazas', 'Otros'].map(
      (name, kind) => [name, 9000 - 1100 * kind] as const,
    ),
  ),
  metadata: { ...SYNTHETIC, title: 'Denuncias por modalidad (datos sintéticos)' },
};

/** Values so close together that an axis from zero would show a flat line. */
export const PERCEPTION: StorySource = {
  url: at('percepcion'),
  names: ['semestre', 'porcentaje'],
  rows: [
    ['2022-S1', '84.1'],
    ['2022-S2', '84.9'],
    ['2023-S1', '83.2'],
    ['2023-S2', '85.4'],
    ['2024-S1', '86.3'],
    ['2024-S2', '85.8'],
  ],
  metadata: { ...SYNTHETIC, title: 'Percepción de inseguridad (datos sintéticos)' },
};

/** A year whose count is nought, and it was counted. */
export const NONE_COUNTED: StorySource = {
  url: at('feminicidios'),
  names: ['anio', 'casos'],
  rows: [
    [2023, 2],
    [2024, 1],
    [2025, 0],
  ],
  metadata: { ...SYNTHETIC, title: 'Feminicidios en un distrito (datos sintéticos)' },
};

/** A year that the source keeps back, since so few cases could name somebody. */
export const SUPPRESSED: StorySource = {
  url: at('agresiones'),
  names: ['anio', 'casos', 'estado'],
  rows: [
    [2023, 14, ''],
    [2024, 11, ''],
    [2025, '', 'c'],
  ],
  metadata: { ...SYNTHETIC, title: 'Agresiones en un centro poblado (datos sintéticos)' },
};

/** Counts so small that they could point at a person. */
export const FEW: StorySource = {
  url: at('violencia'),
  names: ['distrito', 'sexo', 'casos'],
  rows: [
    ['Distrito A', 'Mujeres', 31],
    ['Distrito A', 'Hombres', 12],
    ['Distrito B', 'Mujeres', 8],
    ['Distrito B', 'Hombres', 1],
    ['Distrito C', 'Mujeres', 9],
    ['Distrito C', 'Hombres', 4],
    ['Distrito D', 'Mujeres', 5],
    ['Distrito D', 'Hombres', 0],
  ],
  metadata: { ...SYNTHETIC, title: 'Denuncias por violencia familiar (datos sintéticos)' },
};

/** Counts and people, from which a rate is made. */
export const COUNTS: StorySource = {
  url: at('conteos'),
  names: ['anio', 'casos', 'poblacion'],
  rows: [
    [2023, 9, 64100],
    [2024, 12, 64500],
    [2025, 15, 64980],
  ],
  metadata: { ...SYNTHETIC, title: 'Homicidios en una provincia (datos sintéticos)' },
};

/** Each thing that can qualify a value. */
export const STATUSES: StorySource = {
  url: at('estados'),
  names: ['anio', 'casos', 'estado'],
  rows: [
    [2016, 120, ''],
    [2017, '', ':'],
    [2018, '', 'c'],
    [2019, '', 'z'],
    [2020, 0, ''],
    [2021, 131, 'e'],
    [2022, 128, 'r'],
    [2023, 97, 'b'],
    [2024, 4, 'u'],
    [2025, 103, 'p'],
    [2026, 110, 'f'],
  ],
  metadata: { ...SYNTHETIC, title: 'Un valor de cada clase (datos sintéticos)' },
};

/** A column a month: more than fits beside each other. */
export const WIDE: StorySource = {
  url: at('meses'),
  names: ['Región', 'Provincia', ...MONTHS.slice(0, 18).map((month) => `Denuncias ${month}`)],
  rows: ['Chachapoyas', 'Bagua', 'Bongará', 'Luya'].map((province, row) => [
    'Amazonas',
    province,
    ...MONTHS.slice(0, 18).map((_, step) => Math.round((400 - 60 * row) * wave(step, row))),
  ]),
  metadata: { ...SYNTHETIC, title: 'Denuncias por mes y provincia (datos sintéticos)' },
};

const DEPARTMENTS = [
  'Amazonas',
  'Áncash',
  'Apurímac',
  'Arequipa',
  'Ayacucho',
  'Cajamarca',
  'Callao',
  'Cusco',
];

/** 1 200 rows: 8 departments, 15 made-up districts each, 10 years. */
export const DISTRICTS: StorySource = {
  url: at('distritos'),
  names: ['departamento', 'distrito', 'anio', 'denuncias'],
  rows: DEPARTMENTS.flatMap((department, place) =>
    Array.from({ length: 150 }, (_, index) => {
      const [district, year] = [1 + Math.floor(index / 10), 2016 + (index % 10)];
      const count = Math.round((90 + 40 * place + 11 * district) * wave(index, place));
      return [department, `Distrito sintético ${district}`, year, count];
    }),
  ),
  metadata: {
    ...SYNTHETIC,
    title: 'Denuncias por distrito (datos sintéticos)',
    license: 'Sin restricciones',
  },
};

/** The source has more rows than it handed over. */
export const PARTIAL: StorySource = { ...COUNTS, url: at('parciales'), total: 12 };

/** A small place: so few cases that chance alone moves its rate. */
export const SMALL_PLACE: StorySource = {
  url: at('lugar-pequeno'),
  names: ['anio', 'casos', 'poblacion'],
  rows: [36, 33, 41, 50, 44, 48, 60, 52, 57].map((cases, step) => [
    2016 + step,
    cases,
    150_000 + step * 3_000,
  ]),
  metadata: { ...SYNTHETIC, title: 'Tasa de un lugar pequeño (datos sintéticos)', updated: '2025-03-01' },
};

/** Reports of which the last year lacks those of some police stations. */
export const REPORTING: StorySource = {
  url: at('comisarias'),
  names: ['anio', 'denuncias', 'informaron', 'comisarias'],
  rows: [2021, 2022, 2023, 2024, 2025].map((year, step) => [
    year,
    year === 2025 ? 3_100 : 3_400 + step * 120,
    year === 2025 ? 41 : 52,
    52,
  ]),
  metadata: { ...SYNTHETIC, title: 'Denuncias (datos sintéticos)', updated: '2026-01-15' },
};

/** A region and its country, with the same gaps and a last year that may still change. */
export const REGION_AND_COUNTRY: StorySource = {
  url: at('tasas'),
  names: ['lugar', 'anio', 'tasa', 'estado'],
  rows: [2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023, 2024].flatMap((year, step) => {
    const status = year === 2024 ? 'p' : '';
    const rate = (level: number, phase: number): string => (level * wave(step, phase)).toFixed(1);
    return [
      ['REGIÓN', year, rate(9 + step * 0.4, 1), status],
      ['PAÍS', year, rate(8, 3), status],
    ];
  }),
  metadata: { ...SYNTHETIC, title: 'Tasa de homicidios (datos sintéticos)' },
};

/** Reports by department and by the provinces of each. */
export const PROVINCES: StorySource = {
  url: at('denuncias-por-provincia'),
  names: ['departamento', 'provincia', 'denuncias'],
  rows: [
    ['La Libertad', 'Trujillo', 5200],
    ['La Libertad', 'Ascope', 610],
    ['La Libertad', 'Virú', 540],
    ['Piura', 'Piura', 4300],
    ['Piura', 'Sullana', 1700],
    ['Piura', 'Talara', 820],
  ],
  metadata: { ...SYNTHETIC, title: 'Denuncias por provincia (datos sintéticos)' },
};
