import { isTooFew } from '../../table/too-few.js';
import { STATUS, type StatusName, type StatusSet } from '../../table/status.js';
import { listText } from '../list.js';
import type { BarsSummaryMessages } from '../bars-messages.js';
import { seriesName } from '../series-name.js';
import { withUnit } from '../value.js';
import type { Words } from '../words.js';
import { fit, shorten, type Sentence } from './fit.js';

/** More items than this are counted, not named. */
const MOST_NAMED = 4;
/** A longer title leaves no room for what is told of it. */
const MOST_WORDS_OF_TITLE = 40;

/** One of those compared. */
export interface BarSummarised {
  readonly name: string;
  /** NaN where there is none. */
  readonly value: number;
  readonly status: StatusSet;
  readonly count?: number;
}

export interface BarsSummarised {
  /** What it is, where, when: `Tasa de homicidios, Perú, 2024`. */
  readonly what: string;
  readonly unit: string;
  readonly decimals: number;
  readonly bars: readonly BarSummarised[];
  /** The reader's own with its place in words, and what all are compared with. */
  readonly own: (BarSummarised & { readonly place: string }) | undefined;
  readonly reference: BarSummarised | undefined;
  /** Of a composition: the largest part of the total, and its share. */
  readonly largest: { readonly name: string; readonly share: string } | undefined;
}

const MARKS = [
  'break',
  'forecast',
  'provisional',
  'incomplete',
  'estimated',
  'revised',
  'unreliable',
  'missing',
  'suppressed',
  'tooFew',
  'notApplicable',
] as const;
type Mark = (typeof MARKS)[number];

const hasValue = ({ value }: BarSummarised): boolean => !Number.isNaN(value);
/** Whether it may be the highest or lowest: it is there, whole and of the past. */
const isSettled = (each: BarSummarised): boolean =>
  hasValue(each) && !(each.status & (STATUS.incomplete | STATUS.forecast));

/** Why there is no value, for one reason. */
function reasonOf(each: BarSummarised): Mark {
  if (isTooFew(each)) return 'tooFew';
  if (each.status & STATUS.suppressed) return 'suppressed';
  return each.status & STATUS.notApplicable ? 'notApplicable' : 'missing';
}

const hasMark = (each: BarSummarised, mark: Mark): boolean =>
  hasValue(each) ? mark !== 'tooFew' && (each.status & STATUS[mark]) !== 0 : reasonOf(each) === mark;

/** How names, values and marks are written in one summary. */
class Teller {
  constructor(
    readonly told: BarsSummarised,
    readonly words: Words,
    readonly messages: BarsSummaryMessages,
  ) {}

  number(value: number): string {
    const number = this.words.number(value, this.told.decimals);
    return this.told.unit.startsWith('%') ? withUnit(number, '%') : number;
  }

  measured(value: number): string {
    return withUnit(this.words.number(value, this.told.decimals), this.told.unit);
  }

  names(names: readonly string[]): string {
    const { and, noCategory } = this.messages;
    return listText(
      names.map((name) => seriesName(name, noCategory)),
      and,
    );
  }

  /** `Pocos casos (interpretar con cuidado)` */
  mark(mark: Mark): string {
    const said = mark === 'tooFew' ? this.messages.tooFew : this.words.status[mark satisfies StatusName];
    const word = said.replace(/: (.*)/, ' ($1)');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }

  /** What qualifies values or tells why there are none, and whose. */
  caveats(): Sentence[] {
    const { bars } = this.told;
    return MARKS.flatMap((mark): Sentence[] => {
      const marked = bars.filter((each) => hasMark(each, mark));
      if (marked.length === 0) return [];
      const named =
        marked.length > MOST_NAMED
          ? this.messages.some(marked.length, bars.length)
          : this.names(marked.map(({ name }) => name));
      const whose = marked.length === bars.length && bars.length > 1 ? this.messages.all : named;
      return [{ kind: mark, text: `${this.mark(mark)}: ${whose}` }];
    });
  }

  /** Which are highest and lowest; nothing of order where they differ less than is shown. */
  extremes(): Sentence[] {
    const settled = this.told.bars.filter(isSettled);
    const values = settled.map(({ value }) => value);
    const [most, least] = [Math.max(...values), Math.min(...values)];
    if (settled.length < 2) return [];
    const [high, low] = [this.number(most), this.number(least)];
    if (high === low) {
      const isSame = most === least;
      return isSame ? [{ kind: 'course', text: this.messages.allEqual(this.measured(most)) }] : [];
    }
    const whose = (number: string): string => {
      const names = settled.filter(({ value }) => this.number(value) === number).map(({ name }) => name);
      return names.length > MOST_NAMED ? this.messages.some(names.length, settled.length) : this.names(names);
    };
    return [
      { kind: 'course', text: this.messages.most(`${whose(high)} (${this.measured(most)})`) },
      { kind: 'course', text: this.messages.least(`${whose(low)} (${low})`) },
    ];
  }

  /** The reader's own and what all are compared with. */
  named(): Sentence[] {
    const { own, reference } = this.told;
    const tell = (each: BarSummarised, place: string, kind: 'own' | 'reference'): Sentence => {
      const value = hasValue(each) ? this.number(each.value) : this.mark(reasonOf(each)).toLowerCase();
      return { kind, text: this.messages.named(each.name, value, place) };
    };
    return [
      ...(own ? [tell(own, own.place, 'own')] : []),
      ...(reference ? [tell(reference, '', 'reference')] : []),
    ];
  }
}

/** Bars in at most 60 words, made from their data; what is least important is left out. Never more precise than the data. */
export function summariseBars(told: BarsSummarised, words: Words, messages: BarsSummaryMessages): string {
  const teller = new Teller(told, words, messages);
  const { bars, largest } = told;
  return fit([
    { kind: 'what', text: shorten(told.what, MOST_WORDS_OF_TITLE) },
    { kind: 'series', text: messages.count(bars.length) },
    ...teller.extremes(),
    ...(largest
      ? [{ kind: 'largest' as const, text: messages.largestPart(largest.name, largest.share) }]
      : []),
    ...teller.named(),
    ...teller.caveats(),
  ]);
}
