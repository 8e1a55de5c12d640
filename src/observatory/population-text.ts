import { conditionColumns } from '../query/partials.js';
import { parseWhere } from '../query/parse-where.js';
import { columnName, quoted } from '../query/write-where.js';
import { columnOfLevel, type LevelColumn } from './conditions.js';
import { localised } from './localised.js';
import { partsOf, wholeOf, type Place, type Places } from './places.js';
import type { Indicator } from './schema-indicator.js';

/** Whether a rate is by the inhabitants of the list of places. */
export function isByPopulation({ denominator }: Indicator): boolean {
  return denominator?.of === 'population';
}

/** What a rate is asked for. */
interface Asked {
  readonly indicator: Indicator;
  readonly places: Places;
  readonly place: Place | undefined;
  readonly lang: string;
  /** What the page asks besides. */
  readonly where: string;
}

/** `2025: 34402098, 2026: 34680000` */
function yearsOf({ population }: Place): string {
  const years = [...population].filter(([year]) => /^\d{4}$/.test(year));
  return years.map(([year, count]) => `${year}: ${Math.round(count)}`).join(', ');
}

/** The inhabitants of places, as the data name them or by their codes. */
function namedYears(places: readonly Place[], { by }: LevelColumn): string {
  return places
    .flatMap((place) => {
      const years = yearsOf(place);
      const words = by === 'code' ? [place.code] : place.names;
      return years === '' ? [] : words.map((word) => `${quoted(word)} ${years}`);
    })
    .join(', ');
}

/**
 * The inhabitants that a rate is per, as the attribute `per` has them: of the place, else of the one place that all
 * others of the list are parts of; and of each part, where places are compared. Columns of smaller places stand there
 * without any: broken down by them, there is no rate. Neither is there one of what a condition of the page's own leaves
 * of a place.
 */
export function populationText({ indicator, places, place, lang, where }: Asked, scale: number): string {
  const columns = new Map(
    Object.keys(indicator.places ?? {}).flatMap((level) => {
      const found = columnOfLevel(indicator, level);
      return found ? [[found.column, found] as const] : [];
    }),
  );
  const isNarrowed =
    where.trim() !== '' && conditionColumns(parseWhere(where)).some((name) => columns.has(name));
  const whole = place ?? wholeOf(places);
  const parts = partsOf(places, place);
  const [first] = parts;
  const partColumn = first && columnOfLevel(indicator, first.level);
  const ofColumns = [...columns.values()].map((column) => {
    const of = column.column === partColumn?.column ? namedYears(parts, column) : '';
    return ` ${columnName(column.column)} ${of}`.trimEnd();
  });
  const all = whole && !isNarrowed ? ` ${yearsOf(whole)}`.trimEnd() : '';
  return `${scale} of ${quoted(localised(indicator.denominator?.source, lang))}${[all, ...ofColumns].join(';')}`;
}
