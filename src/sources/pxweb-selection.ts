import { DataError } from '../errors.js';
import type { Query } from '../query/query.js';
import { cellsOf } from './cube.js';
import { codeFilters, MOST_CODES, timeBounds } from './leave-to-service.js';
import { periodsOf } from './statistical-time.js';

/** A variable of a table, as its metadata has it. */
export interface Variable {
  readonly code: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly isTime: boolean;
  /** Left out, it is summed over; any other must be chosen from. */
  readonly canBeLeftOut: boolean;
}

/** What is wanted of a variable. */
export interface Choice extends Variable {
  readonly wanted: readonly string[];
}

export type Selection = readonly Choice[];

/** More requests than this for one table is a burden on the portal. */
const MOST_REQUESTS = 50;

/** The times within bounds, where all can be read as periods. */
function timesWanted({ code, codes, labels }: Variable, query: Query): readonly string[] {
  const periods = periodsOf(codes, labels);
  if (!periods) return codes;
  const { from, to } = timeBounds(query, code);
  return codes.filter((_, index) => {
    const period = periods[index];
    return period && period.start >= from && period.end <= to;
  });
}

/**
 * The codes that a question wants of each variable. Where it wants none that there is, one is asked for: no portal
 * answers a selection of nothing, and the page finds by itself that no row fits.
 */
export function selectionFor(variables: readonly Variable[], query: Query, pushDown: boolean): Selection {
  const filters = pushDown ? codeFilters(query, MOST_CODES) : new Map<string, readonly string[]>();
  return variables.map((variable): Choice => {
    const { code, codes, labels, isTime } = variable;
    const named = filters.get(code);
    let wanted = codes;
    if (isTime && pushDown) wanted = timesWanted(variable, query);
    else if (named)
      wanted = codes.filter((each, place) => named.includes(each) || named.includes(labels[place] ?? each));
    return { ...variable, wanted: wanted.length > 0 ? wanted : codes.slice(-1) };
  });
}

export const isWhole = ({ wanted, codes }: Choice): boolean => wanted.length === codes.length;

/** The selection in parts of which none has more cells than the portal gives: by time first, then by what has most. */
export function partsWithin(selection: Selection, most: number): Selection[] {
  const order = [...selection.keys()].sort((a, b) => {
    const [one, other] = [selection[a], selection[b]];
    return (
      Number(other?.isTime ?? false) - Number(one?.isTime ?? false) ||
      (other?.wanted.length ?? 0) - (one?.wanted.length ?? 0)
    );
  });
  const lengths = selection.map(({ wanted }) => wanted.length);
  for (const place of order) {
    if (cellsOf(lengths) <= most) break;
    const length = lengths[place] ?? 1;
    lengths[place] = Math.max(1, Math.floor((most * length) / cellsOf(lengths)));
  }
  const requests = cellsOf(
    lengths.map((length, place) => Math.ceil((selection[place]?.wanted.length ?? 1) / length)),
  );
  if (requests > MOST_REQUESTS) throw new DataError('too-big', { what: 'rows', limit: most * MOST_REQUESTS });
  return lengths.reduce<Selection[]>(
    (parts, length, place) => parts.flatMap((part) => partedAt(part, place, length)),
    [selection],
  );
}

function partedAt(selection: Selection, place: number, length: number): Selection[] {
  const wanted = selection[place]?.wanted ?? [];
  return Array.from({ length: Math.ceil(wanted.length / length) }, (_, index) =>
    selection.map((choice, at) =>
      at === place ? { ...choice, wanted: wanted.slice(index * length, (index + 1) * length) } : choice,
    ),
  );
}
