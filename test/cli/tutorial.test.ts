import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsBuilt } from '../house/built.js';
import { readProject, ROOT } from '../house/project.js';

interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the text before it names last. */
  readonly file: string | undefined;
}

/** The blocks of code of a page, in their order. */
function blocksOf(markdown: string): Block[] {
  const parts = markdown.split(/^```(\w*)\n([\s\S]*?)^```$/m);
  const blocks: Block[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [before = '', language = '', text = ''] = parts.slice(index, index + 3);
    const paragraph = before.trim().split('\n').at(-1) ?? '';
    const file = [...paragraph.matchAll(/`([\w.-]+\.\w+)`/g)].at(-1)?.[1];
    blocks.push({ language, text, file });
  }
  return blocks;
}

const TUTORIAL = blocksOf(readProject('docs/observatorio-en-una-tarde.md'));
const COMMAND = 'dist/cli/observatorio.js';

describe('an observatory in one afternoon', () => {
  let folder: string;
  before(() => {
    needsBuilt(COMMAND, 'npm run build');
    folder = mkdtempSync(join(tmpdir(), 'observatorio-'));
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
    // As `npm install` does it.
    chmodSync(join(ROOT, COMMAND), 0o755);
    symlinkSync(join(ROOT, COMMAND), join(folder, 'node_modules', '.bin', 'observatorio'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('works as it is written: every file and every command, one after the other', function () {
    this.timeout(120_000);
    let ran = 0;
    for (const { language, text, file } of TUTORIAL) {
      if (language === 'csv' || language === 'json') {
        expect(file, text).to.not.equal(undefined);
        writeFileSync(join(folder, file ?? ''), text);
      }
      if (language !== 'sh') continue;
      for (const line of text.trim().split('\n')) {
        // The package is what is tested: it is there already.
        if (line.startsWith('npm install')) continue;
        const expected = Number(/# termina con (\d)/.exec(line)?.[1] ?? 0);
        const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
        expect(status, `${line}\n${stdout}${stderr}`).to.equal(expected);
        ran++;
      }
    }
    expect(ran).to.be.above(4);
    const page = readFileSync(join(folder, 'robos-13.html'), 'utf8');
    expect(page).to.include('<strong>121 denuncias</strong>').and.include('mar. 2026');
  });

  it('shows what check says, and schedules commands that there are', () => {
    const { text } = TUTORIAL.find(({ language }) => language === 'text') ?? { text: '' };
    writeFileSync(
      join(folder, 'denuncias.csv'),
      TUTORIAL.find(({ language }) => language === 'csv')?.text ?? '',
    );
    const run = (line: string): string =>
      spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' }).stdout;
    run('npx observatorio init denuncias.csv --out borrador.json');
    expect(run('npx observatorio check borrador.json')).to.include(text.trim());
    const scheduled = TUTORIAL.filter(({ language }) => /^(cron|yaml)$/.test(language)).flatMap((block) =>
      [...block.text.matchAll(/npx observatorio [\w -]+?(?= *[>|\n])/g)].map(([line]) => line),
    );
    expect(scheduled).to.deep.equal(['npx observatorio check --lines', 'npx observatorio check --lines']);
    expect(run(scheduled[0] ?? '')).to.match(/^lugares\t.*\ndenuncias\thasta 2026-03\t/);
    expect(existsSync(join(folder, 'observatory.json'))).to.equal(true);
  });
});
