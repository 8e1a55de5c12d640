/** What a measure is called that neither the page nor its source names, and what is told of it. */
export interface MeasureMessages {
  /** By how the values became one. */
  readonly made: Readonly<Record<'sum' | 'avg' | 'min' | 'max' | 'count', (column: string) => string>>;
  /** More than can be named in a title. */
  readonly several: string;
  /** Why there is no rate. */
  readonly tooFew: string;
}
