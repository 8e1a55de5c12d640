/** The same values as a chart, as words in rows and columns. */
export interface TwinTable {
  readonly caption: string;
  /** The first one is of the rows' own headers. */
  readonly headers: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly string[] }[];
}
