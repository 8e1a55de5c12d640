import { expect } from 'chai';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { methodEngine, type MethodAnswer } from '../../src/engine/method-engine.js';
import { observatoryQuestion } from '../../src/engine/observatory-question.js';
import { manifestOf } from '../../src/observatory/manifest.js';
import type { Quality } from '../../src/observatory/schema-snapshot.js';
import { never } from '../support/question.js';
import { serveFolder } from '../support/static-server.js';
import { FIXTURES, runCommand } from './run-command.js';

const LIMITS = { maxBytes: '', timeout: '', firstByteTimeout: '', stallTimeout: '' };

describe('the quality of a snapshot', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quality-'));
    cpSync(join(FIXTURES, 'good'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const take = async (today: string, ...more: readonly string[]): Promise<Quality[]> => {
    const { exit, stderr } = await runCommand(
      ['snapshot', '--out', 'foto', '--today', today, ...more],
      folder,
    );
    expect(exit, stderr).to.equal(0);
    const text = readFileSync(join(folder, 'foto/observatory.json'), 'utf8');
    return manifestOf(JSON.parse(text), 'foto').snapshot?.quality ?? [];
  };

  it('[REL-11] is the score of each dimension with its rule, as the check gives it', async () => {
    const quality = await take('2026-08-01');
    const { stdout } = await runCommand(['check', '--json', '--today', '2026-08-01'], folder);
    const report = JSON.parse(stdout) as {
      resources: { name: string; rows: number; scores: { dimension: string; rule: { es: string } }[] }[];
    };
    expect(quality.map(({ resource }) => resource)).to.deep.equal(['denuncias', 'victimas']);
    for (const { resource, rows, scores, date } of quality) {
      const told = report.resources.find(({ name }) => name === resource);
      expect([date, rows]).to.deep.equal(['2026-08-01', told?.rows]);
      const checked = told?.scores.filter(({ dimension }) => dimension !== 'timeliness') ?? [];
      expect(scores.map(({ dimension, rule }) => [dimension, rule])).to.deep.equal(
        checked.map(({ dimension, rule }) => [dimension, rule]),
      );
      expect(scores.every(({ score, rule }) => score === 1 && JSON.stringify(rule).length > 40)).to.equal(
        true,
      );
    }
  });

  it('changes no byte by a further day, and is another where the data are', async () => {
    await take('2026-08-01');
    const before = readFileSync(join(folder, 'foto/observatory.json'), 'utf8');
    await take('2026-08-02');
    expect(readFileSync(join(folder, 'foto/observatory.json'), 'utf8')).to.equal(before);
  });

  it('[REL-11] is held against by the next check: what has changed since the snapshot is told', async () => {
    await take('2026-08-01');
    const check = (): ReturnType<typeof runCommand> =>
      runCommand(['check', '--against', 'foto', '--today', '2026-08-01'], folder);
    const same = await check();
    expect([same.exit, /copia anterior/.test(same.stdout)]).to.deep.equal([0, false]);
    const path = join(folder, 'denuncias-cambiadas.csv');
    const text = readFileSync(join(folder, 'denuncias.csv'), 'utf8');
    writeFileSync(
      path,
      text.replace(/Robo,(\d+)/, (_, count: string) => `Robo,${Number(count) + 60}`),
    );
    const file = join(folder, 'observatory.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"denuncias.csv"', '"denuncias-cambiadas.csv"'));
    const other = await check();
    expect(other.stdout).to.include('La cifra cambió frente a la copia anterior');
  });

  it('does not keep data out that are only late: they are written, and the exit code tells', async () => {
    const { exit, stderr } = await runCommand(['snapshot', '--out', 'foto', '--today', '2027-06-01'], folder);
    expect(exit).to.equal(1);
    expect(stderr).to.include('denuncias: los datos llegan con retraso. Se escriben');
    const { snapshot } = manifestOf(
      JSON.parse(readFileSync(join(folder, 'foto/observatory.json'), 'utf8')),
      'foto',
    );
    expect(snapshot?.cubes).not.to.have.length(0);
  });

  it('is not told of rows that nobody has checked', async () => {
    await take('2026-08-01');
    expect(await take('2026-08-02', '--unchecked')).to.deep.equal([]);
  });

  it('reaches the sheet of an indicator by the folder that the manifest names, and is no error where it is gone', async () => {
    const [expected] = await take('2026-08-01');
    const manifest = JSON.parse(readFileSync(join(folder, 'observatory.json'), 'utf8')) as object;
    const write = (path: string): void =>
      writeFileSync(join(folder, `${path}.json`), JSON.stringify({ ...manifest, snapshot: { path } }));
    write('foto');
    write('nada');
    const server = await serveFolder(folder);
    const sheet = (name: string): Promise<MethodAnswer> =>
      methodEngine.ask(
        observatoryQuestion(
          `${server.url}/${name}.json`,
          { indicator: 'robos', place: '', lang: 'es' },
          LIMITS,
        ),
        { signal: never },
      ) as Promise<MethodAnswer>;
    const [found, none] = await Promise.all([sheet('foto'), sheet('nada')]);
    await server.close();
    expect(found.quality).to.deep.equal(expected);
    expect([none.quality, none.indicator.name]).to.deep.equal([undefined, 'robos']);
  });
});
