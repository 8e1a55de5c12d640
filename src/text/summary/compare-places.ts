import type { PlaceComparison } from '../../query/compare-places.js';
import type { Period } from '../../table/period.js';
import type { ComparisonMessages } from '../marks-messages.js';
import { valueMarks } from '../status-symbols.js';
import { withUnit } from '../value.js';
import type { Words } from '../words.js';

/** Two equal numbers may differ by less, computed in two ways. */
const NOISE = 1e-9;

/** How the values of both places are written. */
export interface ComparedAs {
  /** Of the place that is compared with. */
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly period: Period;
}

/** A difference in words: percentages differ by points, and our own rounding makes nothing the same. */
function differenceText(difference: number, { unit, decimals }: ComparedAs, words: Words): string {
  let size: string;
  let shown = decimals;
  do size = words.number(Math.abs(difference), shown++);
  while (!/[1-9]/.test(size));
  return /^(%|p[oe]r ?ci?ent)/i.test(unit) ? words.percentagePoints(size) : size;
}

/** `Perú: 8.1 p; 2.6 por encima`; `12.0% del total de Perú (22,361 denuncias)` */
export function tellComparison(
  compared: PlaceComparison,
  as: ComparedAs,
  words: Words,
  messages: ComparisonMessages,
): string {
  const { name, unit, decimals, period } = as;
  if (compared.kind === 'noValue') return messages.noValue(name, period.text && words.period(period));
  const { value, status } = compared.other;
  const number = words.number(value, decimals);
  const mark = valueMarks(status);
  if (compared.kind === 'share') {
    const total = withUnit(number, unit);
    return messages.share(words.percent(compared.percent), name, mark ? `${total}, ${mark}` : total);
  }
  const percent = unit.startsWith('%') ? '%' : '';
  const valued = messages.valued(name, `${number}${percent}${mark && ` ${mark}`}`);
  if (compared.kind === 'few' || compared.kind === 'projected') return valued;
  if (compared.kind !== 'difference') return `${valued}; ${messages.why[compared.kind]}`;
  const { difference } = compared;
  if (Math.abs(difference) < NOISE) return `${valued}; ${messages.same}`;
  const size = differenceText(difference, as, words);
  return `${valued}; ${difference > 0 ? messages.above(size) : messages.below(size)}`;
}
