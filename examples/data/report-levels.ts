/** How many reports to expect: invented levels of a size that the real file could have. */

/** The seven kinds of report of the police file, spelt as there. */
export const MODALITIES = [
  'Otros',
  'Violencia contra la mujer e integrantes',
  'Hurto',
  'Robo',
  'Estafa',
  'Extorsión',
  'Secuestro',
] as const;

export type Modality = (typeof MODALITIES)[number];

/** From this year on the police filter duplicated reports, and every count is lower. */
export const BREAK_YEAR = 2025;

const BREAK_FACTOR = 0.76;

/** Reports a month per 100 000 inhabitants of a large city. */
const MONTHLY_RATES: Readonly<Record<Modality, number>> = {
  Otros: 110,
  'Violencia contra la mujer e integrantes': 97,
  Hurto: 74,
  Robo: 45,
  Estafa: 18,
  Extorsión: 9,
  Secuestro: 0.26,
};

/** 2024 = 1. Movement restrictions made 2020 and part of 2021 quieter. */
const LEVEL_BY_YEAR: ReadonlyMap<number, number> = new Map([
  [2018, 0.86],
  [2019, 0.92],
  [2020, 0.68],
  [2021, 0.8],
  [2022, 0.95],
  [2023, 0.98],
]);

/** Extortion grew where the other kinds did not. */
const EXTORTION_BY_YEAR: ReadonlyMap<number, number> = new Map([
  [2018, 0.14],
  [2019, 0.18],
  [2020, 0.14],
  [2021, 0.3],
  [2022, 0.62],
  [2023, 0.9],
  [2025, 1.25],
  [2026, 1.05],
]);

/** January to December: summer and December above, the middle of the year below. */
const SEASON = [1.07, 1.02, 1.04, 0.98, 0.97, 0.94, 0.96, 0.98, 0.98, 1.0, 1.0, 1.06];

/** The population at which half of the usual reports arrive. */
const HALF_REPORTED = 95_000;

/** Reports to expect of one kind in one month, for a district of this population. */
export function expectedReports(modality: Modality, year: number, month: number, population: number): number {
  const rate = MONTHLY_RATES[modality] * levelOf(modality, year) * (SEASON[month - 1] ?? 1);
  return (rate * reportingPopulation(population)) / 100_000;
}

function levelOf(modality: Modality, year: number): number {
  const levels = modality === 'Extorsión' ? EXTORTION_BY_YEAR : LEVEL_BY_YEAR;
  return (levels.get(year) ?? 1) * (year >= BREAK_YEAR ? BREAK_FACTOR : 1);
}

/** Where few people live there is often no police station, and little of what happens is reported. */
function reportingPopulation(population: number): number {
  return (population * population) / (population + HALF_REPORTED);
}
