/** What those compared in one period are told with, in parts of sentences: without a full stop. */
export interface ComparedMessages {
  /** The word before the last of a list. */
  readonly and: (last: string) => string;
  readonly noCategory: string;
  /** Why there is no rate. */
  readonly tooFew: string;
  /** `without`: what is left out, as the message of that name writes it; `''` for nothing. */
  readonly most: (told: string, without: string) => string;
  readonly least: (told: string, without: string) => string;
  readonly without: (which: string) => string;
  /** Values that are not called highest or lowest. */
  readonly unsettled: Readonly<Record<'unreliable' | 'incomplete' | 'forecast', string>>;
  /** `isRounded`: they are the same only as they are shown. */
  readonly allEqual: (value: string, isRounded: boolean) => string;
  /** A status that all values have; that so many of them have. */
  readonly all: string;
  readonly some: (count: number, all: number) => string;
}
