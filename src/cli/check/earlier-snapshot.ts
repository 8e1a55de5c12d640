import * as z from 'zod/mini';
import { readDocument, type Opened } from '../open-manifest.js';

/** What a snapshot's manifest says of its files. */
const Snapshot = z.object({
  snapshot: z.object({
    cubes: z.array(
      z.object({ indicator: z.string(), level: z.string(), time: z.string(), path: z.string() }),
    ),
  }),
});

/** A file of a snapshot, as far as it is needed here. */
const Cube = z.object({
  columns: z.array(
    z.object({
      kind: z.string(),
      words: z.optional(z.array(z.string())),
      codes: z.optional(z.array(z.number())),
      values: z.optional(z.array(z.nullable(z.number()))),
    }),
  ),
});

/** An indicator of the whole country, as an earlier snapshot has it, by its periods. */
export type Earlier = ReadonlyMap<string, number>;

/** The first measure of a cube by its periods: its numerator. */
function byPeriod({ columns }: z.infer<typeof Cube>): Earlier {
  const time = columns.find(({ kind }) => kind === 'period');
  const values = columns.find(({ kind }) => kind === 'number')?.values ?? [];
  const sums = new Map<string, number>();
  values.forEach((value, row) => {
    const period = time?.words?.[time.codes?.[row] ?? -1];
    if (period !== undefined && value !== null) sums.set(period, (sums.get(period) ?? 0) + value);
  });
  return sums;
}

/** The figures of an indicator in an earlier snapshot; `undefined` where it has none of the whole country. */
export async function earlierFigures(
  { document, base }: Opened,
  indicator: string,
  time: string,
  signal: AbortSignal,
): Promise<Earlier | undefined> {
  const read = Snapshot.safeParse(document);
  const file = read.data?.snapshot.cubes.find(
    (each) => each.indicator === indicator && each.level === '' && each.time === time,
  );
  if (!file) return undefined;
  const cube = Cube.safeParse(await readDocument(new URL(file.path, base), base.host, signal));
  return cube.data && byPeriod(cube.data);
}
