import { parseNames } from '../../query/parse-list.js';
import { amount, choice } from '../../text/attribute-values.js';
import type { Order } from './arrange.js';
import type { BarsOptions } from './bars-model.js';

/** More bars than this are shown only when asked for. */
const USUAL_LIMIT = 30;

/** The texts of the widget's attributes. */
export interface BarsTexts {
  readonly value: string;
  readonly per: string;
  readonly by: string;
  readonly period: string;
  readonly limit: string;
  readonly order: string;
  readonly top: string;
  readonly highlight: string;
  readonly reference: string;
  readonly stack: string;
  readonly stackAs: string;
  readonly multiples: string;
  readonly pyramid: string;
  readonly decimalsShown: number | undefined;
  /** Per cent of confidence of the intervals that the question asks for. */
  readonly interval?: string;
}

/** What the question breaks down by: what the page says, and what the bars are parted by. */
export function askedBy({ by, stack, multiples, pyramid }: BarsTexts): string {
  const named = parseNames(by);
  const more = [stack, multiples, pyramid].map((name) => name.trim()).filter((name) => name !== '');
  const wanted = [...new Set(more)].filter((name) => !named.includes(name)).map((name) => `"${name}"`);
  return [by, ...wanted].filter((text) => text.trim() !== '').join(', ');
}

/** What the attributes ask for. `all`: the reader wants every bar. Fails with a DataError that names the attribute. */
export function optionsOf(texts: BarsTexts, all: boolean): BarsOptions {
  const order = choice('order', texts.order, ['value', 'name', 'source']);
  const asPercent = choice('stack-as', texts.stackAs, ['value', 'percent']) === 'percent';
  const top = amount('top', texts.top, '10');
  const limit = amount('limit', texts.limit, String(USUAL_LIMIT)) ?? USUAL_LIMIT;
  const pyramid = texts.pyramid.trim();
  const stack = pyramid === '' ? texts.stack.trim() : '';
  // The rows of a pyramid are ages: they have an order of their own.
  const usual: Order = pyramid === '' ? 'value' : 'source';
  return {
    value: texts.value,
    per: texts.per,
    // A range says which periods there are, not which of them is shown.
    period: texts.period.includes('..') ? '' : texts.period,
    order: (order || usual) as Order,
    top: all ? undefined : top,
    limit: all ? Infinity : limit,
    highlight: texts.highlight.trim(),
    reference: texts.reference.trim(),
    stack,
    asPercent: asPercent && stack !== '',
    pyramid,
    multiples: texts.multiples.trim(),
    decimals: texts.decimalsShown,
    level: /\d*/.exec((texts.interval ?? '').trim())?.[0] ?? '',
  };
}
