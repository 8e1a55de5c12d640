import { at, type NumberColumn } from '../../table/column.js';
import { columnsOf, type Table } from '../../table/table.js';
import type { Opened } from '../open-manifest.js';
import { earlierFigures } from './earlier-snapshot.js';
import type { Finding } from './finding.js';

/** Where a figure is a rate, the count behind it. */
function countOf(table: Table): NumberColumn | undefined {
  const [count] = columnsOf(table, 'attribute').filter(
    (column) => column.kind === 'number' && column.bound === undefined,
  );
  const [measure] = columnsOf(table, 'measure');
  const found = count ?? measure;
  return found?.kind === 'number' ? found : undefined;
}

/**
 * How an indicator's figures have changed since an earlier snapshot, period by period: the largest change, as a share
 * of what there was. Over what the manifest allows it is a fault; where it says nothing, only told.
 */
export async function checkDrift(
  table: Table,
  indicator: string,
  most: number | undefined,
  against: Opened,
  signal: AbortSignal,
): Promise<Finding[]> {
  const [time] = columnsOf(table, 'time');
  const count = countOf(table);
  if (time?.kind !== 'period' || !count) return [];
  const length = time.periods[0]?.length ?? '';
  const earlier = await earlierFigures(against, indicator, length, signal);
  if (!earlier) return [];
  const changes = Array.from(time.codes).flatMap((code, row) => {
    const period = time.periods[code]?.text ?? '';
    const [before, now] = [earlier.get(period), at(count.values, row)];
    if (before === undefined || Number.isNaN(now) || before === now) return [];
    return [{ period, before, now, change: Math.abs(now - before) / Math.max(1, Math.abs(before)) }];
  });
  const [largest] = changes.sort((a, b) => b.change - a.change);
  if (!largest) return [];
  const isRemark = most === undefined || largest.change <= most;
  return [
    {
      ...{ code: 'drift', indicator, period: largest.period, value: String(largest.now) },
      ...{ expected: [String(largest.before)], count: changes.length },
      ...(isRemark && { isRemark }),
    },
  ];
}
