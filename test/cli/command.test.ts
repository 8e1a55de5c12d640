import { expect } from 'chai';
import { readJson } from '../house/project.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.js';

const TODAY = ['--today', '2026-08-01'];

describe('the command observatorio', () => {
  it('says what it can do, in Spanish, or in the language that is asked for', async () => {
    const spanish = await runCommand(['--help']);
    expect([spanish.exit, spanish.stdout]).to.satisfy(
      ([exit, text]: [number, string]) => exit === 0 && text.includes('Revisa el manifiesto y sus datos'),
    );
    const english = await runCommand(['--help', '--lang', 'en']);
    expect(english.stdout).to.include('Checks the manifest and its data');
    const { stdout } = await runCommand(['check', '--help']);
    expect(stdout).to.include('--against');
  });

  it('tells its version, which is the package’s', async () => {
    const { stdout } = await runCommand(['--version']);
    expect(stdout.trim()).to.equal(readJson<{ version: string }>('package.json').version);
  });

  it('ends with 2 where it is called wrongly, and says what was meant', async () => {
    const wrong: readonly (readonly [args: readonly string[], told: RegExp])[] = [
      [[], /observatorio <comando>/],
      [['chek'], /«chek».*«check»/],
      [['check', '--ofline'], /--ofline.*--offline/],
      [['check', 'good', 'bueno'], /«bueno»/],
      [['check', 'nowhere/observatory.json'], /No existe el archivo .*nowhere/],
      [['check', 'good', '--today', 'ayer'], /--today ayer/],
      [['snippet', 'good'], /snippet --indicator/],
      [['snippet', 'good', '--indicator', 'robos', '--widget', 'carta'], /card/],
      [['init'], /init denuncias\.csv/],
      [['init', 'nada.csv'], /No existe el archivo nada\.csv/],
    ];
    for (const [args, told] of wrong) {
      const { exit, stdout, stderr } = await runCommand(args);
      expect(exit, args.join(' ')).to.equal(2);
      expect(stdout + stderr).to.match(told);
    }
  });

  it('ends with 3 where a source cannot be had, and with 1 where it is at fault', async () => {
    const { exit, stderr } = await runCommand(['check', 'http://127.0.0.1:9/observatory.json']);
    expect(exit, stderr).to.equal(3);
    expect(stderr).to.include('El servidor no responde');
    expect((await runCommand(['check', 'good/denuncias.csv'])).exit).to.equal(1);
  });

  it('names the file and the line of a manifest that is no JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    writeFileSync(join(folder, 'observatory.json'), '{\n  "title": "x",\n}');
    const { exit, stderr } = await runCommand(['check'], folder);
    rmSync(folder, { recursive: true });
    expect(exit).to.equal(1);
    expect(stderr).to.match(/observatory\.json · ↵ 3: .*Se esperaba: JSON\./);
  });

  it('shows how far it is on a terminal, and nothing to a schedule', async () => {
    const seen = await runCommand(['check', 'good', ...TODAY], undefined, true);
    expect(seen.stderr).to.include('[2/3] denuncias');
    expect(seen.stdout).to.not.include('[2/3]');
    expect((await runCommand(['check', 'good', ...TODAY])).stderr).to.equal('');
  });

  it('[REL-19] tells one line for each source: how far its data reach, how late they are, what is wrong', async () => {
    const good = await runCommand(['check', 'good', '--lines', ...TODAY]);
    expect(good.stdout).to.equal(
      'lugares\t-\t-\tbien\ndenuncias\thasta 2026-06\tal día\tbien\nvictimas\thasta 2025\tal día\tbien\n',
    );
    const later = await runCommand(['check', 'good', '--lines', '--today', '2026-12-01', '--lang', 'en']);
    expect(later.exit).to.equal(1);
    expect(later.stdout.split('\n')[1]).to.match(
      /^denuncias\tthrough 2026-06\t\d periods late\t.*2026-08-20.*has passed/,
    );
  });

  it('[REL-19] asks only this computer with --offline, and says what it has not read', async () => {
    const { exit, stdout } = await runCommand(['check', 'web-source', '--offline', ...TODAY]);
    expect(stdout).to.match(/· No se leyó/);
    expect(exit).to.equal(0);
    const web = await runCommand(['check', 'https://datos.example/observatory.json', '--offline']);
    expect([web.exit, web.stderr]).to.satisfy(
      ([code, told]: [number, string]) => code === 3 && told.includes('--offline'),
    );
  });

  it('reads data that stand in the manifest, and data in several files', async () => {
    const { exit, stdout } = await runCommand(['check', 'in-parts', ...TODAY]);
    expect(exit, stdout).to.equal(0);
    expect(stdout).to.include('dentro · 2 filas, hasta 2025').and.include('partes · 4 filas, hasta 2025');
  });
});
