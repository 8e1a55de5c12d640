import { basename, dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../engine/engine.js';
import { protocolOfFile } from '../../sources/protocol-of.js';
import { protocolOfAddress } from '../../sources/recognise.js';
import type { PeriodColumn } from '../../table/column.js';
import { periodsBetween } from '../../table/period.js';
import type { Table } from '../../table/table.js';
import { checkRows } from '../check/check-rows.js';
import { TODO } from '../check/check-manifest.js';
import { periodsIn, timeOf } from '../check/resource-time.js';
import type { DraftQuestion, Words } from '../words/words.js';
import type { FileForm } from './describe-file.js';
import { draftFields, draftRoles, type DraftField, type Roles } from './draft-fields.js';
import { columnName } from '../../query/write-where.js';

export interface DraftOptions {
  readonly address: URL;
  /** Where the draft is written; `undefined` for the output. */
  readonly out: string | undefined;
  readonly cwd: string;
  readonly protocol: string | undefined;
  readonly form: FileForm;
}

/** A name as the manifest has them, from a file's or a column's. */
function plainName(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'datos' : plain;
}

/** How the manifest names the data: relative to itself where both are on this computer. */
function pathFor({ address, out, cwd }: DraftOptions): string {
  if (address.protocol !== 'file:') return address.href;
  const path = relative(out === undefined ? cwd : dirname(out), fileURLToPath(address));
  return path.split(sep).join('/');
}

/** With more gaps than this for each period there is, a source never had one after the other. */
const MOST_MISSING = 0.25;
const MOST_PERIODS = 5000;

/** How often there is a new period; `undefined` where the data do not tell. */
function frequencyOf(time: PeriodColumn | undefined): string | undefined {
  const there = time ? periodsIn(time) : [];
  const [first, last] = [there[0], there.at(-1)];
  // What happens on days is seldom published every day.
  if (!first || !last || first.length === 'day') return undefined;
  const expected = periodsBetween(first, last, MOST_PERIODS).length;
  return expected - there.length > there.length * MOST_MISSING ? 'irregular' : first.length;
}

/** The columns that tell rows apart, where they do: time, places and lists, which mostly make a key. */
function keyOf(table: Table, { time, places, codes }: Roles, lists: readonly string[]): string[] | undefined {
  const names = [...time, ...(codes === undefined ? places.map(([, name]) => name) : [codes]), ...lists];
  return names.length > 0 && checkRows(table, names).findings.length === 0 ? names : undefined;
}

function draftIndicator(
  name: string,
  roles: Roles,
  lists: readonly string[],
  fields: readonly DraftField[],
  todo: (question: DraftQuestion) => string,
): object {
  const { measure, time, places } = roles;
  const isCount = fields.find((field) => field.name === measure?.name)?.type === 'integer';
  const column = columnName(measure?.name ?? '');
  const numerator = measure ? (isCount ? `sum(${column})` : column) : 'count()';
  return {
    name: plainName(measure?.name ?? name),
    title: todo('indicator'),
    definition: todo('definition'),
    unit: measure?.unit ?? todo('unit'),
    direction: 'neither',
    resource: name,
    numerator,
    ...(time.length > 0 && { time: time.map(columnName).join(', ') }),
    ...(places.length > 0 && { places: Object.fromEntries(places) }),
    ...(lists.length > 0 && { breakdowns: lists }),
    comparability: todo('denominator'),
    widget: time.length === 0 ? 'card' : 'trend',
  };
}

/** A manifest of one resource and one indicator: what the data tell, and a question wherever a person must decide. */
export function draftManifest({ table, provenance }: Answer, options: DraftOptions, words: Words): object {
  const { address, protocol, form } = options;
  const { metadata } = provenance;
  const todo = (question: DraftQuestion): string => `${TODO} ${words.draft[question]}`;
  const file = basename(decodeURIComponent(address.pathname)).replace(/\.\w+$/, '');
  const name = plainName(file === '' ? address.host : file);
  const fields = draftFields(table, form.decimalChar);
  const roles = draftRoles(table);
  const isPlace = (field: string): boolean => roles.places.some(([, column]) => column === field);
  const lists = fields
    .filter(({ constraints, name }) => constraints?.enum && !isPlace(name))
    .map((each) => each.name);
  const key = keyOf(table, roles, lists);
  const frequency = frequencyOf(timeOf(table, roles.time));
  const spoken = protocol ?? (protocolOfFile(address) === undefined ? protocolOfAddress(address) : undefined);
  const resource = {
    name,
    title: metadata.title ?? todo('resource'),
    path: pathFor(options),
    ...(spoken !== undefined && { protocol: spoken }),
    ...(form.encoding !== undefined && { encoding: form.encoding }),
    ...(form.dialect && { dialect: form.dialect }),
    schema: { fields, ...(key && { primaryKey: key }) },
    sources: [{ title: metadata.publisher ?? todo('source') }],
    governance: { steward: todo('steward'), access: 'public', ...(frequency !== undefined && { frequency }) },
  };
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: todo('title'),
    languages: [words.lang],
    contributors: [{ title: metadata.publisher ?? todo('publisher'), roles: ['publisher'] }],
    licenses: [{ title: metadata.license ?? todo('license') }],
    resources: [resource],
    indicators: [draftIndicator(name, roles, lists, fields, todo)],
  };
}
