import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { generate } from '../../examples/data/generate.js';
import { fullPlan, reportsCsv } from '../../examples/data/reports-csv.js';

const dataFolder = fileURLToPath(new URL('../../examples/data/', import.meta.url));

/** Runs the command with its output held back, and gives the exit code and what it said. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const { stdout, stderr } = process;
  const real = { out: stdout.write.bind(stdout), error: stderr.write.bind(stderr) };
  let said = '';
  const keep = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  stdout.write = keep;
  stderr.write = keep;
  try {
    return { code: await generate(args), said };
  } finally {
    stdout.write = real.out;
    stderr.write = real.error;
  }
}

describe('the command that writes synthetic reports', () => {
  let folder = '';
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'reports-'))));
  after(() => rm(folder, { recursive: true }));

  it('writes the asked file and leaves nothing else', async () => {
    const out = join(folder, 'new', 'reports.csv');
    expect(await run('--rows', '1200', '--seed', '3', '--out', out)).to.have.property('code', 0);
    const provinces = await readFile(join(dataFolder, 'provincias.csv'), 'utf8');
    const pieces = [...reportsCsv(fullPlan(provinces, 1_200, 3))];
    expect(await readFile(out, 'utf8')).to.equal(pieces.map(({ text }) => text).join(''));
    expect(await readdir(join(folder, 'new'))).to.deep.equal(['reports.csv']);
  });

  it('writes the small file with --sample', async () => {
    const out = join(folder, 'sample.csv');
    expect(await run('--sample', '--out', out)).to.have.property('code', 0);
    const committed = await readFile(join(dataFolder, 'denuncias-sinteticas.csv'), 'utf8');
    expect(await readFile(out, 'utf8')).to.equal(committed);
  });

  it('explains its options', async () => {
    const { code, said } = await run('--help');
    expect(code).to.equal(0);
    expect(said).to.include('--rows').and.include('--seed').and.include('--out').and.include('--sample');
  });

  it('names the argument that is wrong', async () => {
    const wrong = [
      ['--rows', 'muchas'],
      ['--rows', '0'],
      ['--rows', '1e3'],
      ['--seed=-1'],
      ['--seed', '0.5'],
      ['--sample', '--rows', '10'],
      ['--out='],
      ['--fast'],
      ['extra'],
    ];
    for (const args of wrong) {
      const { code, said } = await run(...args);
      expect(code, args.join(' ')).to.equal(2);
      expect(said, args.join(' ')).to.include(args[0]?.split('=')[0] ?? '');
    }
  });
});
