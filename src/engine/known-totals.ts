import { conditionColumns } from '../query/partials.js';
import { EMPTY_QUERY, type Query } from '../query/query.js';
import { totalRows, totalWords } from '../query/total-rows.js';
import type { About, Ask, Plan, Source, SourceOptions } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import { findColumn, type Table } from '../table/table.js';
import { askOffered } from './offers.js';
import { readReply, replyTo, type Expected } from './read-reply.js';
import type { Reading } from './reading.js';

/**
 * What puts rows together for the page, and what the number of rows is called in it where only rows tell what columns
 * there are. Of the others a question has a cell for each of its parts: none is put together unseen.
 */
const GROUPING: Readonly<Record<string, string>> = {
  ckan: 'limit',
  dkan: 'limit',
  dkan2: 'limit',
  socrata: '',
  opendatasoft: '',
  arcgis: '',
  odata: '$top',
};
/** Few, so that every portal gives them. */
const SAMPLE = '20';
/** A column of more pages of words than this names single records, no classes. */
const MOST_PAGES = 20;
/** As tables mostly write it: looked for where there are more words than that. */
const USUAL = ['total', 'total general', 'total nacional', 'todos'].flatMap((word) => [
  word,
  word.toUpperCase(),
  word.charAt(0).toUpperCase() + word.slice(1),
]);

/** Where a question is asked. */
export interface Portal {
  readonly source: Source;
  readonly protocol: string;
  readonly address: URL;
  readonly options: SourceOptions;
  readonly about: About | undefined;
}

/** What a request gave, and whether there is more of it. */
interface Read {
  readonly table: Table;
  readonly isPart: boolean;
}

/** Which columns have no totals, by the requests that ask for their words; for the page's life. */
const known = new Map<string, Promise<boolean>>();

const isNumber = ({ kind }: { readonly kind?: string }): boolean => kind === 'number' || kind === 'period';

/** Finds out whether what a question puts together unseen may have totals among it. */
class Looking {
  readonly #portal: Portal;
  readonly #reading: Reading;

  constructor(portal: Portal, reading: Reading) {
    this.#portal = portal;
    this.#reading = reading;
  }

  #plan(query: Query, pushDown: boolean): Plan {
    const { source, address, options, about } = this.#portal;
    return source.plan(address, query, options, pushDown, about);
  }

  /**
   * Rows apart from those of the question, and whether there are more than were read. A portal that does not know how
   * gives nothing else instead.
   */
  async #read(plan: Plan, most = MOST_PAGES): Promise<Read> {
    const { protocol, options, about, address } = this.#portal;
    const expected: Expected = { protocol, options, about, address };
    const nothing: Plan = { url: plan.url, pushedDown: false };
    const builder = new TableBuilder();
    const columns = [...(about?.columns ?? [])];
    const reading: Reading = { ...this.#reading, builder, notices: [], columns };
    const { read } = await askOffered(
      { ...plan, otherwise: nothing },
      (each) =>
        each === nothing
          ? Promise.reject(new Error('Not offered'))
          : readReply(replyTo(each, reading), expected, reading),
      reading.signal,
    );
    const { total = 0, more = [] } = read.part;
    let { next, isPart = false } = read.part;
    let rest = more.slice(0, most).map((url): Ask => ({ url }));
    for (let page = 0; page < most && (rest.length > 0 || next); page++) {
      const [ask = next, ...others] = rest;
      if (!ask) break;
      const { part } = await readReply(replyTo(ask, reading), expected, reading);
      if (rest.length === 0) ({ next, isPart = false } = part);
      rest = others;
    }
    const isMore = isPart || next !== undefined || total > builder.length;
    return { table: await builder.finish({ decimal: undefined, notices: [], columns }), isPart: isMore };
  }

  /** The columns of which it must be known, or the totals found already among the first rows. */
  async #columns(named: ReadonlySet<string>): Promise<readonly string[] | 'totals'> {
    const { about, protocol } = this.#portal;
    const open = (columns: readonly { readonly name: string; readonly kind?: string }[]): string[] =>
      columns
        .filter((each) => !named.has(each.name) && !isNumber(each) && each.name !== about?.facts?.['id'])
        .map(({ name }) => name);
    if (about?.columns) return open(about.columns);
    const rows = new URL(this.#plan(EMPTY_QUERY, false).url);
    rows.searchParams.set(GROUPING[protocol] ?? '', SAMPLE);
    const { table } = await this.#read({ url: rows.href, pushedDown: false }, 0);
    const columns = open(table.columns);
    return totalRows(table).some(({ column = '' }) => columns.includes(column)) ? 'totals' : columns;
  }

  /** Whether a column has no total among its words. */
  async #isPlain(column: string): Promise<boolean> {
    const count = { aggregate: 'count', column: null } as const;
    const plan = this.#plan({ ...EMPTY_QUERY, measures: [count], by: [column], isOfWords: true }, true);
    if (!plan.pushedDown) return false;
    const { table, isPart } = await this.#read(plan);
    if (!isPart) return totalRows(table).every((each) => each.column !== column);
    const values = USUAL.map((text) => ({ text, isText: true }));
    const usual = this.#plan({ ...EMPTY_QUERY, isOpen: true, where: { kind: 'in', column, values } }, true);
    if (!usual.pushedDown) return false;
    const found = findColumn((await this.#read(usual, 0)).table, column);
    return found?.kind !== 'text' || !totalWords(found).includes(true);
  }

  #remembered(column: string): Promise<boolean> {
    const { address, options } = this.#portal;
    const key = JSON.stringify([address.href, options, column]);
    if (this.#reading.fresh) known.delete(key);
    const before = known.get(key);
    if (before) return before;
    // What could not be heard may be heard the next time.
    const asked = this.#isPlain(column).catch(() => (known.delete(key), false));
    known.set(key, asked);
    return asked;
  }

  async none({ time, by, where }: Query): Promise<boolean> {
    const named = new Set([...time, ...by, ...(where ? conditionColumns(where) : [])]);
    const columns = await this.#columns(named).catch(() => 'totals' as const);
    if (columns === 'totals') return false;
    return (await Promise.all(columns.map((column) => this.#remembered(column)))).every(Boolean);
  }
}

/**
 * The question that puts rows together, as a portal may be asked it. Rows that are totals of the others are left out where rows are put together,
 * by the words of columns that the question does not name: those a portal would add up with their parts, and not send
 * to a page that asks for some columns. Unless it is known that there are none, all columns of the rows are asked for.
 */
export async function withoutHiddenTotals(query: Query, portal: Portal, reading: Reading): Promise<Query> {
  if (!Object.hasOwn(GROUPING, portal.protocol)) return query;
  return (await new Looking(portal, reading).none(query)) ? query : { ...query, isOpen: true };
}
