declare module 'jsonstat-toolkit' {
  export interface JsonStatDataset {
    readonly id: readonly string[];
    readonly size: readonly number[];
    Dimension(name: string): { readonly id: readonly string[] };
    Data(cell: number): { readonly value: number | string | null; readonly status?: string | null };
  }
  /** Reads a document that has been parsed. */
  export default function JSONstat(document: unknown): { Dataset(place: number): JsonStatDataset };
}
