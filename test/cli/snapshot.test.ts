import '../support/as-module.js';
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
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
import { expect } from 'chai';
import { EXIT } from '../../src/cli/io.js';
import { runSnapshot } from '../../src/cli/snapshot/run-snapshot.js';
import { manifestOf, type Manifest } from '../../src/observatory/manifest.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, 'examples/data');

/** The demonstration observatory as files of this computer. */
function demoFolder(change: (manifest: Manifest) => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-'));
  mkdirSync(join(folder, 'archivos'));
  for (const name of readdirSync(DATA).filter((each) => /\.(csv|md)$/.test(each)))
    cpSync(join(DATA, name), join(folder, 'archivos', name));
  const manifest = JSON.parse(readFileSync(join(DATA, 'observatory.json'), 'utf8')) as Manifest;
  const reports = manifest.resources.find(({ name }) => name === 'denuncias');
  if (reports) {
    reports.path = 'archivos/denuncias-sinteticas.csv';
    delete reports.protocol;
  }
  change(manifest);
  writeFileSync(join(folder, 'observatory.json'), JSON.stringify(manifest));
  return folder;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function snapshot(folder: string, ...args: readonly string[]): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): { write: (text: string) => void } => ({
    write: (text) => void (written[name] += text),
  });
  const io = { stdout: output('stdout'), stderr: output('stderr'), cwd: folder, isTerminal: false };
  const code = await runSnapshot(['--out', 'instantanea', '--unchecked', ...args], io);
  return { code, ...written };
}

/** Every file of a folder with its content. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries<string>(
    names.map((each) => [each.name, readFileSync(join(each.parentPath, each.name), 'utf8')] as const),
  );
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The manifest of a snapshot, each of whose files is what its hash says. */
function wholeSnapshot(out: string): Manifest {
  const manifest = manifestOf(JSON.parse(readFileSync(join(out, 'observatory.json'), 'utf8')), out);
  const { cubes = [], vintages = [] } = manifest.snapshot ?? {};
  for (const { path, sha256 } of [...cubes, ...vintages.flatMap((each) => each.cubes)])
    expect(hashOf(join(out, path)), path).to.equal(sha256);
  expect(cubes).not.to.have.length(0);
  return manifest;
}

/** Has the manifest say that a resource is elsewhere: what was read in this process is not read again. */
function moveResource(folder: string, name: string, path: string): void {
  const file = join(folder, 'observatory.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  for (const resource of manifest.resources) if (resource.name === name) resource.path = path;
  writeFileSync(file, JSON.stringify(manifest));
}

/** Takes some of the reports away. */
function lessReports(folder: string): void {
  const text = readFileSync(join(folder, 'archivos/denuncias-sinteticas.csv'), 'utf8');
  writeFileSync(join(folder, 'archivos/menos.csv'), text.trimEnd().split('\n').slice(0, -40).join('\n'));
  moveResource(folder, 'denuncias', 'archivos/menos.csv');
}

describe('observatorio snapshot', () => {
  let folder = '';
  let out = '';
  beforeEach(() => {
    folder = demoFolder();
    out = join(folder, 'instantanea');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes a manifest with the cubes of each indicator, their dates and hashes', async () => {
    const { code, stderr, stdout } = await snapshot(folder, '--today', '2026-08-12');
    expect([code, stderr]).to.deep.equal([EXIT.good, '1/3 denuncias\n2/3 homicidios\n3/3 victimizacion\n']);
    expect(stdout).to.match(/^\d+ cubos, \d+ kB/);
    const { snapshot: held, resources } = wholeSnapshot(out);
    expect([held?.date, held?.read, held?.vintages]).to.deep.equal(['2026-08-12', 'live-then-snapshot', []]);
    expect(
      held?.cubes?.map(({ indicator, level, time }) => [indicator, level, time].join(' ')),
    ).to.include.members([
      'denuncias  month',
      'denuncias departamento month',
      'robos provincia year',
      'tasa-homicidios  year',
    ]);
    expect(resources.map(({ path }) => path)).to.include('../archivos/homicidios.csv');
  });

  it('changes no byte where no data have changed, whatever the day', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    const before = filesIn(out);
    const { stdout } = await snapshot(folder, '--today', '2026-09-01');
    expect(filesIn(out)).to.deep.equal(before);
    expect(stdout).to.contain('cambiaron: 0');
  });

  it('keeps what it held before, by its day', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    const first = wholeSnapshot(out).snapshot;
    lessReports(folder);
    await snapshot(folder, '--today', '2026-09-01');
    const { snapshot: held } = wholeSnapshot(out);
    expect(held?.date).to.equal('2026-09-01');
    expect(held?.vintages).to.deep.equal([{ date: '2026-08-12', cubes: first?.cubes }]);
  });

  it('keeps as many earlier ones as it is told, and removes the files that none of them names', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    writeFileSync(join(out, 'cubes/nota.json'), 'mía');
    lessReports(folder);
    await snapshot(folder, '--today', '2026-09-01', '--keep', '1');
    expect(wholeSnapshot(out).snapshot?.vintages?.map(({ date }) => date)).to.deep.equal(['2026-08-12']);
    await snapshot(folder, '--today', '2026-09-02', '--keep', '0');
    const { snapshot: held } = wholeSnapshot(out);
    expect(held?.vintages).to.deep.equal([]);
    const named = held?.cubes?.map(({ path }) => path.replace('cubes/', '')) ?? [];
    // What is not a cube is not the command's to remove.
    expect(readdirSync(join(out, 'cubes')).sort()).to.deep.equal(
      [...new Set([...named, 'nota.json'])].sort(),
    );
    const wrong = await snapshot(folder, '--keep', 'dos').catch((reason: unknown) => String(reason));
    expect(wrong).to.include('--keep dos');
  });

  it('keeps the last good cubes of a source that cannot be read, and tells by its exit code', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    const before = wholeSnapshot(out).snapshot?.cubes;
    moveResource(folder, 'homicidios', 'archivos/no-esta.csv');
    const { code, stderr } = await snapshot(folder, '--today', '2026-09-01');
    expect(code).to.equal(EXIT.unreachable);
    expect(stderr).to.contain('homicidios: no se pudo leer');
    expect(wholeSnapshot(out).snapshot?.cubes).to.deep.equal(before);
  });

  it('reads only the indicators that are asked for, with those of the same rows', async () => {
    const { stderr } = await snapshot(folder, '--today', '2026-08-12', '--only', 'tasa-homicidios');
    expect(stderr).to.equal('1/1 homicidios\n');
    expect(wholeSnapshot(out).snapshot?.cubes?.map(({ indicator }) => indicator)).to.deep.equal([
      'tasa-homicidios',
    ]);
  });

  it('shows no count under the limit of its resource [STAT-09]', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    const small = Object.entries(filesIn(out)).flatMap(([name, text]) => {
      if (!/^(denuncias|robos|extorsiones)-/.test(name)) return [];
      const { columns } = JSON.parse(text) as { columns: { values?: (number | null)[] }[] };
      return columns.flatMap(({ values = [] }) =>
        values.filter((value) => value !== null && value > 0 && value < 3),
      );
    });
    expect(small).to.deep.equal([]);
  });

  it('is a whole snapshot whenever it is cut off, and ends what was begun', async () => {
    await snapshot(folder, '--today', '2026-08-12');
    lessReports(folder);
    const command = ['--import', 'tsx', join(ROOT, 'src/cli/observatorio.ts'), 'snapshot', folder];
    const args = [...command, '--out', out, '--unchecked', '--today', '2026-09-01'];
    for (let time = 0; time < 20; time++) {
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // From the first line on it writes within moments: these are drawn over them.
      await new Promise((resolve) => child.stderr.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, ((time * 7919) % 20) * 60));
      child.kill('SIGKILL');
      await ended;
      expect(['2026-08-12', '2026-09-01']).to.include(wholeSnapshot(out).snapshot?.date);
    }
    const { code } = await snapshot(folder, '--today', '2026-09-01');
    expect(code).to.equal(EXIT.good);
    expect(wholeSnapshot(out).snapshot?.date).to.equal('2026-09-01');
    expect(readdirSync(join(out, 'cubes')).filter((name) => name.startsWith('.'))).to.deep.equal([]);
    expect(existsSync(join(out, 'observatory.json'))).to.equal(true);
  }).timeout(240_000);
});
