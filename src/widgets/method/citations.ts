import { publisherOf } from '../../observatory/publisher.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import type { AboutMessages } from '../../text/messages.js';
import { citeApa, citeBibtex, citePlain, type Cited } from '../figure/citation.js';
import { told, type MethodTold } from './method-told.js';

/** How a figure is cited, in one manner. */
export interface Citation {
  /** `APA`, `BibTeX`. */
  readonly style: string;
  readonly text: string;
  /** For programs, not for readers. */
  readonly isCode: boolean;
}

/**
 * The file of the snapshot that has the indicator for places like this one: it never changes, since its name is made of
 * what it holds.
 */
function keptOf({
  manifest,
  indicator,
  places,
  place,
  base,
}: MethodTold): { path: string; sha256: string } | undefined {
  const cubes = manifest.snapshot?.cubes?.filter((each) => each.indicator === indicator.name) ?? [];
  const level = places.get(place)?.level ?? '';
  const cube = cubes.find((each) => each.level === level) ?? cubes[0];
  return cube && { path: new URL(cube.path, base).href, sha256: cube.sha256 };
}

/** `2026-08-14` as CSL has it: `[[2026, 8, 14]]`. */
function dateParts(
  text: string | undefined,
): { readonly 'date-parts': readonly [readonly number[]] } | undefined {
  const parts = (text ?? '').split('-').map(Number);
  return text === undefined || parts.some(Number.isNaN) ? undefined : { 'date-parts': [parts] };
}

/** A data set in Citation Style Language JSON 1.0.2, which reference managers read. */
function citeCsl(of: MethodTold, cited: Cited): string {
  const { indicator, resource, words } = of;
  const { author, title, url, isoRetrieved, version, hash } = cited;
  const item = {
    id: indicator.name,
    type: 'dataset',
    title,
    author: [{ literal: author }],
    publisher: author,
    issued: dateParts(resource?.updated),
    accessed: dateParts(isoRetrieved),
    URL: url,
    version,
    language: words.lang,
    note: hash === undefined ? undefined : `sha-256: ${hash}`,
  };
  const fields = Object.entries(item).filter(([, value]) => value !== undefined);
  const lines = fields.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `[{\n${lines.join(',\n')}\n}]`;
}

/**
 * How the figure is cited: whose it is, when it was published and read, under which address it stays. Where a snapshot
 * keeps its data, that is the file by the hash of its bytes, and the hash is told.
 */
export function citationsOf(of: MethodTold, retrievedAt: number, about: AboutMessages): Citation[] {
  const { manifest, indicator, resource, places, place, words, base } = of;
  const kept = keptOf(of);
  const publisher = publisherOf(manifest);
  const updated = readIsoPeriod(resource?.updated ?? '');
  const where = places.get(place)?.name;
  const version = resource?.version ?? manifest.version;
  const cited: Cited = {
    author: told(of, resource?.sources?.[0]?.title ?? publisher?.title) || words.sourceUndeclared,
    title: told(of, indicator.title) + (where === undefined ? '' : `, ${where}`),
    year: updated ? String(updated.year) : about.undated,
    url: kept?.path ?? manifest.homepage ?? base,
    retrieved: about.retrieved(words.dateTime(retrievedAt)),
    isoRetrieved: new Date(retrievedAt).toISOString().slice(0, 10),
    dataset: of.messages.dataset,
    ...(version !== undefined && { version }),
    ...(kept && { hash: kept.sha256 }),
  };
  return [
    { style: about.citePlain, text: citePlain(cited), isCode: false },
    { style: 'APA', text: citeApa(cited), isCode: false },
    { style: 'BibTeX', text: citeBibtex(cited), isCode: true },
    { style: 'CSL-JSON', text: citeCsl(of, cited), isCode: true },
  ];
}
