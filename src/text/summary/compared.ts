import { absenceOf } from '../../table/absence.js';
import { STATUS, type StatusSet } from '../../table/status.js';
import type { ComparedMessages } from '../compared-messages.js';
import { listText } from '../list.js';
import { seriesName } from '../series-name.js';
import { withUnit } from '../value.js';
import type { Words } from '../words.js';
import type { Sentence } from './fit.js';
import { MARKS, markText, type Mark } from './marks.js';

/** One of those compared: a place, a kind of crime. */
export interface Compared {
  readonly name: string;
  /** NaN where there is none. */
  readonly value: number;
  readonly status: StatusSet;
  readonly count?: number;
  /** How many units sent data, of how many, where too few did. */
  readonly reported?: { readonly reported: number; readonly expected: number };
}

/** What keeps a value from being called the highest or lowest: it rests on few cases, is not whole or not yet there. */
const UNSETTLED = ['unreliable', 'incomplete', 'forecast'] as const;
const UNSETTLED_BITS = STATUS.unreliable | STATUS.incomplete | STATUS.forecast;

const hasValue = ({ value }: Compared): boolean => !Number.isNaN(value);
const isSettled = (each: Compared): boolean => hasValue(each) && !(each.status & UNSETTLED_BITS);

const hasMark = (each: Compared, mark: Mark): boolean =>
  hasValue(each) ? mark !== 'tooFew' && (each.status & STATUS[mark]) !== 0 : absenceOf(each) === mark;

/** What is told of: those compared, and how their values are written. */
export interface Comparison {
  readonly all: readonly Compared[];
  readonly unit: string;
  readonly decimals: number;
  /** More than this many are counted, not named. */
  readonly mostNamed: number;
}

/** How those compared in one period are told. */
export class Comparing {
  constructor(
    readonly told: Comparison,
    readonly words: Words,
    readonly messages: ComparedMessages,
  ) {}

  /** `7.2`; a per cent sign stands behind every value, other units only where `measured` says so. */
  number(value: number): string {
    const { decimals, unit } = this.told;
    return withUnit(this.words.number(value, decimals), unit.startsWith('%') ? '%' : '');
  }

  measured(value: number): string {
    const { decimals, unit } = this.told;
    return withUnit(this.words.number(value, decimals), unit);
  }

  /** `Pocos casos (interpretar con cuidado)` */
  mark(mark: Mark): string {
    return markText(mark === 'tooFew' ? this.messages.tooFew : this.words.status[mark]);
  }

  /** `Ica y Lima`, or how many of how many. */
  names(some: readonly Compared[], among: readonly Compared[]): string {
    const { messages, told } = this;
    if (some.length > told.mostNamed) return messages.some(some.length, among.length);
    return listText(
      some.map(({ name }) => seriesName(name, messages.noCategory)),
      messages.and,
    );
  }

  /** What qualifies values or tells why there are none, and whose. */
  caveats(): Sentence[] {
    const { all } = this.told;
    return (['break', 'forecast', ...MARKS] as const).flatMap((mark): Sentence[] => {
      const marked = all.filter((each) => hasMark(each, mark));
      if (marked.length === 0) return [];
      const isOfAll = marked.length === all.length && all.length > 1;
      const whose = isOfAll ? this.messages.all : this.names(marked, all);
      const [first, another] = marked;
      const reported = mark === 'incomplete' && !another ? first?.reported : undefined;
      const told = this.words.beside?.({ reported });
      return [{ kind: mark, text: `${this.mark(mark)}: ${whose}${told ? ` (${told})` : ''}` }];
    });
  }

  /**
   * Which are highest and lowest of the settled values, and what is left out where that goes as far; nothing of
   * order where they differ less than is shown. The value of the only one that has any, whatever qualifies it.
   */
  extremes(): Sentence[] {
    const { messages, told } = this;
    const { all } = told;
    const [only, another] = all.filter(hasValue);
    if (only && !another)
      return [{ kind: 'course', text: `${this.names([only], all)}: ${this.measured(only.value)}` }];
    const settled = all.filter(isSettled);
    const values = settled.map(({ value }) => value);
    const [most, least] = [Math.max(...values), Math.min(...values)];
    if (settled.length < 2) return [];
    const [high, low] = [this.number(most), this.number(least)];
    const unsettled = all.filter((each) => hasValue(each) && !isSettled(each));
    if (high === low) {
      if (unsettled.length > 0) return [];
      return [{ kind: 'course', text: messages.allEqual(this.measured(most), most !== least) }];
    }
    const whose = (number: string): string =>
      this.names(
        settled.filter(({ value }) => this.number(value) === number),
        settled,
      );
    const without = (mayGoAsFar: (each: Compared) => boolean): string => {
      const beyond = unsettled.filter(mayGoAsFar);
      const why = UNSETTLED.filter((mark) => beyond.some(({ status }) => status & STATUS[mark]));
      return why.length === 0
        ? ''
        : messages.without(
            listText(
              why.map((mark) => messages.unsettled[mark]),
              messages.and,
            ),
          );
    };
    // What is not whole may be more, however little of it is there.
    const above = without(({ value, status }) => value >= most || (status & STATUS.incomplete) !== 0);
    const below = without(({ value }) => value <= least);
    return [
      { kind: 'course', text: messages.most(`${whose(high)} (${this.measured(most)})`, above) },
      { kind: 'course', text: messages.least(`${whose(low)} (${low})`, below) },
    ];
  }
}
