import { readFileSync } from 'node:fs';
import { source } from '../../src/sources/csv.js';
import { TableBuilder } from '../../src/table/builder.js';
import type { Table } from '../../src/table/table.js';

/** The rows of a file of the demonstration observatory. */
export async function demoRows(name: string): Promise<Table> {
  const text = readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8');
  const builder = new TableBuilder();
  const part = await source.parse({ url: `https://demo.example/${name}`, text }, builder, {});
  return builder.finish({
    ...(part.notices && { notices: part.notices }),
    ...(part.columns && { columns: part.columns }),
  });
}
