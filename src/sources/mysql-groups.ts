import { canGroup } from '../query/partials.js';
import type { Condition, Query } from '../query/query.js';
import { looksLikeCode } from '../table/code-column.js';
import { isObject, own } from './json-text.js';
import { refusal } from './refusal.js';

/** Numbers that a database keeps as they are written, so that a sum of them is the page's. */
const EXACT = /^(big|small|tiny|medium)?int|^(integer|serial|numeric|decimal)/i;
/** A year, a month, a date, a code: nothing that is the same in capitals or with an accent. */
const NO_LETTERS = /^[\d\s.:/-]*$/;

/** Whether the condition compares with words. */
function comparesWords(condition: Condition): boolean {
  if ('left' in condition) return comparesWords(condition.left) || comparesWords(condition.right);
  if ('of' in condition) return comparesWords(condition.of);
  if (condition.kind === 'null') return false;
  return (condition.kind === 'in' ? condition.values : [condition.value]).some(({ isText }) => isText);
}

/**
 * Whether a portal on MySQL may be asked to put rows together. It takes `LIMA` and `Lima` for the same, so that it is
 * not asked to group by words.
 */
export function mayGroup(query: Query): boolean {
  const isByCode = query.by.every((name) => looksLikeCode(name, []));
  return canGroup(query) && isByCode && !(query.where && comparesWords(query.where));
}

/** Groups, the columns they are made by, what is measured in them, and the types of the table's columns. */
export interface PortalGroups {
  readonly records: readonly unknown[];
  readonly groups: readonly string[];
  readonly measured: readonly string[];
  /** The names in each record of what was to be computed. */
  readonly parts: readonly string[];
  readonly types: ReadonlyMap<string, string>;
}

/**
 * Fails where a portal may have put together what the page keeps apart, added up texts as its database likes, or not
 * understood what it was to compute: then it is asked for the rows.
 */
export function refuseInexact({ records, groups, measured, parts, types }: PortalGroups, host: string): void {
  const isExact = (name: string): boolean => EXACT.test(types.get(name) ?? '');
  const inexact = groups.filter((name) => !isExact(name));
  const isPlain = (record: unknown): boolean => {
    if (!isObject(record) || ![...groups, ...parts].every((name) => Object.hasOwn(record, name)))
      return false;
    return inexact.every((name) => {
      const value = own(record, name) ?? '';
      return typeof value === 'number' || (typeof value === 'string' && NO_LETTERS.test(value));
    });
  };
  if (measured.every(isExact) && records.every(isPlain)) return;
  throw refusal(host, [...groups, ...measured].join(', '));
}
