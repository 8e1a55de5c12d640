import '../support/as-module.js';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runSnapshot } from '../../src/cli/snapshot/run-snapshot.js';
import type { Otherwise } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Manifest } from '../../src/observatory/manifest.js';
import { toRows } from '../../src/table/rows.js';
import { STATUS } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { makeFrame } from '../../src/widgets/figure/frame-model.js';
import { allWords } from '../support/all-words.js';
import { answerOf, UNSAID } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';
import { failureOf } from '../support/failure.js';
import { never, question } from '../support/question.js';
import { serveFolder, type RunningServer } from '../support/static-server.js';

const DATA = fileURLToPath(new URL('../../examples/data/', import.meta.url));
const LA_LIBERTAD = "DPTO_HECHO_NEW = 'LA LIBERTAD'";
const asked = {
  value: 'sum(cantidad)',
  time: 'ANIO, MES',
  where: `P_MODALIDADES = 'Robo' and ${LA_LIBERTAD}`,
};

/** What readers are told of a table. */
const noticed = (table: Table): readonly string[] =>
  makeFrame(answerOf(table), UNSAID, allWords(), {}).cautions;

describe('what stands in for a source that cannot be had', () => {
  let folder = '';
  let server: RunningServer;
  const ask = (otherwise: Otherwise, more: object = {}, file = 'no-esta.csv') =>
    pageEngine.ask(question(`${server.url}/${file}`, { ...asked, otherwise, ...more }), { signal: never });
  const cube = (more: Partial<Otherwise> = {}): Otherwise => ({
    src: `${server.url}/foto/observatory.json`,
    cube: { indicator: 'robos', level: 'departamento', where: LA_LIBERTAD },
    ...more,
  });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otherwise-'));
    mkdirSync(join(folder, 'archivos'));
    for (const name of readdirSync(DATA).filter((each) => /\.(csv|md)$/.test(each)))
      cpSync(join(DATA, name), join(folder, 'archivos', name));
    const write = async (path: string, today: string): Promise<void> => {
      const manifest = JSON.parse(readFileSync(join(DATA, 'observatory.json'), 'utf8')) as Manifest;
      for (const resource of manifest.resources)
        if (resource.name === 'denuncias') {
          resource.path = path;
          delete resource.protocol;
        }
      writeFileSync(join(folder, 'observatory.json'), JSON.stringify(manifest));
      const silent = { write: () => undefined };
      const io = { stdout: silent, stderr: silent, cwd: folder, isTerminal: false };
      await runSnapshot(['--out', 'foto', '--unchecked', '--today', today], io);
    };
    const lines = readFileSync(join(DATA, 'denuncias-sinteticas.csv'), 'utf8').split('\n');
    const before = lines.map((line) => line.replace(/,(LA LIBERTAD,.*,Robo),\d+/, ',$1,50'));
    writeFileSync(join(folder, 'archivos/antes.csv'), before.join('\n'));
    await write('archivos/antes.csv', '2026-08-12');
    await write('archivos/denuncias-sinteticas.csv', '2026-09-01');
    server = await serveFolder(folder);
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('is the snapshot, with its date, and the same figures [REL-09]', async () => {
    const live = await ask(cube(), {}, 'archivos/denuncias-sinteticas.csv');
    expect([live.instead, live.provenance.snapshot]).to.deep.equal([undefined, undefined]);
    const { table, instead, provenance } = await ask(cube());
    expect(instead?.code).to.equal('http');
    expect(provenance.snapshot).to.deep.equal({ date: '2026-09-01', isFrozen: false });
    expect(new Date(provenance.fetchedAt).toISOString().slice(0, 10)).to.equal('2026-09-01');
    expect(live.table.length).to.be.above(12);
    // Beside what the source has, it has what the copy had before.
    expect(toRows(table).map((row) => row.slice(0, 2))).to.deep.equal(toRows(live.table));
  });

  it('is a file that the page names, with its columns [REL-09]', async () => {
    const { table, instead } = await ask({ src: `${server.url}/archivos/denuncias-sinteticas.csv` });
    expect([table.length > 12, instead?.code]).to.deep.equal([true, 'http']);
  });

  it('is asked alone where the observatory wants that', async () => {
    const { instead, provenance } = await ask(cube({ only: true }), {}, 'archivos/denuncias-sinteticas.csv');
    expect([instead, provenance.snapshot?.date]).to.deep.equal([undefined, '2026-09-01']);
  });

  it('stays for ever what it was on a day [STAT-11]', async () => {
    const [then, later, now] = await Promise.all(
      ['2026-08-12', '2026-08-31', '2026-09-02'].map(async (asOf) => ask(cube({ only: true, asOf }))),
    );
    expect(then?.provenance.snapshot).to.deep.equal({ date: '2026-08-12', isFrozen: true });
    expect(later && toRows(later.table)).to.deep.equal(then && toRows(then.table));
    expect(now && toRows(now.table)).to.not.deep.equal(then && toRows(then.table));
    const { details } = await failureOf(ask(cube({ only: true, asOf: '2020-01-01' })), 'bad-attribute');
    expect([details.attribute, details.expected]).to.deep.equal(['as-of', ['2026-09-01', '2026-08-12']]);
  });

  it('says what a figure was before, and until which day [STAT-13]', async () => {
    const { table } = await ask(cube());
    const notes = noticed(table);
    // Before September each of the five districts had 50 robberies a month in this copy.
    expect(notes[0]).to.equal('jul. 2026: era 250 hasta el 1 set. 2026.');
    expect(notes.at(-1)).to.match(/^\d+ valores más fueron revisados\.$/);
    const { values, statuses } = columnNamed(table, 'cantidad', 'number');
    expect(values.at(-1)).to.not.equal(250);
    expect((statuses.at(-1) ?? 0) & STATUS.revised).to.equal(STATUS.revised);
  });

  it('says of a frozen figure how many have changed since, and changes none of them [STAT-11] [STAT-13]', async () => {
    const { table } = await ask(cube({ only: true, asOf: '2026-08-12' }));
    expect(columnNamed(table, 'cantidad', 'number').values.every((value) => value % 50 === 0)).to.equal(true);
    // One month of the copy is by chance what the source has.
    expect(table.length).to.equal(43);
    expect(noticed(table)).to.deep.equal(['Cifras que cambiaron después: 42 (copia del 1 set. 2026).']);
  });

  it('is shown without its history where an earlier file is gone [STAT-13]', async () => {
    cpSync(join(folder, 'foto'), join(folder, 'sola'), { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'sola/observatory.json'), 'utf8')) as Manifest;
    const kept = new Set(manifest.snapshot?.cubes?.map(({ path }) => path));
    for (const { path } of manifest.snapshot?.vintages?.flatMap(({ cubes }) => cubes) ?? [])
      if (!kept.has(path)) rmSync(join(folder, 'sola', path), { force: true });
    const [whole, alone] = [
      await ask(cube()),
      await ask(cube({ src: `${server.url}/sola/observatory.json` })),
    ];
    expect(noticed(alone.table)).to.deep.equal([]);
    expect(toRows(alone.table)).to.deep.equal(toRows(whole.table).map((row) => row.slice(0, 2)));
  });

  it('is refused where it is not the file that its manifest names [STAT-11]', async () => {
    cpSync(join(folder, 'foto'), join(folder, 'falsa'), { recursive: true });
    for (const name of readdirSync(join(folder, 'falsa/cubes'))) {
      const path = join(folder, 'falsa/cubes', name);
      writeFileSync(path, `${readFileSync(path, 'utf8')} `);
    }
    const src = `${server.url}/falsa/observatory.json`;
    const { details } = await failureOf(ask(cube({ src, only: true })), 'malformed');
    expect(details.value).to.match(/^[0-9a-f]{64}$/);
    expect((await failureOf(ask(cube({ src })), 'http')).details.status).to.equal(404);
  });

  it('leaves mistakes of the page as they are', async () => {
    await failureOf(ask(cube(), { limit: 'x' }), 'bad-attribute');
  });
});
