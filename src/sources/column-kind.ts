import { isUbigeo, looksLikeCode, looksLikeYears } from '../table/code-column.js';
import type { ColumnDescription } from '../table/describe.js';

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
