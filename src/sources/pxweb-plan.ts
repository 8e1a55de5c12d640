import type { Query } from '../query/query.js';
import { variablesIn } from './pxweb-about.js';
import { placeOf } from './pxweb-place.js';
import {
  isWhole,
  partsWithin,
  selectionFor,
  type Choice,
  type Selection,
  type Variable,
} from './pxweb-selection.js';
import type { About, Ask, Plan, SourceOptions } from './source.js';

/** What a portal gives at once that does not say how much: PxWeb's own default. */
const USUAL_MOST = 10_000;

/** The metadata of a table: what can be chosen of it. */
export function planAbout(address: URL): Ask | undefined {
  const { table2 } = placeOf(address);
  if (!table2) return { url: `${address.origin}${address.pathname}` };
  const lang = address.searchParams.get('lang');
  table2.pathname += '/metadata';
  table2.search = lang === null ? '' : String(new URLSearchParams({ lang }));
  return { url: table2.href };
}

function dataOf(table: URL): URL {
  const url = new URL(table);
  url.pathname += '/data';
  if (![...url.searchParams.keys()].some((name) => /^outputformat$/i.test(name)))
    url.searchParams.set('outputFormat', 'json-stat2');
  return url;
}

/** A selection that the page has written, with all of what it does not choose and must. */
function chosenByPage(table: URL, variables: readonly Variable[] = []): URL {
  const url = dataOf(table);
  const named = new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()));
  for (const { code, canBeLeftOut } of variables) {
    const hasList = named.has(`codelist[${code}]`.toLowerCase());
    if (named.has(`valuecodes[${code}]`.toLowerCase()) || (canBeLeftOut && !hasList)) continue;
    url.searchParams.set(`valueCodes[${code}]`, '*');
  }
  return url;
}

function codesOf({ wanted, ...choice }: Choice): string {
  // Commas part codes, and have no other way to be written.
  const isAll = isWhole({ ...choice, wanted }) || wanted.some((code) => code.includes(','));
  return isAll ? '*' : wanted.join(',');
}

function ask2(table: URL, selection: Selection): Ask {
  const url = dataOf(table);
  for (const choice of selection) url.searchParams.set(`valueCodes[${choice.code}]`, codesOf(choice));
  return { url: url.href };
}

/** PxWeb 1 takes a selection by POST only; as plain text, no browser asks for permission first. */
function ask1(address: URL, selection: Selection, format: string): Ask {
  const query = selection.map((choice) => ({
    code: choice.code,
    selection: isWhole(choice) ? { filter: 'all', values: ['*'] } : { filter: 'item', values: choice.wanted },
  }));
  const url = `${address.origin}${address.pathname}`;
  return { url, body: JSON.stringify({ query, response: { format } }) };
}

function planSelection(
  variables: readonly Variable[],
  query: Query,
  pushDown: boolean,
  most: number,
  ask: (selection: Selection) => Ask,
): Plan {
  const selection = selectionFor(variables, query, pushDown);
  const [first, ...more] = partsWithin(selection, most).map(ask);
  const pushedDown = pushDown && !selection.every(isWhole);
  return { ...(first ?? ask(selection)), pushedDown, ...(more.length > 0 && { more }) };
}

/** The cells that a question wants, in as many requests as the portal's cap makes necessary. */
export function plan(
  address: URL,
  query: Query,
  _options: SourceOptions,
  pushDown: boolean,
  about?: About,
): Plan {
  const variables = variablesIn(about);
  const { table2, isChosen } = placeOf(address);
  const { most: told } = about?.facts ?? {};
  const most = typeof told === 'number' ? told : USUAL_MOST;
  if (table2) {
    if (isChosen || !variables) return { url: chosenByPage(table2, variables).href, pushedDown: false };
    return planSelection(variables, query, pushDown, most, (selection) => ask2(table2, selection));
  }
  if (!variables || variables.length === 0) return { url: address.href, pushedDown: false };
  // Where the format of today is refused, the one of old servers is asked for.
  const format = pushDown ? 'json-stat2' : 'json-stat';
  const planned = planSelection(variables, query, pushDown, most, (selection) =>
    ask1(address, selection, format),
  );
  return { ...planned, pushedDown: pushDown };
}
