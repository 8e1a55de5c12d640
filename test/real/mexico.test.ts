import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { askIndicator } from '../../src/engine/ask-indicator.js';
import type { Answer, Otherwise } from '../../src/engine/engine.js';
import { pageEngine } from '../../src/engine/page-engine.js';
import { pageObservatory } from '../../src/engine/page-observatory.js';
import { askedBy } from '../../src/engine/resource-question.js';
import { readManifest } from '../../src/observatory/manifest.js';
import { toRows } from '../../src/table/rows.js';
import { runCommand } from '../cli/run-command.js';
import { startServer, type LocalServer } from '../support/local-server.js';
import { never, question } from '../support/question.js';
import { describeWith } from '../support/real-files.js';
import { serveFolder, type RunningServer } from '../support/static-server.js';
import { CSV_FOLDER, readRaw, totalsOf } from './raw-csv.js';

const FOLDER = fileURLToPath(new URL('../../examples/mexico/', import.meta.url));
const REAL_FILE = 'mx-sesnsp-estatal-2026-wide-latin1.csv';
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const MONTHS = ['Enero', 'Febrero', 'Marzo'] as const;

/** Inhabitants as the list has them, read as awk would. */
const inhabitants = (name: string, year: string): number => {
  const lines = textOf('entidades.csv').split('\n');
  const line = lines.map((each) => each.split(',')).find((cells) => cells[1] === name && cells[5] === year);
  return Number(line?.[6]);
};

describe('the manifest of a portal of another country, Mexico', () => {
  it('is without a fault', () => {
    expect(readManifest(JSON.parse(textOf('observatory.json'))).faults).to.deep.equal([]);
  });

  it('has inhabitants of the 32 states that add up to those of the country', () => {
    const rows = textOf('entidades.csv').trim().split('\n').slice(1);
    const sumOf = (level: string, year: string): number =>
      rows
        .map((row) => row.split(','))
        .filter((cells) => cells[3] === level && cells[5] === year)
        .reduce((sum, cells) => sum + Number(cells[6]), 0);
    // CONAPO, mid-year: 133 367 428 in 2025, 134 407 258 in 2026.
    expect(['2025', '2026'].map((year) => [sumOf('pais', year), sumOf('entidad', year)])).to.deep.equal([
      [133_367_428, 133_367_428],
      [134_407_258, 134_407_258],
    ]);
  });
});

describeWith(CSV_FOLDER, 'the manifest of Mexico on a real file of its portal', () => {
  let portal: LocalServer;
  let base = '';
  let isDown = false;
  before(async () => {
    const [path = ''] = /\/api_update\/[^"]+/.exec(textOf('observatory.json')) ?? [];
    portal = await startServer((request, response) => {
      const url = request.url ?? '';
      if (url === path && !isDown) return void response.end(readFileSync(CSV_FOLDER + REAL_FILE));
      if (url === '/entidades.csv') return void response.end(textOf('entidades.csv'));
      // The portal is elsewhere; its addresses keep their form.
      if (url === '/observatory.json')
        return void response.end(
          textOf('observatory.json').replace('https://repodatos.atdt.gob.mx', portal.url),
        );
      return void response.writeHead(404).end();
    });
    base = `${portal.url}/observatory.json`;
  });
  after(() => portal.close());

  const askFor = async (
    indicator: string,
    place = '',
    more: { byParts?: boolean; by?: string; where?: string; otherwise?: Otherwise } = {},
  ): Promise<Answer> => {
    const { byParts = false, by, where = '', otherwise } = more;
    const limits = { maxBytes: '', timeout: '', firstByteTimeout: '', stallTimeout: '' };
    const asked = { ...limits, url: base, indicator, place, where, byParts, by: by ?? '', lang: 'es' };
    const texts = await askIndicator(pageObservatory, asked, { signal: never });
    const { src = '', encoding = '', unpivot = '' } = texts;
    return pageEngine.ask(
      question(src, {
        ...askedBy(texts),
        source: { encoding, unpivot },
        ...(by !== undefined && { by }),
        ...(otherwise && { otherwise }),
      }),
      { signal: never },
    );
  };

  /** The rows with a value, numbers as numbers. */
  const valuesOf = ({ table }: Answer): (string | number)[][] =>
    toRows(table)
      .map((row) => row.map((cell) => (cell === '' || !/^\d[\d.]*$/.test(cell) ? cell : Number(cell))))
      .filter((row) => row.some((cell, index) => index > 0 && typeof cell === 'number'));

  it('gives the counts that the rows of the file add up to', async () => {
    const raw = readRaw(REAL_FILE, { encoding: 'latin1', delimiter: ',' });
    const isHomicide = (cell: (name: string) => string): boolean =>
      ['Homicidio doloso', 'Feminicidio'].includes(cell('Subtipo de delito'));
    const counted = MONTHS.map((month) => totalsOf(raw, [], month, isHomicide)['']);
    expect(counted).to.deep.equal([1444, 1249, 1447]);
    expect(valuesOf(await askFor('homicidios'))).to.deep.equal([
      ['2026-01', 1444],
      ['2026-02', 1249],
      ['2026-03', 1447],
    ]);
    expect(valuesOf(await askFor('extorsiones')).map((row) => row[1])).to.deep.equal([758, 835, 1182]);
    expect(valuesOf(await askFor('robos', 'Jalisco')).map((row) => row[1])).to.deep.equal([2412, 2153, 2631]);
    // The name of a state is the country's as well: by its code there is no doubt.
    expect(valuesOf(await askFor('homicidios', '15')).map((row) => row[1])).to.deep.equal([101, 63, 91]);
    expect(valuesOf(await askFor('homicidios', '00'))).to.deep.equal(valuesOf(await askFor('homicidios')));
  });

  it('gives rates by the inhabitants of its list of states, of which the file has none', async () => {
    const country = await askFor('tasa-homicidios');
    expect(valuesOf(country).map((row) => row[2])).to.deep.equal([1444, 1249, 1447]);
    // 1 447 of 134 407 258.
    expect(valuesOf(country).at(-1)?.[1]).to.be.closeTo(1.0765787663, 1e-9);
    const colima = await askFor('tasa-homicidios', '06');
    // 51 of 771 538.
    expect(valuesOf(colima).at(-1)?.[1]).to.be.closeTo(6.6101734458, 1e-9);
    expect(colima.table.notices.map(({ code, value, source }) => [code, value, source])).to.deep.include([
      'per-population',
      '2026',
      'CONAPO, población a mitad de año',
    ]);
  });

  it('compares the states by the rate of each', async () => {
    const answer = await askFor('tasa-homicidios', '', { byParts: true });
    const march = valuesOf(answer).filter(([period]) => period === '2026-03');
    const raw = readRaw(REAL_FILE, { encoding: 'latin1', delimiter: ',' });
    const counts = totalsOf(raw, ['Entidad'], 'Marzo', (cell) =>
      ['Homicidio doloso', 'Feminicidio'].includes(cell('Subtipo de delito')),
    );
    expect(march).to.have.length(32);
    for (const [, name = '', rate, count] of march) {
      expect(count, String(name)).to.equal(counts[name]);
      // Under three events there is no rate.
      if (Number(count) < 3) expect(rate, String(name)).to.equal('');
      else expect(rate).to.be.closeTo((1e5 * Number(count)) / inhabitants(String(name), '2026'), 1e-9);
    }
  });

  it('gives no rate of what a page leaves of a state, nor of kinds of places that the list does not have', async () => {
    const { table } = await askFor('tasa-homicidios', '', { where: "Entidad = 'Colima'" });
    expect(table.notices.map(({ code }) => code)).to.include('no-population');
    expect(toRows(table).every(([, rate]) => rate === '')).to.equal(true);
  });

  it('is silent in observatorio check, and finds nothing but the months that are late', async () => {
    const good = await runCommand(['check', base, '--today', '2026-05-01', '--json']);
    expect(good.exit, good.stdout).to.equal(0);
    const late = await runCommand(['check', base, '--today', '2026-11-27']);
    expect(late.exit).to.equal(1);
    expect(late.stdout).to.include('El último periodo es este y ya debería haber otro.');
    expect(late.stdout).to.include('\n1 falla.\n');
  });

  describe('once its snapshot is made', () => {
    let folder = '';
    let files: RunningServer;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mexico-'));
      const { exit, stderr } = await runCommand(
        ['snapshot', base, '--out', 'foto', '--today', '2026-05-01'],
        folder,
      );
      expect(exit, stderr).to.equal(0);
      await writeFile(join(folder, 'vacio'), '');
      files = await serveFolder(folder);
    });
    after(async () => {
      await files.close();
      await rm(folder, { recursive: true });
    });

    it('gives the same rates where the portal does not answer [REL-09]', async () => {
      const live = await askFor('tasa-homicidios', '06');
      isDown = true;
      const otherwise: Otherwise = {
        src: `${files.url}/foto/observatory.json`,
        cube: { indicator: 'tasa-homicidios', level: 'entidad', where: "Entidad = 'Colima'" },
        only: true,
      };
      const held = await askFor('tasa-homicidios', '06', { otherwise });
      expect(held.provenance.snapshot?.date).to.equal('2026-05-01');
      expect(toRows(held.table)).to.deep.equal(toRows(live.table));
      expect(held.table.notices).to.deep.include(
        live.table.notices.find(({ code }) => code === 'per-population'),
      );
    });
  });
});
