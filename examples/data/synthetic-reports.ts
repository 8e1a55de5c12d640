import type { District } from './places.js';
import { positiveCount, seededRandom } from './random.js';
import { expectedReports, MODALITIES, type Modality } from './report-levels.js';

export interface Month {
  readonly year: number;
  readonly month: number;
}

/** What the reports cover: every kind in every district in every month from the first to the last. */
export interface Coverage {
  readonly districts: readonly District[];
  readonly from: Month;
  readonly to: Month;
}

export interface ReportPlan extends Coverage {
  readonly rows: number;
  readonly seed: number;
}

/** One line of the file: the reports of one kind in one district in one month. */
export interface Report extends Month {
  readonly district: District;
  readonly modality: Modality;
  readonly count: number;
}

interface Cell extends Month {
  readonly district: District;
  readonly modality: Modality;
  readonly mean: number;
}

/** A few more rows than busy cells, so that some keys come twice, as they do in the real file. */
const DUPLICATE_MARGIN = 1.025;

/**
 * Yields exactly the asked number of reports, ordered by month, place and kind.
 * Rows go to cells in proportion to the chance that a cell has any report (systematic sampling):
 * a busy cell always has its row, now and then two, and a quiet one has it sometimes.
 */
export function* syntheticReports(plan: ReportPlan): Generator<Report> {
  const random = seededRandom(plan.seed);
  const total = expectedRows(plan);
  const start = random();
  let seen = 0;
  let taken = 0;
  for (const { mean, ...cell } of cells(plan)) {
    seen += chanceOfAny(mean);
    const due = Math.floor((seen / total) * plan.rows + start) - taken;
    taken += due;
    for (let row = 0; row < due; row += 1) yield { ...cell, count: positiveCount(mean / due, random) };
  }
}

/** How many rows fill this coverage and leave some keys duplicated. */
export function rowsFor(coverage: Coverage): number {
  return Math.round(expectedRows(coverage) * DUPLICATE_MARGIN);
}

/**
 * As many districts as the asked rows can fill, in the order of their codes:
 * first the largest of every unit, then the most populous of the country.
 */
export function districtsForRows({ districts, from, to }: Coverage, rows: number): District[] {
  const room = rows / DUPLICATE_MARGIN;
  const chosen = new Set<District>();
  let filled = 0;
  for (const district of largestOfEveryUnitFirst(districts)) {
    filled += expectedRows({ districts: [district], from, to });
    if (filled > room && chosen.size > 0) break;
    chosen.add(district);
  }
  return districts.filter((district) => chosen.has(district));
}

function largestOfEveryUnitFirst(districts: readonly District[]): District[] {
  const byPopulation = districts.toSorted((one, other) => other.population - one.population);
  const largest = new Map<string, District>();
  for (const district of byPopulation) {
    if (!largest.has(district.unit)) largest.set(district.unit, district);
  }
  return [...new Set([...largest.values(), ...byPopulation])];
}

function expectedRows(coverage: Coverage): number {
  let sum = 0;
  for (const cell of cells(coverage)) sum += chanceOfAny(cell.mean);
  return sum;
}

function* cells({ districts, from, to }: Coverage): Generator<Cell> {
  for (const { year, month } of monthsBetween(from, to)) {
    for (const district of districts) {
      for (const modality of MODALITIES) {
        const mean = expectedReports(modality, year, month, district.population);
        yield { year, month, district, modality, mean };
      }
    }
  }
}

function* monthsBetween(from: Month, to: Month): Generator<Month> {
  const last = to.year * 12 + to.month - 1;
  for (let index = from.year * 12 + from.month - 1; index <= last; index += 1) {
    yield { year: Math.floor(index / 12), month: (index % 12) + 1 };
  }
}

function chanceOfAny(mean: number): number {
  return 1 - Math.exp(-mean);
}
