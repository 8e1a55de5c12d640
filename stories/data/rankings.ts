import type { StorySource } from './source.js';

/** None of these figures was ever counted: they show what bars do. Each says so itself. */
const SYNTHETIC = { publisher: 'Datos sintéticos' } as const;

const at = (file: string): string => `https://datos.example/${file}.csv`;

const DEPARTMENTS: readonly (readonly [name: string, people: number])[] = [
  ['AMAZONAS', 430_000],
  ['ÁNCASH', 1_190_000],
  ['APURÍMAC', 430_000],
  ['AREQUIPA', 1_560_000],
  ['AYACUCHO', 650_000],
  ['CAJAMARCA', 1_450_000],
  ['CALLAO', 1_180_000],
  ['CUSCO', 1_380_000],
  ['HUANCAVELICA', 350_000],
  ['HUÁNUCO', 740_000],
  ['ICA', 980_000],
  ['JUNÍN', 1_370_000],
  ['LA LIBERTAD', 2_080_000],
  ['LAMBAYEQUE', 1_360_000],
  ['LIMA', 11_200_000],
  ['LORETO', 1_030_000],
  ['MADRE DE DIOS', 190_000],
  ['MOQUEGUA', 200_000],
  ['PASCO', 270_000],
  ['PIURA', 2_130_000],
  ['PUNO', 1_230_000],
  ['SAN MARTÍN', 920_000],
  ['TACNA', 390_000],
  ['TUMBES', 260_000],
  ['UCAYALI', 620_000],
];

/** Reports and people by department, 2024 and 2025; 2026 is not whole. */
export const BY_DEPARTMENT: StorySource = {
  url: at('departamentos'),
  names: ['departamento', 'anio', 'denuncias', 'poblacion'],
  rows: DEPARTMENTS.flatMap(([name, people], place) =>
    [2024, 2025, 2026].map((year) => {
      const level = 0.006 + 0.012 * Math.abs(Math.sin(place * 1.7));
      const share = year === 2026 ? 0.5 : year === 2025 ? 1.05 : 1;
      return [name, year, Math.round(people * level * share), people] as const;
    }),
  ),
  metadata: { ...SYNTHETIC, title: 'Denuncias por departamento (datos sintéticos)', updated: '2026-08-15' },
};

/** Rates as they are published, the country's among them; one is missing, one withheld, some provisional. */
export const RATES: StorySource = {
  url: at('tasas'),
  names: ['departamento', 'tasa', 'estado'],
  rows: [
    ['Nacional', '10.7', ''],
    ...DEPARTMENTS.map(([name], place) => {
      if (name === 'AREQUIPA') return [name, '', ':'] as const;
      if (name === 'MOQUEGUA') return [name, '', 'c'] as const;
      const status = place % 8 === 0 ? 'p' : name === 'MADRE DE DIOS' ? 'u' : '';
      return [name, (3 + 14 * Math.abs(Math.sin(place * 2.3))).toFixed(1), status] as const;
    }),
  ],
  metadata: { ...SYNTHETIC, title: 'Tasa de homicidios por departamento (datos sintéticos)' },
};

/** Kinds of crime in six provinces; of one of them a kind is missing. */
export const BY_KIND: StorySource = {
  url: at('provincias'),
  names: ['provincia', 'modalidad', 'denuncias'],
  rows: ['Trujillo', 'Pacasmayo', 'Santiago de Chuco', 'Otuzco', 'Sánchez Carrión', 'Virú'].flatMap(
    (province, row) =>
      ['Hurto', 'Robo', 'Violencia contra la mujer e integrantes', 'Extorsión'].map((kind, column) => {
        const count = Math.round(
          (4000 - 600 * row) * (1 - 0.2 * column) * (1 + 0.2 * Math.sin(row * 3 + column)),
        );
        return [province, kind, province === 'Virú' && column === 2 ? '' : count] as const;
      }),
  ),
  metadata: { ...SYNTHETIC, title: 'Denuncias por provincia y modalidad (datos sintéticos)' },
};

/** Victims by age and sex. */
export const BY_AGE: StorySource = {
  url: at('edades'),
  names: ['edad', 'sexo', 'victimas'],
  rows: ['0–9', '10–19', '20–29', '30–39', '40–49', '50–59', '60–69', '70–79', '80 y más'].flatMap(
    (age, row) =>
      ['Hombres', 'Mujeres'].map(
        (sex, side) => [age, sex, Math.round(1800 * Math.exp(-((row - 2.5 - side) ** 2) / 9))] as const,
      ),
  ),
  metadata: { ...SYNTHETIC, title: 'Víctimas por edad y sexo (datos sintéticos)' },
};

/** A rise is to the right, a fall to the left. */
export const CHANGES: StorySource = {
  url: at('cambios'),
  names: ['departamento', 'cambio'],
  rows: DEPARTMENTS.slice(0, 9).map(
    ([name], place) => [name, (12 * Math.sin(place * 2.1)).toFixed(1)] as const,
  ),
  metadata: { ...SYNTHETIC, title: 'Cambio de la tasa en un año (datos sintéticos)' },
};

/** One of each thing that can qualify a value. */
export const EVERY_STATUS: StorySource = {
  url: at('clases'),
  names: ['clase', 'casos', 'estado'],
  rows: [
    ['Definitivo', 120, ''],
    ['Provisional', 115, 'p'],
    ['Estimado', 131, 'e'],
    ['Revisado', 128, 'r'],
    ['Con cambio de medición', 97, 'b'],
    ['De pocos casos', 40, 'u'],
    ['Proyectado', 110, 'f'],
    ['Cero', 0, ''],
    ['Sin dato', '', ':'],
    ['Oculto', '', 'c'],
    ['Que no aplica', '', 'z'],
  ],
  metadata: { ...SYNTHETIC, title: 'Un valor de cada clase (datos sintéticos)' },
};
