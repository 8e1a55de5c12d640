import { expect } from 'chai';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startObservatory } from '../../examples/observatory/server.js';
import { PLANTED } from './planted-faults.js';
import { FIXTURES, runCommand } from './run-command.js';

const TODAY = ['--today', '2026-08-01'];

interface Told {
  readonly code: string;
  readonly isFault: boolean;
}

interface Json {
  readonly findings: readonly Told[];
  readonly resources: readonly { readonly name: string; readonly findings: readonly Told[] }[];
}

/** The good observatory with the files of a fault over its own, for as long as `use` takes. */
async function withFault<T>(fault: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'observatorio-'));
  try {
    cpSync(join(FIXTURES, 'good'), folder, { recursive: true });
    cpSync(join(FIXTURES, 'faults', fault), folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('observatorio check', () => {
  const table: string[] = [];
  after(() => console.log(`\n${table.join('\n')}\n`));

  for (const [fault, code, told] of PLANTED) {
    it(`[REL-11] finds ${fault} (${code}) and says where, what and what was expected`, async () => {
      await withFault(fault, async (folder) => {
        const [text, json] = await Promise.all([
          runCommand(['check', folder, ...TODAY]),
          runCommand(['check', folder, ...TODAY, '--json']),
        ]);
        const report = JSON.parse(json.stdout) as Json;
        const all = [...report.findings, ...report.resources.flatMap(({ findings }) => findings)];
        const found = all.find((each) => each.code === code);
        expect(found, json.stdout).to.not.equal(undefined);
        const line = text.stdout.split('\n').find((each) => /^ {2}[✗·] /.test(each) && told.test(each));
        expect(line, text.stdout).to.not.equal(undefined);
        table.push(`${fault.padEnd(20)} ${code.padEnd(21)} ${line?.trim() ?? ''}`);
        expect(json.exit).to.equal(text.exit);
        if (found?.isFault) expect(text.exit).to.be.oneOf([1, 3]);
      });
    });
  }

  it('has a fault for every folder of faults, and more than 25 of them', () => {
    const folders = readdirSync(join(FIXTURES, 'faults')).sort();
    expect([...new Set(PLANTED.map(([fault]) => fault))].sort()).to.deep.equal(folders);
    expect(folders.length).to.be.above(25);
  });

  it('is silent on a good observatory', async () => {
    const { exit, stdout, stderr } = await runCommand(['check', 'good', ...TODAY, '--json']);
    const report = JSON.parse(stdout) as Json;
    expect(report.findings).to.deep.equal([]);
    expect(report.resources.flatMap(({ findings }) => findings)).to.deep.equal([]);
    expect([exit, stderr]).to.deep.equal([0, '']);
  });

  it('reads the demonstration observatory by its portals and finds nothing that its manifest does not allow', async () => {
    const observatory = await startObservatory({ port: 0 });
    try {
      const address = `${observatory.url}/observatory.json`;
      const { exit, stdout } = await runCommand(['check', address, '--today', '2026-08-20', '--json']);
      const report = JSON.parse(stdout) as Json;
      const faults = [...report.findings, ...report.resources.flatMap(({ findings }) => findings)].filter(
        ({ isFault }) => isFault,
      );
      expect(faults).to.deep.equal([]);
      expect(report.resources.map(({ name }) => name)).to.include('denuncias');
      expect(exit).to.equal(0);
    } finally {
      await observatory.close();
    }
  });
});
