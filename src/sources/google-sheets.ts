import { DataError } from '../errors.js';
import { decode } from '../request/decode.js';
import type { TableBuilder } from '../table/builder.js';
import { source as csv } from './csv.js';
import { textIn } from './descriptor-text.js';
import { isObject, own, parseJson } from './json-text.js';
import { refusePages } from './not-data.js';
import { refusal, wrongAddress } from './refusal.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

/** `…/spreadsheets/d/<id>/…`, at times of one account among several, and `…/d/e/<id>/…` of what is published. */
const SHEETS = /^\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)(?:\/(.*))?$/;

/** A parameter of an address, which Google also writes after `#`. */
function parameter(address: URL, name: string): string | undefined {
  const inHash = new URLSearchParams(address.hash.slice(1)).get(name);
  return address.searchParams.get(name) ?? inHash ?? undefined;
}

/** Whether the page counts rows of the sheet itself, of which Google's queries know nothing. */
function countsRows({ headerRows, commentRows }: SourceOptions): boolean {
  return [headerRows, commentRows].some(
    (text) => text !== undefined && text.trim() !== '' && text.trim() !== '1',
  );
}

/** The address at which a sheet is CSV. */
function csvAddress(address: URL, options: SourceOptions): URL {
  const found = SHEETS.exec(address.pathname);
  if (!found) throw wrongAddress(address, 'https://docs.google.com/spreadsheets/d/…');
  const [, published, id = '', action = ''] = found;
  const wanted = options.sheetName;
  const sheet = wanted ?? parameter(address, 'sheet');
  const gid = wanted === undefined ? parameter(address, 'gid') : undefined;
  const url = new URL(`/spreadsheets/d/${published ?? ''}${id}/`, address.origin);
  const given = url.searchParams;
  const key = parameter(address, 'resourcekey');
  if (key !== undefined) given.set('resourcekey', key);
  if (gid !== undefined) given.set('gid', gid);
  const isExport = action.startsWith('export') || (countsRows(options) && sheet === undefined);
  if (published && sheet === undefined) {
    url.pathname += 'pub';
    given.set('single', 'true');
    given.set('output', 'csv');
  } else if (isExport && sheet === undefined) {
    url.pathname += 'export';
    given.set('format', 'csv');
  } else {
    url.pathname += 'gviz/tq';
    given.set('tqx', 'out:csv');
    // Not told, Google guesses how many rows are the header, and joins them.
    given.set('headers', parameter(address, 'headers') ?? '1');
    if (sheet !== undefined) given.set('sheet', sheet);
    for (const name of ['tq', 'range']) {
      const value = parameter(address, name);
      if (value !== undefined) given.set(name, value);
    }
  }
  return url;
}

/** What Google says where it gives no rows, in the words of its queries. */
async function refuseAnswer(text: string, host: string): Promise<void> {
  const answer = /^(?:\/\*O_o\*\/\s*)?google\.visualization\.Query\.setResponse\((.*)\);?$/s.exec(text);
  if (!answer) return;
  const said = await parseJson(answer[1] ?? '', host);
  const errors = isObject(said) ? own(said, 'errors') : undefined;
  const [first] = Array.isArray(errors) ? errors.filter(isObject) : [];
  const reason = first && textIn(first, 'reason');
  if (reason === 'user_not_authenticated' || reason === 'access_denied')
    throw new DataError('not-public', { host });
  throw refusal(host, first && textIn(first, 'detailed_message', 'message'));
}

/** A page to sign in, where the sheet should be; Google answers 200 with it. */
const SIGN_IN = /accounts\.google\.com|ServiceLogin|signin|Sign in|Iniciar sesi[oó]n/i;

async function parse(
  { url, text: known, bytes }: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
): Promise<Part> {
  const { host } = new URL(url);
  const text = bytes ? (await decode(bytes, 'text/csv; charset=utf-8')).text : known;
  const isPage = /^\s*<[a-z!?]/i.test(text);
  if (/(^|\.)accounts\.google\.com$/.test(host) || (isPage && SIGN_IN.test(text.slice(0, 200_000)))) {
    throw new DataError('not-public', { host });
  }
  refusePages(text, host);
  await refuseAnswer(text.trim(), host);
  return csv.parse({ url, text }, builder, options);
}

/** Google Sheets, shared with whoever has the link or published: one sheet as CSV. */
export const source: Source = {
  readsBytes: true,
  plan: (address, _query, options) => ({ url: csvAddress(address, options).href, pushedDown: false }),
  parse,
};
