import type { Period } from '../table/period.js';
import type { Query } from './query.js';

/** The question, with from when and until when its rows have data; until when, only where the page does not say so. */
export function withSpan(query: Query, completeFrom?: Period, completeThrough?: Period): Query {
  const { declared } = query;
  const through = declared?.completeThrough ?? completeThrough;
  if (!completeFrom && through === declared?.completeThrough) return query;
  const span = { ...(completeFrom && { completeFrom }), ...(through && { completeThrough: through }) };
  return { ...query, declared: { labels: [], breaks: [], ...declared, ...span } };
}
