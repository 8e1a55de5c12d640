import { readIsoPeriod } from '../table/period-iso.js';
import { localised } from './localised.js';
import { publisherOf } from './publisher.js';
import type { Manifest } from './schema.js';
import type { Governance, Resource } from './schema-resource.js';

/** Attributes by the names of their properties, as a page would write them. */
export type Texts = Readonly<Record<string, string>>;

/** Only what says something. */
export function said(texts: Readonly<Record<string, string | number | undefined>>): Texts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [[name, String(text)]],
    ),
  );
}

/** Words of Frictionless Table Dialect that are attributes of a widget. */
const DIALECT = ['delimiter', 'quoteChar', 'commentChar', 'headerJoin', 'sheetName'] as const;

/** How the file is written, as its description says. */
function dialectTexts({ dialect = {}, schema, encoding }: Resource): Texts {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const list = (value: unknown): string | undefined =>
    Array.isArray(value) ? value.map(String).join(' ') : undefined;
  const marks = (name: 'decimalChar' | 'groupChar'): string | undefined =>
    schema?.fields.map((field) => text(field[name])).find((each) => each !== undefined);
  const missing = (schema?.missingValues ?? []).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  return said({
    ...Object.fromEntries(DIALECT.map((name) => [name, text(dialect[name])])),
    headerRows: dialect['header'] === false ? 'none' : list(dialect['headerRows']),
    commentRows: list(dialect['commentRows']),
    decimalChar: marks('decimalChar'),
    groupChar: marks('groupChar'),
    encoding: encoding !== undefined && !/^utf-?8$/i.test(encoding) ? encoding : '',
    missingValues: missing.join(', '),
  });
}

/** `cantidad: Denuncias; P_MODALIDADES: Modalidad` */
function labelTexts({ schema }: Resource, lang: string): string {
  const labels = (schema?.fields ?? []).flatMap(({ name, title }) => {
    const label = localised(title, lang).replaceAll(';', ',');
    return label === '' || name.includes(';') ? [] : [`${name}: ${label}`];
  });
  return labels.join('; ');
}

/** Months after its end within which a period is there, by how often there is a new one. */
const MONTHS: Readonly<Record<string, number>> = {
  day: 1,
  week: 1,
  month: 2,
  quarter: 6,
  half: 12,
  year: 18,
};
const DAYS_PER_MONTH = 30.44;

/** Months within which a period is expected: until the next update, where the observatory says when that is. */
function lagOf({ frequency, nextUpdate, completeThrough }: Governance): number | undefined {
  const [next, through] = [nextUpdate, completeThrough].map((text) => readIsoPeriod(text ?? ''));
  const promised = next && through ? Math.ceil((next.end - through.end) / DAYS_PER_MONTH) : 0;
  return promised > 0 ? promised : frequency && MONTHS[frequency];
}

/** Whose the data are: as the resource says, else the observatory. */
function publisherTexts(manifest: Manifest, resource: Resource, lang: string): Texts {
  const [source] = resource.sources ?? [];
  const publisher = publisherOf(manifest);
  const contact = manifest.contributors.find(
    ({ roles, email }) => email !== undefined && (roles?.includes('contact') ?? true),
  );
  const [license] = resource.licenses ?? manifest.licenses ?? [];
  return said({
    sourceName: localised(source?.title ?? publisher?.title, lang),
    sourceHref: source ? source.path : (publisher?.path ?? manifest.homepage),
    license: localised(license?.title, lang) || license?.name,
    contact: contact?.email,
  });
}

/** Where the data of a resource are and how they are written. */
export function sourceTexts(resource: Resource, base: string): Texts {
  const { path, protocol } = resource;
  const [first, more] = [path].flat();
  // What the manifest holds itself, and what is in several files, is read by way of the manifest.
  const isWithin = first === undefined || more !== undefined;
  return said({
    ...dialectTexts(resource),
    src: isWithin ? base : new URL(first, base).href,
    protocol: isWithin ? 'datapackage' : protocol,
    resource: isWithin ? resource.name : resource.resource,
    unpivot: resource.unpivot,
    codeSystem: resource.codeSystem,
    codeColumn: resource.codeColumn,
  });
}

/** What a page need not write, since the manifest says it of a resource: where the data are, whose, until when. */
export function resourceTexts(manifest: Manifest, resource: Resource, base: string, lang: string): Texts {
  const { governance = {} } = resource;
  return {
    ...sourceTexts(resource, base),
    ...publisherTexts(manifest, resource, lang),
    ...said({
      labels: labelTexts(resource, lang),
      updatedOn: resource.updated,
      expectedLag: lagOf(governance),
      breaks: (governance.breaks ?? []).map(({ period }) => period).join(', '),
      provisionalFrom: governance.provisionalFrom,
      completeThrough: governance.completeThrough,
    }),
  };
}
