import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, UsageError, type Io } from '../io.js';
import { addressOf } from '../open-manifest.js';
import { readOptions, wordsFor } from '../options.js';
import { MOST_BYTES } from '../read-resource.js';
import { describeFile } from './describe-file.js';
import { draftManifest } from './draft-manifest.js';
import { readSample } from './read-sample.js';

const OPTIONS = {
  out: { type: 'string' },
  force: { type: 'boolean' },
  protocol: { type: 'string' },
} as const;

/** `observatorio init <file or address>`: a draft of a manifest, of what the data themselves tell. */
export async function runInit(args: readonly string[], io: Io): Promise<number> {
  const words = wordsFor(args);
  const { values, positionals } = readOptions(args, OPTIONS, 1, words);
  const [where] = positionals;
  if (where === undefined) throw new UsageError(words.needs('init denuncias.csv'));
  const address = addressOf(where, io.cwd);
  if (address.protocol === 'file:' && !existsSync(address)) throw new UsageError(words.noFile(where));
  const out = values.out === undefined ? undefined : resolve(io.cwd, values.out);
  if (out !== undefined && existsSync(out) && values.force !== true)
    throw new UsageError(words.fileThere(values.out ?? ''));
  const { signal } = new AbortController();
  const answer = await readSample(address, values.protocol, { offline: false, signal, maxBytes: MOST_BYTES });
  const form = await describeFile(address);
  const draft = draftManifest(answer, { address, out, cwd: io.cwd, protocol: values.protocol, form }, words);
  const text = `${JSON.stringify(draft, null, 2)}\n`;
  if (out === undefined) io.stdout.write(text);
  else {
    writeFileSync(out, text);
    io.stderr.write(`${words.drafted(values.out ?? '', text.split('TODO:').length - 1)}\n`);
  }
  return EXIT.good;
}
