import type { Answer } from '../../engine/engine.js';
import type { Column } from '../../table/column.js';

/** Whether there is more to say of an answer than its values: what qualifies them, what is missing, what its source notes. */
export function isRemarkable({ table, provenance }: Answer, lag: string): boolean {
  const { partial, metadata } = provenance;
  const qualifies = (column: Column): boolean =>
    column.kind === 'number'
      ? column.role === 'attribute' || column.statuses.some(Boolean)
      : column.kind === 'period' && !!column.breaks;
  return !!(
    lag ||
    partial ||
    metadata.notes ||
    table.notices.some((notice) => notice.isForReaders) ||
    table.columns.some(qualifies)
  );
}
