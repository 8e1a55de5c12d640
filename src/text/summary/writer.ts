import type { Period } from '../../table/period.js';
import { listText } from '../list.js';
import type { SummaryMessages } from '../messages.js';
import { withUnit } from '../value.js';
import type { Words } from '../words.js';

/** More items than this are counted, not named. */
export const MOST_NAMED = 4;
/** This many periods that follow one another, or more, are told as from when to when. */
const FEWEST_OF_SPAN = 3;

/** How values, periods and names are written in one summary. */
export class Writer {
  constructor(
    readonly words: Words,
    readonly messages: SummaryMessages,
    /** Every period of the chart, gaps included. */
    readonly grid: readonly Period[],
    readonly unit: string,
    readonly decimals: number,
  ) {}

  /** `7.2`; a per cent sign stands behind every value, other units only where `measured` says so. */
  number(value: number): string {
    const number = this.words.number(value, this.decimals);
    return this.unit.startsWith('%') ? `${number}%` : number;
  }

  /** `7.9 por 100 mil habitantes` */
  measured(value: number): string {
    return withUnit(this.words.number(value, this.decimals), this.unit);
  }

  /** `en 2024`, `el 5 dic. 2024` */
  during(period: Period): string {
    return this.messages.during(this.words.period(period), period.length);
  }

  /** `Ica y Lima`, or how many where they are many. */
  names(names: readonly string[]): string {
    return names.length > MOST_NAMED ? this.messages.series(names.length) : this.list(names);
  }

  list(items: readonly string[]): string {
    return listText(items, this.messages.and);
  }

  /** The periods at these places of the grid: `2012–2015 y 2017`; `undefined` where they are too many to name. */
  periods(places: readonly number[]): string | undefined {
    const items = runsOf(places).flatMap((run) => this.#run(run.map((place) => this.grid[place])));
    return items.length > MOST_NAMED ? undefined : this.list(items);
  }

  #run(run: readonly (Period | undefined)[]): string[] {
    const periods = run.filter((period) => period !== undefined);
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last || periods.length < FEWEST_OF_SPAN) {
      return periods.map((period) => this.words.period(period));
    }
    return [this.words.span(first, last)];
  }
}

/** Places that follow one another, together. */
function runsOf(places: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
