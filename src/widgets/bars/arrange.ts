import { rank, type Rank } from '../../query/rank.js';
import type { Cell, Entry } from './entries.js';
import { plainName } from './names.js';
import { totalOf } from './total.js';

export type Order = 'value' | 'name' | 'source';

/** An entry in its place: one of all, the reader's own, the sum of others, or what all are compared with. */
export interface Placed {
  readonly kind: 'entry' | 'own' | 'others' | 'reference';
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Its only cell, or the sum of its parts. */
  readonly total: Cell;
  readonly rank?: Rank;
  /** Where it stands by its value alone, with a place or without. */
  readonly standing?: number;
  /** A total of the others, which has no place among them and is in no sum. */
  readonly isTotal?: boolean;
}

export interface Arrangement {
  readonly order: Order;
  /** Only so many of the first places have a bar; the others are put together where they can be added. */
  readonly top: number | undefined;
  /** At most so many bars. */
  readonly limit: number;
  /** Name or code of the reader's own entry, and of the one that all are compared with. */
  readonly highlight: string;
  readonly reference: string;
  readonly canAdd: boolean;
  readonly decimals: number;
  readonly othersName: (count: number) => string;
  /** Which of two names comes first in the reader's language. */
  readonly compareNames: (a: string, b: string) => number;
}

export interface Arranged {
  /** What has a bar, in its order. */
  readonly rows: readonly Placed[];
  readonly reference: Placed | undefined;
  /** What the sum of others is made of. */
  readonly inOthers: readonly Placed[];
  /** What has neither. */
  readonly rest: readonly Placed[];
  /** All but the reference, as the table has them. */
  readonly all: readonly Placed[];
  readonly ranked: number;
}

const standingOf = ({ standing = Infinity }: Placed): number => standing;
const hasValue = ({ total }: Placed): boolean => !Number.isNaN(total.value);

function inOrder(all: readonly Placed[], { order, compareNames }: Arrangement): Placed[] {
  if (order === 'source') return [...all];
  if (order === 'name') return [...all].sort((a, b) => compareNames(a.name, b.name));
  return [...all].sort((a, b) => standingOf(a) - standingOf(b) || 0);
}

/** The last standing that has a bar: those that share a place stay together, unless they are too many beside others. */
function lastPlace(all: readonly Placed[], top: number): number {
  const places = all
    .map(standingOf)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const last = places[top - 1] ?? Infinity;
  const within = places.filter((place) => place <= last).length;
  return within > 2 * top && last > 1 ? last - 1 : last;
}

/** Those that have a bar of their own. */
function chosen(all: readonly Placed[], { top, limit }: Arrangement): Set<Placed> {
  const last = top === undefined ? Infinity : lastPlace(all, top);
  const within = top === undefined ? all : all.filter((each) => standingOf(each) <= last);
  return new Set([...within.slice(0, limit), ...all.filter(({ kind }) => kind === 'own')]);
}

/** The sum of those without a bar, part by part. */
function othersOf(all: readonly Placed[], { decimals, othersName }: Arrangement): Placed {
  const parts = all[0]?.cells.map((_, part) =>
    totalOf(
      all.flatMap(({ cells }) => cells[part] ?? []),
      decimals,
    ),
  );
  const cells = parts ?? [];
  return { kind: 'others', name: othersName(all.length), cells, total: totalOf(cells, decimals) };
}

/** Which entries have a bar, in which order, and what becomes of the others. */
export function arrange(entries: readonly Entry[], how: Arrangement): Arranged {
  const [own, compared] = [plainName(how.highlight), plainName(how.reference)];
  const place = (entry: Entry, kind: Placed['kind']): Placed => ({
    kind,
    name: entry.name,
    cells: entry.cells,
    total: totalOf(entry.cells, how.decimals),
    ...(entry.isTotal && { isTotal: true }),
  });
  const isReference = ({ known }: Entry): boolean => compared !== '' && known.has(compared);
  const found = entries.find(isReference);
  const unranked = entries
    .filter((entry) => entry !== found)
    .map((entry) => place(entry, own !== '' && entry.known.has(own) ? 'own' : 'entry'));
  const { ranks, standings, ranked } = rank(
    unranked.map(({ name, total, isTotal }) => ({ name, ...total, ...(isTotal && { value: NaN }) })),
  );
  const all = inOrder(
    unranked.map((each, index) => {
      const [rank, standing = Infinity] = [ranks[index], standings[index]];
      return { ...each, standing, ...(rank && { rank }) };
    }),
    how,
  );
  const shown = chosen(all, how);
  const left = all.filter((each) => !shown.has(each));
  const [totals, parts] = [left.filter(({ isTotal }) => isTotal), left.filter(({ isTotal }) => !isTotal)];
  const canAdd = how.canAdd && how.top !== undefined && parts.some(hasValue);
  const rows = all.filter((each) => shown.has(each));
  return {
    rows: canAdd ? [...rows, othersOf(parts, how)] : rows,
    reference: found && place(found, 'reference'),
    inOthers: canAdd ? parts : [],
    rest: canAdd ? totals : left,
    all,
    ranked,
  };
}
