import { capital } from '../capital.js';
import type { PeriodLength } from '../../table/period.js';
import type { SummaryMessages } from '../messages.js';
import { and } from './and.js';
import { measures } from './measures.js';

/** `el 5 dic. 2024`, `el I trim. 2024`, but `2024`, `dic. 2024`. */
const withArticle = (period: string, length: PeriodLength): string =>
  length === 'year' || length === 'month' ? period : `el ${period}`;

export const summary: SummaryMessages = {
  and,
  noCategory: 'sin especificar',
  during: (period, length) => `${length === 'day' ? '' : 'en '}${withArticle(period, length)}`,
  since: (period, length) => `Desde ${withArticle(period, length)}`,
  inPeriods: (count) => `en ${count} periodos`,
  went: (first, firstWhen, last, lastWhen) => `Pasó de ${first} ${firstWhen} a ${last} ${lastWhen}`,
  only: (value, when) => `Fue ${value} ${when}`,
  stayed: (value, firstWhen, lastWhen) => `Fue ${value} tanto ${firstWhen} como ${lastWhen}`,
  extremes: (most, least) => `Máximo: ${most}. Mínimo: ${least}`,
  extremesSince: (since, most, least) => `${since}, máximo: ${most}; mínimo: ${least}`,
  broken: (when) => `${capital(when)} cambió la forma de medir: lo anterior no es comparable`,
  brokenOften: (count, lastWhen) =>
    `La forma de medir cambió ${count} veces, la última ${lastWhen}: lo anterior no es comparable`,
  tooFew: measures.tooFew,
  series: (count) => `${count} series`,
  ranked: (when, most, least) => `Valor más alto ${when}: ${most}. Valor más bajo: ${least}`,
  allEqual: (value, when, isRounded) =>
    `Todas tienen el mismo valor${isRounded ? ' redondeado' : ''} ${when}: ${value}`,
};
