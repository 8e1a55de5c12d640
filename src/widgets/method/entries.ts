import { safeUrl } from '../../request/safe-url.js';
import { offenceOf } from '../../observatory/offences.js';
import { publisherOf } from '../../observatory/publisher.js';
import { joined } from '../../text/joined.js';
import type { MethodTerm } from '../../text/method-messages.js';
import { formulaText } from './formula.js';
import { told, type MethodTold } from './method-told.js';

/** A text, or a link. */
export interface Said {
  readonly text: string;
  readonly href?: string;
}

/** What the sheet tells under each term; nothing under most, where the manifest says nothing. */
export type Entries = Readonly<Record<MethodTerm, readonly Said[]>>;

const plain = (...texts: readonly (string | undefined)[]): Said[] =>
  texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [{ text }]));

function linked({ base }: MethodTold, text: string, path: string | undefined): Said[] {
  const href = path === undefined ? undefined : safeUrl(path, base)?.href;
  return text === '' ? [] : [{ text, ...(href !== undefined && { href }) }];
}

/** One code of the offence in each system. */
function offenceEntries(of: MethodTold): Said[] {
  const found = offenceOf(of.manifest, of.indicator);
  if (!found) return [];
  const { crosswalk, rows } = found;
  const codeIn = (row: Readonly<Record<string, string>>, system: string): string => {
    const code = Object.hasOwn(row, system) ? row[system] : undefined;
    return code === undefined ? '' : `${told(of, crosswalk.systems[system])}: ${code}`;
  };
  const systems = Object.keys(crosswalk.systems);
  return plain(
    ...rows.map((row) =>
      joined(
        systems.map((system) => codeIn(row, system)),
        ' · ',
      ),
    ),
  );
}

/** Which rows count: by the source's own codes of the offence, then by what the indicator asks besides. */
function rowEntries(of: MethodTold): Said[] {
  const { indicator, messages, resource } = of;
  const { offence, rows = [] } = offenceOf(of.manifest, of.indicator) ?? {};
  const codes = [...new Set(rows.flatMap((row) => row[offence?.system ?? ''] ?? []))];
  const field = resource?.schema?.fields.find(({ name }) => name === offence?.column);
  const column = told(of, field?.title) || (offence?.column ?? '');
  return plain(
    codes.length > 0 ? messages.onlyOffence(column, codes.join(', ')) : undefined,
    indicator.where && messages.onlyRows(indicator.where),
  );
}

/** The method: its guide where it names one, else in words. */
function guideEntries(of: MethodTold): Said[] {
  const { manifest, indicator } = of;
  const method = told(of, indicator.method);
  const named = manifest.guides?.filter(({ name }) => name === method) ?? [];
  const others = manifest.guides?.filter(
    ({ name, indicators }) => name !== method && indicators?.includes(indicator.name),
  );
  const guides = [...named, ...(others ?? [])].flatMap((guide) =>
    linked(of, told(of, guide.title), guide.path),
  );
  return named.length > 0 ? guides : [...plain(method), ...guides];
}

/** Corrections of this very figure: of another indicator or another place they are none. */
function revisionEntries(of: MethodTold): Said[] {
  const { indicator, place, places, words, messages, resource } = of;
  const revisions = (resource?.governance?.revisions ?? []).filter(
    (each) =>
      (each.indicator ?? indicator.name) === indicator.name &&
      (place === '' || (each.place ?? place) === place),
  );
  return revisions.map((each) => {
    const name = each.place === undefined ? '' : (places.get(each.place)?.name ?? each.place);
    const when = joined([words.date(each.period), name], ', ');
    const before = words.number(each.before, decimalsOf(each.before));
    return { text: messages.revised(when, before, words.date(each.date), told(of, each.reason)) };
  });
}

const decimalsOf = (value: number): number => Math.min(6, String(value).split('.')[1]?.length ?? 0);

/** Under which quality data are not published. A share is told in per cent. */
function thresholdEntries({ resource, words, messages }: MethodTold): Said[] {
  const thresholds = resource?.governance?.thresholds ?? {};
  return plain(
    ...Object.entries(messages.threshold).map(([name, sentence]) => {
      const value = thresholds[name as keyof typeof thresholds];
      if (value === undefined) return undefined;
      const percent = `${words.number(value * 100, decimalsOf(Number((value * 100).toFixed(6))))}%`;
      return sentence(name === 'timeliness' ? words.number(value, decimalsOf(value)) : percent);
    }),
  );
}

/** How good the rows were when the snapshot read them. A share is cut, not rounded: never 100% with something left. */
function resultEntries(of: MethodTold): Said[] {
  const { quality: found, words, messages } = of;
  if (!found) return [];
  const results = found.scores.map(({ dimension, score, rule }) => {
    const percent = Math.floor(score * 1000) / 10;
    return messages.result[dimension](`${words.number(percent, decimalsOf(percent))}%`, told(of, rule));
  });
  return plain(messages.checked(words.date(found.date), words.number(found.rows)), ...results);
}

type Part = Partial<Entries>;

function meaning(of: MethodTold): Part {
  const { indicator, places, place, messages, manifest } = of;
  return {
    definition: plain(told(of, indicator.definition)),
    unit: plain(told(of, indicator.unit)),
    direction: plain(messages.direction[indicator.direction]),
    place: plain(places.get(place)?.name ?? told(of, manifest.places?.whole)),
  };
}

function calculation(of: MethodTold): Part {
  const { indicator } = of;
  const sources = indicator.sources ?? [];
  return {
    formula: plain(formulaText(of)),
    rows: rowEntries(of),
    sources: sources.flatMap(({ part, title, path }) =>
      linked(of, `${told(of, part)}: ${told(of, title)}`, path),
    ),
    offence: offenceEntries(of),
    // The crosswalk has it already.
    iccs: indicator.offence ? [] : plain(indicator.iccs),
    guide: guideEntries(of),
  };
}

function people(of: MethodTold): Part {
  const { manifest, resource, messages } = of;
  const { steward, custodian, legalBasis, access } = resource?.governance ?? {};
  const publisher = publisherOf(manifest);
  const licenses = resource?.licenses ?? manifest.licenses ?? [];
  return {
    publisher: linked(of, told(of, publisher?.title), publisher?.path ?? manifest.homepage),
    source: (resource?.sources ?? []).flatMap(({ title, path }) => linked(of, told(of, title), path)),
    steward: plain(told(of, steward)),
    custodian: plain(told(of, custodian)),
    legalBasis: plain(told(of, legalBasis)),
    access: plain(access && messages.access[access]),
    license: licenses.flatMap(({ title, name, path }) => linked(of, told(of, title) || (name ?? ''), path)),
  };
}

function dates(of: MethodTold): Part {
  const { resource, words, messages } = of;
  const { completeThrough, provisionalFrom, frequency, nextUpdate, lineage } = resource?.governance ?? {};
  const date = (text: string | undefined): Said[] => plain(text && words.date(text));
  return {
    updated: date(resource?.updated),
    completeThrough: date(completeThrough),
    provisionalFrom: date(provisionalFrom),
    frequency: plain(frequency && messages.frequency[frequency]),
    nextUpdate: date(nextUpdate),
    lineage: plain(
      lineage &&
        joined(
          [
            told(of, lineage.system),
            told(of, lineage.extraction),
            lineage.date === undefined ? '' : words.date(lineage.date),
          ],
          '. ',
        ),
    ),
    version: plain(resource?.version),
  };
}

function quality(of: MethodTold): Part {
  const { indicator, resource, words, messages } = of;
  const { suppression, breaks } = resource?.governance ?? {};
  return {
    results: resultEntries(of),
    thresholds: thresholdEntries(of),
    suppression: plain(
      suppression && messages.suppressed(words.number(suppression.under), told(of, suppression.reason)),
    ),
    comparability: plain(told(of, indicator.comparability)),
    caveats: plain(...(indicator.caveats ?? []).map((each) => told(of, each))),
    breaks: (breaks ?? []).map(({ period, reason }) => ({
      text: messages.broken(words.date(period), told(of, reason)),
    })),
    revisions: revisionEntries(of),
  };
}

/** All that the sheet tells, by its terms. */
export function entriesOf(of: MethodTold): Part {
  return { ...meaning(of), ...calculation(of), ...people(of), ...dates(of), ...quality(of) };
}
