import { DataError } from '../../errors.js';
import { columnOfLevel, countedCondition, placeCondition } from '../../observatory/conditions.js';
import { localised } from '../../observatory/localised.js';
import { indicatorOf, type Manifest } from '../../observatory/manifest.js';
import { partsOf, placeOf, wholeOf, type Place, type Places } from '../../observatory/places.js';
import type { Indicator } from '../../observatory/schema-indicator.js';
import { allOf } from '../../query/write-where.js';
import type { ProfileMessages } from '../../text/filter-messages.js';

/** One widget of a profile, as a page would write it. */
export interface Part {
  readonly widget: 'card' | 'trend' | 'bars' | 'targets' | 'table' | 'download' | 'method';
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Section {
  readonly heading: string;
  /** Cards are narrower than charts; a table has the whole width. */
  readonly layout: 'cards' | 'charts' | 'wide';
  readonly parts: readonly Part[];
}

/** What an indicator measures, in the observatory's words. */
export interface Meaning {
  readonly title: string;
  readonly texts: readonly string[];
  /** How it is made, in full. */
  readonly sheet: Part;
}

/** A profile: what is shown, in the order in which it is read. */
export interface Profile {
  readonly title: string;
  readonly sections: readonly Section[];
  readonly meanings: readonly Meaning[];
}

/** What a profile is of. */
export interface ProfileOptions {
  /** A code or a name of the observatory's list of places. */
  readonly place: string;
  /** The names of indicators, in the order that they are wanted in; all of the observatory, where empty. */
  readonly indicators: readonly string[];
  readonly lang: string;
}

/** More than these do not fit on two sheets of paper. */
const MOST = { cards: 6, charts: 4, rankings: 2, ranked: 20 };
const TABLE = 'tabla';

/** By year, where the data have it in a column of its own: twelve months of each part would be a table of hundreds. */
const yearly = ({ time = '' }: Indicator): Readonly<Record<string, string>> =>
  time.includes(',') ? { time: time.split(',')[0]?.trim() ?? '' } : {};

/** What is latest stands first: a printed table shows its first rows alone. */
function latestFirst({ time = '' }: Indicator): Readonly<Record<string, string>> {
  const [year = ''] = time.split(',');
  return /^[\w\s]+$/.test(year) ? { sort: `${year.trim()} desc` } : {};
}

/** The parts of a place, level by level, the nearest first; a ring in the list ends it. */
function levelsBelow(places: Places, place: Place): Place[][] {
  const levels: Place[][] = [];
  let parts = partsOf(places, place);
  while (parts.length > 0 && parts.every((part) => part !== place && !levels.flat().includes(part))) {
    levels.push(parts);
    parts = parts.flatMap((part) => partsOf(places, part));
  }
  return levels;
}

/** The column of the parts that are ranked: the smallest of which there are few, each known by its own name. */
function partsColumn(indicator: Indicator, places: Places, place: Place): string | undefined {
  const [nearest, ...others] = levelsBelow(places, place).flatMap((parts) => {
    const told = columnOfLevel(indicator, parts[0]?.level ?? '');
    const isClear = told?.by === 'code' || new Set(parts.map(({ name }) => name)).size === parts.length;
    return told && isClear && parts.length > 1 ? [{ count: parts.length, column: told.column }] : [];
  });
  return (others.findLast(({ count }) => count <= MOST.ranked) ?? nearest)?.column;
}

/** A rate stands beside that of the country, a count is so much of the country's: the card tells which. */
function besideCountry(
  manifest: Manifest,
  indicator: Indicator,
  places: Places,
  lang: string,
): Readonly<Record<string, string>> {
  const reference = localised(manifest.places?.whole, lang);
  if (reference === '') return {};
  const country = wholeOf(places);
  const own = country && columnOfLevel(indicator, country.level);
  // All rows together are the country, but where it has rows of its own beside those of its parts.
  const rows = allOf(
    countedCondition(manifest, indicator),
    country && own && placeCondition(indicator, country, places),
  );
  return { reference, 'reference-where': rows === '' ? '*' : rows };
}

function meaningOf(indicator: Indicator, { code, level }: Place, lang: string): Meaning {
  const { name, title, definition, comparability, caveats = [] } = indicator;
  const texts = [definition, comparability, ...caveats].map((text) => localised(text, lang));
  const attributes = { indicator: name, ...(columnOfLevel(indicator, level) && { place: code }) };
  return {
    title: localised(title, lang),
    texts: texts.filter((text) => text !== ''),
    sheet: { widget: 'method', attributes },
  };
}

/** The targets that a plan sets for the place itself; where it sets none, those of the whole country. */
function targetParts({ targets = [] }: Manifest, indicators: readonly Indicator[], { code }: Place): Part[] {
  const set = targets.filter(({ indicator }) => indicators.some(({ name }) => name === indicator));
  const own = set.filter(({ place }) => place === code);
  const told = own.length > 0 ? own : set.filter(({ place }) => place === undefined);
  const names = new Set(told.map(({ indicator }) => indicator));
  const where = own.length > 0 ? { place: code } : undefined;
  return [...names].map((indicator) => ({ widget: 'targets', attributes: { indicator, ...where } }));
}

/** The sections about the place itself. */
function ofPlace(
  manifest: Manifest,
  lang: string,
  indicators: readonly Indicator[],
  places: Places,
  place: Place,
  messages: ProfileMessages,
): Section[] {
  const { code, name } = place;
  const asked = (indicator: Indicator): Record<string, string> => ({
    indicator: indicator.name,
    place: code,
  });
  // Beside itself the country says nothing.
  const beside = (indicator: Indicator): Readonly<Record<string, string>> =>
    place === wholeOf(places) ? {} : besideCountry(manifest, indicator, places, lang);
  const part = (widget: Part['widget'], attributes: Part['attributes']): Part => ({ widget, attributes });
  const inTime = indicators.filter(({ time }) => time !== undefined);
  const divided = indicators.flatMap((indicator) => {
    const by = partsColumn(indicator, places, place);
    return by === undefined ? [] : [{ indicator, by }];
  });
  const [first] = divided;
  return [
    {
      heading: messages.key,
      layout: 'cards',
      parts: indicators.slice(0, MOST.cards).map((each) => part('card', { ...asked(each), ...beside(each) })),
    },
    {
      heading: messages.changes,
      layout: 'charts',
      parts: inTime.slice(0, MOST.charts).map((each) => part('trend', asked(each))),
    },
    {
      heading: messages.within(name),
      layout: 'charts',
      parts: divided
        .slice(0, MOST.rankings)
        .map(({ indicator, by }) => part('bars', { ...asked(indicator), ...yearly(indicator), by })),
    },
    {
      heading: messages.data,
      layout: 'wide',
      parts: first
        ? [
            part('table', {
              ...asked(first.indicator),
              ...yearly(first.indicator),
              ...latestFirst(first.indicator),
              by: first.by,
              id: TABLE,
              'page-size': '10',
            }),
            part('download', { for: TABLE }),
          ]
        : [],
    },
  ];
}

/** Whether an indicator has figures of that place, and not of the country alone. */
const isOf = (indicator: Indicator, { level }: Place): boolean =>
  columnOfLevel(indicator, level) !== undefined;

/** All that an observatory has of a place. Fails with a DataError where it has no such place or indicator. */
export function makeProfile(
  manifest: Manifest,
  places: Places,
  { place: wanted, indicators: names, lang }: ProfileOptions,
  messages: ProfileMessages,
): Profile {
  if (wanted.trim() === '' || places.size === 0) {
    const expected = [...places.values()].flatMap(({ code, name }) => [code, name]);
    throw new DataError('bad-attribute', { attribute: 'place', value: wanted, expected });
  }
  const place = placeOf(places, wanted);
  const all =
    names.length > 0 ? names.map((name) => indicatorOf(manifest, name)) : (manifest.indicators ?? []);
  const country: Section = {
    heading: messages.country(localised(manifest.places?.whole, lang)),
    layout: 'cards',
    parts: all
      .filter((each) => !isOf(each, place))
      .map(({ name }) => ({ widget: 'card', attributes: { indicator: name } })),
  };
  const own = ofPlace(
    manifest,
    lang,
    all.filter((each) => isOf(each, place)),
    places,
    place,
    messages,
  );
  const targets: Section = {
    heading: messages.targets,
    layout: 'charts',
    parts: targetParts(manifest, all, place),
  };
  const sections = [...own.slice(0, -1), country, targets, ...own.slice(-1)];
  return {
    title: messages.title(place.name),
    sections: sections.filter(({ parts }) => parts.length > 0),
    meanings: all.map((each) => meaningOf(each, place, lang)),
  };
}
