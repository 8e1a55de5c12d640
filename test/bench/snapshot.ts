import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runSnapshot } from '../../src/cli/snapshot/run-snapshot.js';
import type { Manifest } from '../../src/observatory/manifest.js';

/** A snapshot of all synthetic reports, 369 100 rows: how long it takes, how much memory, how much it weighs. */
const ROWS = '369100';
/** Bytes that the cubes of the demonstration's indicators may weigh together, each compressed by itself. */
const MOST_BYTES = 60_000;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, 'examples/data');
const REPORTS = join(DATA, 'full/denuncias-sinteticas.csv');

if (!existsSync(REPORTS))
  execFileSync('npx', ['tsx', 'examples/data/generate.ts', '--rows', ROWS], { cwd: ROOT });
const folder = mkdtempSync(join(tmpdir(), 'bench-snapshot-'));
mkdirSync(join(folder, 'archivos'));
for (const name of readdirSync(DATA).filter((each) => /\.(csv|md)$/.test(each)))
  cpSync(join(DATA, name), join(folder, 'archivos', name));
cpSync(REPORTS, join(folder, 'archivos/denuncias.csv'));
const manifest = JSON.parse(readFileSync(join(DATA, 'observatory.json'), 'utf8')) as Manifest;
for (const resource of manifest.resources)
  if (resource.name === 'denuncias') {
    resource.path = 'archivos/denuncias.csv';
    delete resource.protocol;
  }
writeFileSync(join(folder, 'observatory.json'), JSON.stringify(manifest));

const begun = performance.now();
const { stdout, stderr } = process;
const args = ['--out', 'out', '--unchecked', '--today', '2026-08-14', ...process.argv.slice(2)];
await runSnapshot(args, { stdout, stderr, cwd: folder, isTerminal: false });
const seconds = (performance.now() - begun) / 1000;
const cubes = join(folder, 'out/cubes');
const bytes = readdirSync(cubes).reduce(
  (sum, name) => sum + gzipSync(readFileSync(join(cubes, name)), { level: 9 }).length,
  0,
);
stdout.write(
  `${ROWS} rows: ${seconds.toFixed(1)} s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, cubes ${bytes} of ${MOST_BYTES} bytes gzip\n`,
);
rmSync(folder, { recursive: true });
process.exit(bytes <= MOST_BYTES ? 0 : 1);
