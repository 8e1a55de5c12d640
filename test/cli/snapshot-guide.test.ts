import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { manifestOf, type Manifest } from '../../src/observatory/manifest.js';
import { readProject } from '../house/project.js';
import { blocksOf, emptyFolder, TUTORIAL, writeFiles } from './guide.js';

const GUIDE = blocksOf(readProject('docs/instantanea.md'));
const WORKFLOW = readProject('docs/instantanea.yml');
const block = (blocks: typeof GUIDE, language: string): string =>
  blocks.find((each) => each.language === language)?.text.trim() ?? '';

/** The commands of a workflow in its order: of one line, or of a block. */
function runsIn(workflow: string): string[] {
  const found = workflow.matchAll(/^( *)(?:- )?run: (?:\|\n((?:\1 {2,}.*\n?)+)|(.+))$/gm);
  return [...found].map(([, , lines, line]) => (lines ?? line ?? '').replace(/^ +/gm, '').trim());
}

describe('the guide to snapshots', () => {
  let folder: string;
  before(() => {
    folder = emptyFolder();
    writeFiles(folder, TUTORIAL);
    // The example's data end in March 2026: whenever this runs, they are as late as the manifest takes.
    const path = join(folder, 'observatory.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    for (const { governance } of manifest.resources)
      if (governance) {
        delete governance.nextUpdate;
        governance.thresholds = { ...governance.thresholds, timeliness: 10_000 };
      }
    writeFileSync(path, JSON.stringify(manifest));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (line: string): void => {
    const path = `${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
    const env = { ...process.env, PATH: path, GIT_CONFIG_NOSYSTEM: '1', HOME: folder };
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', line], { cwd: folder, encoding: 'utf8', env });
    expect(status, `${line}\n${stdout}${stderr}`).to.equal(0);
  };
  const held = (name: string): Manifest['snapshot'] =>
    manifestOf(JSON.parse(readFileSync(join(folder, name, 'observatory.json'), 'utf8')), name).snapshot;

  it('writes the folder that it tells of, by its first command', () => {
    run(block(GUIDE, 'sh'));
    expect(
      held('instantanea')?.cubes?.map(({ path }) => existsSync(join(folder, 'instantanea', path))),
    ).to.include(true);
    expect(held('instantanea')?.quality).to.not.equal(undefined);
  });

  it('has lines for cron that do the same where the observatory is', () => {
    mkdirSync(join(folder, 'publico'));
    for (const text of [block(GUIDE, 'text'), block(TUTORIAL, 'cron')]) {
      const [, fields = '', command = ''] = /^((?:\S+ ){5})(.*)$/.exec(text) ?? [];
      expect(fields.trim()).to.equal('0 6 * * *');
      run(command.replace('/srv/observatorio', folder));
    }
    expect(held('publico/instantanea')?.cubes).to.deep.equal(held('instantanea')?.cubes);
    expect(readFileSync(join(folder, 'instantanea.log'), 'utf8')).to.match(
      /cubos, .*archivos que cambiaron: 0/,
    );
  });

  it('shows the workflow as the file has it, which is YAML', async () => {
    expect(`${block(GUIDE, 'yaml')}\n`).to.equal(WORKFLOW);
    expect(await format(WORKFLOW, { parser: 'yaml', singleQuote: true, printWidth: 110 })).to.equal(WORKFLOW);
    let wrong: unknown;
    await format(WORKFLOW.replace('jobs:', 'jobs: ['), { parser: 'yaml' }).catch((reason: unknown) => {
      wrong = reason;
    });
    expect(wrong).to.be.instanceOf(Error);
  });

  it('has a workflow whose commands make a snapshot and send it to the repository, once', () => {
    const commands = runsIn(WORKFLOW);
    expect(commands).to.have.length(3);
    const [install = '', snapshot = '', send = ''] = commands;
    // The package is what is tested: it is there already.
    expect(install).to.equal('npm install --no-save observatorio-widgets');
    rmSync(join(folder, 'instantanea'), { recursive: true });
    run('git init -q --bare lejos.git && git init -q && git remote add origin ./lejos.git');
    run('git config push.autoSetupRemote true');
    const sent = (): string[] =>
      spawnSync('git', ['log', '--all', '--format=%an %s'], {
        cwd: join(folder, 'lejos.git'),
        encoding: 'utf8',
      })
        .stdout.trim()
        .split('\n');
    run(snapshot);
    run(send);
    expect(sent()).to.deep.equal(['instantanea Instantánea']);
    run(snapshot);
    run(send);
    expect(sent()).to.deep.equal(['instantanea Instantánea']);
  });
});
