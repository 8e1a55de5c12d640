import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';

/** An empty numeric cell is null, as in a database; an empty text stays an empty text. */
export type Cell = string | number | null;

export interface Column {
  readonly id: string;
  readonly type: 'numeric' | 'text';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads a CSV file the way a portal pushes it into its database. */
export async function readTable(path: string, numericColumns: readonly string[]): Promise<Table> {
  const parsed = Papa.parse<string[]>(await readFile(path, 'utf8'), { skipEmptyLines: true });
  const [header = [], ...lines] = parsed.data;
  const columns = header.map((id): Column => ({
    id,
    type: numericColumns.includes(id) ? 'numeric' : 'text',
  }));
  // A name repeats in thousands of rows; keeping one copy of each makes the full file fit easily.
  const texts = new Map<string, string>();
  const keepOnce = (text: string): string => {
    const kept = texts.get(text);
    if (kept !== undefined) return kept;
    texts.set(text, text);
    return text;
  };
  const rows = lines.map((line) =>
    columns.map(({ type }, index): Cell => {
      const text = line[index] ?? '';
      return type === 'numeric' ? numberOf(text) : keepOnce(text);
    }),
  );
  return { columns, rows };
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
