import { expect } from 'chai';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES, runCommand } from './run-command.js';

const CUBE = {
  columns: [
    { kind: 'period', name: 'anio mes', words: ['2026-05', '2026-06'], codes: [0, 1] },
    { kind: 'number', name: 'sum(cantidad)', decimals: 0, values: [0, 0] },
  ],
};

describe('a check against an earlier snapshot', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'observatorio-'));
    cpSync(join(FIXTURES, 'good'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a snapshot of robberies with these figures of May and June, then checks against it. */
  async function against(
    values: readonly number[],
    drift?: number,
  ): Promise<{ exit: number; told: string[] }> {
    const document = JSON.parse(readFileSync(join(folder, 'observatory.json'), 'utf8')) as {
      resources: { governance?: object }[];
    };
    const reports = document.resources[1];
    if (reports && drift !== undefined) reports.governance = { ...reports.governance, thresholds: { drift } };
    writeFileSync(join(folder, 'observatory.json'), JSON.stringify(document));
    const cubes = [{ indicator: 'robos', level: '', time: 'month', path: 'cubes/robos.json' }];
    mkdirSync(join(folder, 'copia/cubes'), { recursive: true });
    writeFileSync(
      join(folder, 'copia/observatory.json'),
      JSON.stringify({ ...document, snapshot: { path: '.', cubes } }),
    );
    const [time, measure] = CUBE.columns;
    writeFileSync(
      join(folder, 'copia/cubes/robos.json'),
      JSON.stringify({ columns: [time, { ...measure, values }] }),
    );
    const { exit, stdout } = await runCommand(
      ['check', '--against', 'copia', '--today', '2026-08-01'],
      folder,
    );
    return { exit, told: stdout.split('\n').filter((line) => line.includes('copia anterior')) };
  }

  // 2026-05: 60 + (16·7 + 5·3) mod 11 = 66 in Áncash and 110 + 6 = 116 in La Libertad; 2026-06: 65 and 115.
  it('says nothing where nothing has changed', async () => {
    expect(await against([182, 180], 0)).to.deep.equal({ exit: 0, told: [] });
  });

  it('tells the largest change and how many there are, and finds a fault in one that is over the threshold', async () => {
    const { exit, told } = await against([182, 120], 0.1);
    expect(exit).to.equal(1);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/✗ indicador robos · 2026-06 · «180».*Se esperaba: 120\./);
  });

  it('only tells a change that the manifest allows, or says nothing of', async () => {
    const allowed = await against([182, 170], 0.1);
    expect([allowed.exit, allowed.told.length]).to.deep.equal([0, 1]);
    expect(allowed.told[0]).to.match(/^ {2}· /);
  });
});
