import { isUbigeo, looksLikeCode, looksLikeYears } from '../table/code-column.js';
import type { ColumnDescription } from '../table/describe.js';
import { own } from './json-text.js';
import type { About } from './source.js';

/**
 * What a column's values are, where a portal says their type. Names tell codes and years, of which a portal may say
 * that they are numbers or texts.
 */
export function kindOfColumn(
  name: string,
  said: 'period' | 'text' | 'number' | undefined,
): ColumnDescription['kind'] {
  if (said === 'period') return said;
  if (looksLikeYears(name, []) || isUbigeo(name)) return undefined;
  return said === 'number' && looksLikeCode(name, []) ? undefined : said;
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
