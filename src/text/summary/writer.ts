import type { Period } from '../../table/period.js';
import type { StatusName } from '../../table/status.js';
import { listText } from '../list.js';
import type { SummaryMessages } from '../messages.js';
import { seriesName } from '../series-name.js';
import { withUnit } from '../value.js';
import type { Words } from '../words.js';
import { markText } from './marks.js';

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

  /** A status where it is told of periods: `Provisional`, `Pocos casos (interpretar con cuidado)`. */
  mark(status: StatusName | 'tooFew'): string {
    return markText(status === 'tooFew' ? this.messages.tooFew : this.words.status[status]);
  }

  /** `Ica y Lima`, or how many where they are many. */
  names(names: readonly string[]): string {
    if (names.length > MOST_NAMED) return this.messages.series(names.length);
    return this.list(names.map((name) => seriesName(name, this.messages.noCategory)));
  }

  /** `2024 (Ica)`; without names it is of all. */
  of(periods: string, names: readonly string[]): string {
    return names.length === 0 ? periods : `${periods} (${this.names(names)})`;
  }

  list(items: readonly string[]): string {
    return listText(items, this.messages.and);
  }

  /** The periods at these places of the grid: `2012–2015 y 2017`; `undefined` where they are too many to name. */
  periods(places: readonly number[]): string | undefined {
    const items = runsOf(places).flatMap(([start, end]) => {
      const run = this.grid.slice(start, end + 1);
      const [first, last] = [run[0], run.at(-1)];
      if (first && last && run.length >= FEWEST_OF_SPAN) return [this.words.span(first, last)];
      return run.map((period) => this.words.period(period));
    });
    return items.length > MOST_NAMED ? undefined : this.list(items);
  }
}

/** The first and last of places that follow one another. */
function runsOf(places: readonly number[]): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}
