import { asDataError, DataError } from '../errors.js';
import type { Manifest } from '../observatory/manifest.js';
import type { CubeFile } from '../observatory/schema-snapshot.js';
import { parseNames } from '../query/parse-list.js';
import { prepareQuery } from '../query/run-query.js';
import { get } from '../request/get.js';
import type { Limits } from '../request/limits.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import { source } from '../sources/columnar.js';
import type { SourceMetadata } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import type { Table } from '../table/table.js';
import type { Held } from './ask-vintages.js';
import type { Answer, AskOptions, Engine, Otherwise, Question } from './engine.js';
import { manifestQuestion } from './observatory-question.js';
import { pageObservatory } from './page-observatory.js';
import { limitsOf, parseQuestion } from './parse-question.js';
import { textOf } from './reading.js';

type WithOtherwise = Question & { readonly otherwise: Otherwise };

/** All that a snapshot has held, the latest first, and which of it held on a day; without a day, what it holds. */
function heldOn({ snapshot }: Manifest, asOf: string | undefined): Held {
  const { date = '', cubes = [], vintages = [] } = snapshot ?? {};
  const all = [{ date, cubes }, ...vintages];
  const shown = all.findIndex((each) => asOf === undefined || each.date <= asOf);
  if (shown >= 0) return { vintages: all, shown };
  throw new DataError('bad-attribute', {
    attribute: 'as-of',
    value: asOf ?? '',
    expected: all.map((each) => each.date),
  });
}

const LENGTHS = ['day', 'month', 'quarter', 'half', 'year', ''];

/** The columns that the condition of the question looks at. */
async function narrowedBy({ otherwise }: WithOtherwise): Promise<string[]> {
  const where = otherwise.cube?.where ?? '';
  if (where === '') return [];
  const [{ parseWhere }, { conditionColumns }] = await Promise.all([
    import('../query/parse-where.js'),
    import('../query/partials.js'),
  ]);
  return conditionColumns(parseWhere(where));
}

/** The smallest cube that the question can be put to: with its breakdowns, and the shortest periods. */
function cubeFor(
  files: readonly CubeFile[],
  manifest: Manifest,
  question: WithOtherwise,
  narrowed: readonly string[],
): CubeFile | undefined {
  const { cube } = question.otherwise;
  const indicator = manifest.indicators?.find(({ name }) => name === cube?.indicator);
  const places = Object.values(indicator?.places ?? {}).map((told) =>
    typeof told === 'string' ? told : told.column,
  );
  const own = files.filter(({ indicator: name, level }) => name === cube?.indicator && level === cube.level);
  // Periods are in every cube, by whatever column.
  const known = new Set(own.flatMap(({ breakdowns = [] }) => breakdowns));
  const by = [...parseNames(question.by), ...narrowed.filter((name) => known.has(name))].filter(
    (name) => !places.includes(name),
  );
  const fit = own.filter(({ breakdowns = [] }) => by.every((each) => breakdowns.includes(each)));
  const rank = ({ breakdowns = [], time }: CubeFile): number =>
    breakdowns.length * LENGTHS.length + LENGTHS.indexOf(time);
  return fit.sort((a, b) => rank(a) - rank(b))[0];
}

/**
 * Whether bytes are those that the manifest of the snapshot names. A page that is not sent by HTTPS cannot compute it
 * and has no reason to trust the manifest more than the file.
 */
async function requireHash(bytes: Uint8Array, { sha256, path }: CubeFile): Promise<void> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes.slice()));
  const found = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new DataError('malformed', { path, value: found, expected: [sha256] });
}

/** Under which the counts of an indicator's cubes are hidden already; 0 where none are. */
function hiddenUnder({ indicators, resources }: Manifest, file: CubeFile): number {
  const indicator = indicators?.find(({ name }) => name === file.indicator);
  const resource = resources.find(({ name }) => name === indicator?.resource);
  return resource?.governance?.suppression?.under ?? 0;
}

/**
 * The question in the words of a cube: its measures by their columns, its time by the column that it has. `hidden`:
 * under which counts are hidden in it already.
 */
function questionFor(table: Table, question: WithOtherwise, file: CubeFile, hidden: number): Question {
  const [measure, denominator] = table.columns.filter(({ kind }) => kind === 'number');
  const time = table.columns.find(({ kind }) => kind === 'period');
  const verb = (text: string): string => {
    const [, name = ''] = /^\s*([a-z]+)\s*\(/i.exec(text) ?? [];
    return name.toLowerCase() === 'count' ? 'sum' : name;
  };
  const call = (name: string, column: string): string =>
    name === '' ? `[${column}]` : `${name}([${column}])`;
  const [, scale = '', of = ''] = /^\s*(\d+)\s+(?:of|de)\s+(.*)$/i.exec(question.per) ?? [];
  const every = verb(question.time);
  const labels = question.labels
    .split(';')
    .filter((label) => table.columns.some(({ name }) => name === label.split(/[:=]/)[0]?.trim()));
  return {
    ...question,
    value: measure ? call(verb(question.value), measure.name) : '',
    // Inhabitants that the question tells itself are in no cube.
    per: of.startsWith("'")
      ? question.per
      : denominator && scale
        ? `${scale} of ${call(verb(of), denominator.name)}`
        : '',
    time: time ? (every === '' ? `[${time.name}]` : call(every, time.name)) : '',
    where: question.otherwise.cube?.where ?? '',
    // The statuses are in the cube already.
    status: '',
    labels: labels.join(';'),
    suppressUnder: Number(question.suppressUnder) > hidden ? question.suppressUnder : '',
    completeThrough: file.completeThrough ?? question.completeThrough,
    provisionalFrom: file.provisionalFrom ?? question.provisionalFrom,
  };
}

/** As long as answers are kept. */
const LIFETIME = 5 * 60_000;

/** A cube that has been read: its bytes are those that the manifest of the snapshot names. */
interface Cube {
  readonly table: Table;
  readonly url: string;
  readonly metadata: SourceMetadata;
}

/** Figures of one cube share its request and its reading. */
const cubes = new SharedTasks<Cube>(LIFETIME, 4);

async function readCube(url: string, file: CubeFile, limits: Limits, signal: AbortSignal): Promise<Cube> {
  const reply = await get(url, limits, signal);
  await requireHash(reply.bytes, file);
  const text = await textOf(reply, { limits, notices: [] });
  const builder = new TableBuilder();
  const part = await source.parse(text, builder, {});
  const table = await builder.finish({ columns: part.columns ?? [], notices: part.notices ?? [] });
  return { table, url: reply.url, metadata: part.metadata ?? {} };
}

/** The answer of a snapshot: of the cube that has what is asked, checked by its hash. */
async function askSnapshot(question: WithOtherwise, options: AskOptions): Promise<Answer> {
  const { src, asOf } = question.otherwise;
  const address = dataUrl(src, question.base);
  const { host } = address;
  const manifest = await pageObservatory.manifest(
    manifestQuestion({ ...question, src: address.href }),
    options,
  );
  const held = heldOn(manifest, asOf);
  const { date = '', cubes: files = [] } = held.vintages[held.shown] ?? {};
  const { cube } = question.otherwise;
  const narrowed = await narrowedBy(question);
  const fileIn = (all: readonly CubeFile[]): CubeFile | undefined =>
    cubeFor(all, manifest, question, narrowed);
  const file = cube?.where === undefined ? undefined : fileIn(files);
  if (!file) throw new DataError('no-resource', { host, value: cube?.level ?? '' });
  const limits: Limits = await limitsOf(question);
  const cubeOf = (each: CubeFile): Promise<Cube> => {
    const { href } = new URL(each.path, address);
    const key = JSON.stringify([href, each.sha256, limits]);
    return cubes.run(key, options.signal, (signal) => readCube(href, each, limits, signal));
  };
  const ask = async (each: CubeFile): Promise<Table> => {
    const { table } = await cubeOf(each);
    return (
      await prepareQuery(await parseQuestion(questionFor(table, question, each, hiddenUnder(manifest, each))))
    )(table);
  };
  const [read, shown] = await Promise.all([cubeOf(file), ask(file)]);
  const hasHistory = held.vintages.length > 1;
  const table = hasHistory
    ? await (await import('./ask-vintages.js')).withHistory(shown, held, { fileIn, ask })
    : shown;
  const provenance = {
    url: read.url,
    host,
    metadata: read.metadata,
    fetchedAt: Date.parse(date),
    snapshot: { date, isFrozen: asOf !== undefined },
  };
  return { table, provenance };
}

/** The question of another file, whose own address or content tells how it is read. */
function withoutProtocol(question: Question): Question {
  return Object.fromEntries(
    Object.entries(question).filter(([name]) => name !== 'protocol'),
  ) as unknown as Question;
}

/** The answer of a file that the page names, with the source's own columns; its date is the file's. */
async function askFile(
  { otherwise, ...question }: WithOtherwise,
  options: AskOptions,
  engine: Engine,
): Promise<Answer> {
  const { table, provenance } = await engine.ask(
    { ...withoutProtocol(question), src: otherwise.src, source: {} },
    options,
  );
  const said = Date.parse(provenance.metadata.updated ?? provenance.lastModified ?? '');
  return {
    table,
    provenance: { ...provenance, fetchedAt: Number.isNaN(said) ? provenance.fetchedAt : said },
  };
}

/**
 * Answers from the source, and where it cannot be had from what stands in for it: then the answer says why. Mistakes of
 * the page are told as they are.
 */
export async function askOtherwise(asked: Question, options: AskOptions, engine: Engine): Promise<Answer> {
  const { otherwise, ...live } = asked;
  if (!otherwise) return engine.ask(asked, options);
  const question: WithOtherwise = { ...asked, otherwise };
  const ask = (): Promise<Answer> =>
    otherwise.cube ? askSnapshot(question, options) : askFile(question, options, engine);
  if (otherwise.only) return ask();
  try {
    return await engine.ask(live, options);
  } catch (reason) {
    const error = asDataError(reason);
    if (options.signal.aborted || /^bad-(attribute|expression|address)/.test(error.code)) throw reason;
    const answer = await ask().catch(() => undefined);
    if (!answer) throw reason;
    return { ...answer, instead: error };
  }
}
