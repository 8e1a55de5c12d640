/** The choice between a rate and the count that it is made of. */
export interface RateSwitchMessages {
  /** What the choice is about. */
  readonly label: string;
  readonly rate: string;
  readonly count: string;
  /** Said after choosing: the title of what is shown. */
  readonly shown: (heading: string) => string;
  /** What a reader must know of counts. */
  readonly caution: string;
}
