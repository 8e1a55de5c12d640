import { STATUS } from '../../table/status.js';
import { joined } from '../../text/joined.js';
import { statusText } from '../../text/spoken.js';
import type { TwinTable } from '../figure/twin-table-model.js';
import type { Arranged, Placed } from './arrange.js';
import { cellText, type Writing } from './cell-words.js';
import { absentAmong } from './total.js';

export interface Tabling {
  readonly kind: 'ranking' | 'stack' | 'pyramid';
  readonly parts: readonly string[];
  /** What readers call the entries, and the charts. */
  readonly header: string;
  readonly panels: string;
}

const hasInterval = ({ total }: Placed): boolean => !!total.interval;
const hasCount = ({ total }: Placed): boolean => !Number.isNaN(total.count ?? NaN);

interface TableColumn {
  readonly header: string;
  readonly cell: (placed: Placed) => string;
}

/** Of a ranking: place, value, cases, interval, status; those that any row has. */
function rankingColumns(
  all: readonly Placed[],
  { words, messages, unit, ...writing }: Writing,
): TableColumn[] {
  const { headers, ordinal } = messages;
  const number = (value: number, decimals = writing.decimals): string => words.number(value, decimals);
  const columns: (TableColumn | false)[] = [
    { header: headers.place, cell: ({ rank }) => (rank ? ordinal(rank.rank) : '') },
    {
      header: unit || headers.total,
      cell: ({ total }) => cellText(total, { words, messages, unit, ...writing }),
    },
    all.some(hasCount) && {
      header: headers.cases,
      cell: ({ total: { count = NaN } }) => (Number.isNaN(count) ? '' : number(count, 0)),
    },
    all.some(hasInterval) && {
      header: headers.interval,
      cell: ({ total: { interval } }) =>
        interval ? words.range(number(interval.low), number(interval.high)) : '',
    },
    all.some(({ total }) => total.status) && {
      header: headers.status,
      cell: ({ total }) =>
        Number.isNaN(total.value)
          ? ''
          : joined(
              [statusText(words, total.status), words.beside?.({ reported: total.reported }) ?? ''],
              '; ',
            ),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Of a composition: each part and the whole; the two sides of a pyramid have no whole. */
function partColumns({ kind, parts }: Tabling, writing: Writing): TableColumn[] {
  const columns = parts.map((header, part) => ({
    header,
    cell: ({ cells }: Placed): string =>
      cellText(cells[part] ?? { value: NaN, status: STATUS.missing }, writing),
  }));
  if (kind === 'pyramid') return columns;
  const total = ({ total, cells }: Placed): string => {
    const missing = absentAmong(cells);
    const text = cellText(total, writing);
    const lacking = writing.messages.partsMissing(missing, cells.length);
    return missing > 0 && missing < cells.length ? `${text} (${lacking})` : text;
  };
  return [...columns, { header: writing.messages.headers.total, cell: total }];
}

/** The same figures as the bars, all of them. */
export function tableOf(
  panels: readonly { readonly name: string; readonly arranged: Arranged }[],
  tabling: Tabling,
  caption: string,
  writing: Writing,
): TwinTable {
  const rowsOf = ({ all, reference }: Arranged): Placed[] => [...all, ...(reference ? [reference] : [])];
  const everything = panels.flatMap(({ arranged }) => rowsOf(arranged));
  const columns =
    tabling.kind === 'ranking' ? rankingColumns(everything, writing) : partColumns(tabling, writing);
  const isParted = tabling.panels !== '';
  return {
    caption,
    headers: [tabling.header, ...(isParted ? [tabling.panels] : []), ...columns.map(({ header }) => header)],
    rows: panels.flatMap(({ name, arranged }) =>
      rowsOf(arranged).map((placed) => ({
        header: placed.name,
        cells: [...(isParted ? [name] : []), ...columns.map(({ cell }) => cell(placed))],
      })),
    ),
  };
}
