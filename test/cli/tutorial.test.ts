import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, TUTORIAL } from './guide.js';

describe('an observatory in one afternoon', () => {
  let folder: string;
  before(() => void (folder = emptyFolder()));
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
    expect(scheduled).to.deep.equal([
      'npx observatorio snapshot --out instantanea',
      'npx observatorio check --lines',
      'npx observatorio check --lines',
    ]);
    expect(run(scheduled[1] ?? '')).to.match(/^lugares\t.*\ndenuncias\thasta 2026-03\t/);
    expect(existsSync(join(folder, 'observatory.json'))).to.equal(true);
  });
});
