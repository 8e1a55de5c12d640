import { isUbigeo, looksLikeCode, looksLikeYears } from '../table/code-column.js';
import type { ColumnDescription } from '../table/describe.js';
import { own } from './json-text.js';
import type { About } from './source.js';

/** What a portal says that a column is: a day without a zone, or a moment that a zone may put into another day. */
export type PortalKind = 'text' | 'number' | 'day' | 'moment';

/**
 * What a column's values are, where a portal says their type. Names tell codes and years, of which a portal may say
 * that they are numbers or texts.
 */
function kindOfColumn(name: string, kind: PortalKind | undefined): ColumnDescription['kind'] {
  if (kind === 'day' || kind === 'moment') return 'period';
  if (looksLikeYears(name, []) || isUbigeo(name)) return undefined;
  return kind === 'number' && looksLikeCode(name, []) ? undefined : kind;
}

/** A column as a portal describes it, without what it leaves empty. */
export function describedColumn(
  name: string,
  portalKind: PortalKind | undefined,
  label: string | null | undefined,
  unit?: string,
): ColumnDescription {
  const kind = kindOfColumn(name, portalKind);
  return { name, ...(label && { label }), ...(unit && { unit }), ...(kind && { kind }) };
}

/** A fact in words that a portal tells of its data. */
export function toldOf(about: About | undefined, fact: string): string | undefined {
  const told = about?.facts && own(about.facts, fact);
  return typeof told === 'string' ? told : undefined;
}

/** Under which name the plan finds what the portal says that a column is. */
export const typeFact = (column: string): string => `type ${column}`;

/** The type of a column, as the portal says it. */
export function typeOf(about: About | undefined, column: string): string | undefined {
  return toldOf(about, typeFact(column));
}
