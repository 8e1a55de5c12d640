import type { CubeFile, Vintage } from '../observatory/schema-snapshot.js';
import { withChangedSince, withVintages, type EarlierAnswer } from '../query/vintages.js';
import { readIsoPeriod } from '../table/period-iso.js';
import type { Table } from '../table/table.js';

/** Earlier files than this are not read: who wants more history has it in the snapshot's folder. */
const MOST_READ = 4;

/** What a snapshot has held, the latest first, and which of them an answer is of. */
export interface Held {
  readonly vintages: readonly Vintage[];
  readonly shown: number;
}

/** How the question is put to what a vintage holds. */
export interface Asking {
  /** The file that has what is asked; `undefined` where the vintage has none. */
  readonly fileIn: (cubes: readonly CubeFile[]) => CubeFile | undefined;
  readonly ask: (file: CubeFile) => Promise<Table>;
}

/** The answers of earlier vintages, the latest first. Files of the same bytes are the same answer: they are not read. */
async function earlierAnswers({ vintages, shown }: Held, { fileIn, ask }: Asking): Promise<EarlierAnswer[]> {
  const found: EarlierAnswer[] = [];
  let later = vintages[shown];
  let last = later && fileIn(later.cubes);
  for (const vintage of vintages.slice(shown + 1)) {
    const file = fileIn(vintage.cubes);
    const until = readIsoPeriod(later?.date ?? '');
    if (!file || !until || found.length === MOST_READ) break;
    if (file.sha256 !== last?.sha256) found.push({ table: await ask(file), until });
    [later, last] = [vintage, file];
  }
  return found;
}

/**
 * The answer of one vintage with what its values were before it, and, where it is not the latest, whether they are
 * others now. An earlier file that is no longer there takes nothing from the answer.
 */
export async function withHistory(answer: Table, held: Held, asking: Asking): Promise<Table> {
  const [latest] = held.vintages;
  const file = held.shown > 0 && latest ? asking.fileIn(latest.cubes) : undefined;
  const [earlier, now] = await Promise.all([
    earlierAnswers(held, asking).catch(() => []),
    file && asking.ask(file).catch(() => undefined),
  ]);
  const told = withVintages(answer, earlier);
  return now && latest ? withChangedSince(told, now, latest.date) : told;
}
