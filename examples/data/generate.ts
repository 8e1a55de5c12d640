import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FULL_ROWS, fullPlan, reportsCsv, samplePlan } from './reports-csv.js';
import type { ReportPlan } from './synthetic-reports.js';

const DATA_FOLDER = dirname(fileURLToPath(import.meta.url));
const FILE_NAME = 'denuncias-sinteticas.csv';
const DEFAULT_SEED = 2026;
const MOST_ROWS = 2_000_000;

const HELP = `Writes synthetic police reports in the shape of Peru's open file of reports.

  npm run data                      the full size, ${FULL_ROWS} rows, in examples/data/full/
  npm run data -- --rows 20000      another size
  npm run data -- --sample          rewrites the small committed file in examples/data/

  --rows <n>     data rows, 1 to ${MOST_ROWS} (default ${FULL_ROWS}; not with --sample)
  --seed <n>     whole number from 0; the same seed gives the same bytes (default ${DEFAULT_SEED})
  --out <file>   where to write
  --sample       the small file: 17 districts from January 2023
  --help         this text
`;

class ArgumentError extends Error {}

interface Order {
  readonly sample: boolean;
  readonly rows: number;
  readonly seed: number;
  readonly out: string;
}

/** Runs the command and returns the exit code. */
export async function generate(args: readonly string[]): Promise<number> {
  try {
    const order = readOrder(args);
    if (order === 'help') {
      process.stdout.write(HELP);
      return 0;
    }
    const provinces = await readFile(join(DATA_FOLDER, 'provincias.csv'), 'utf8');
    const { sample, rows, seed, out } = order;
    const plan = sample ? samplePlan(provinces, seed) : fullPlan(provinces, rows, seed);
    await write(plan, out);
    process.stdout.write(`${relative(process.cwd(), out)}: ${plan.rows} rows, seed ${seed}\n`);
    return 0;
  } catch (error) {
    const isArgument = error instanceof ArgumentError;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (isArgument) process.stderr.write('Run with --help for the options.\n');
    return isArgument ? 2 : 1;
  }
}

function readOrder(args: readonly string[]): Order | 'help' {
  const values = parseOptions(args);
  if (values.help) return 'help';
  if (values.sample && values.rows !== undefined) {
    throw new ArgumentError('--sample has its own number of rows: leave out --rows.');
  }
  const folder = values.sample ? DATA_FOLDER : join(DATA_FOLDER, 'full');
  if (values.out === '') throw new ArgumentError('--out needs the name of a file.');
  return {
    sample: values.sample,
    rows: wholeNumber('--rows', values.rows, FULL_ROWS, 1, MOST_ROWS),
    seed: wholeNumber('--seed', values.seed, DEFAULT_SEED, 0, 2 ** 31 - 1),
    out: values.out ?? join(folder, FILE_NAME),
  };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rows: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        sample: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return otherwise;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ArgumentError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

/** Writes beside the target and renames at the end: an interrupted run never leaves half a file under its name. */
async function write(plan: ReportPlan, out: string): Promise<void> {
  const partial = `${out}.partial`;
  await mkdir(dirname(out), { recursive: true });
  try {
    await pipeline(Readable.from(withProgress(plan)), createWriteStream(partial));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

function* withProgress(plan: ReportPlan): Generator<string> {
  const { isTTY } = process.stderr;
  for (const { text, rows } of reportsCsv(plan)) {
    yield text;
    if (isTTY) process.stderr.write(`\r${rows} of ${plan.rows} rows`);
  }
  if (isTTY) process.stderr.write('\r\x1b[K');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await generate(process.argv.slice(2));
}
