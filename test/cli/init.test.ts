import { expect } from 'chai';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startObservatory } from '../../examples/observatory/server.js';
import { readManifest } from '../../src/observatory/manifest.js';
import { FIXTURES, runCommand } from './run-command.js';

interface Draft {
  readonly resources: readonly {
    readonly path: string;
    readonly protocol?: string;
    readonly schema: { readonly fields: readonly unknown[]; readonly primaryKey?: unknown };
    readonly governance: unknown;
  }[];
  readonly indicators: readonly Readonly<Record<string, unknown>>[];
}

const draftOf = (text: string): Draft => JSON.parse(text) as Draft;

describe('observatorio init', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'observatorio-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('guesses of a file the types, the key, the time, the places and what is counted', async () => {
    const { exit, stdout } = await runCommand(['init', 'good/denuncias.csv']);
    expect(exit).to.equal(0);
    const { resources, indicators } = draftOf(stdout);
    expect(resources[0]?.path).to.equal('good/denuncias.csv');
    expect(resources[0]?.schema).to.deep.equal({
      fields: [
        { name: 'anio', type: 'year' },
        { name: 'mes', type: 'integer', constraints: { minimum: 1, maximum: 12 } },
        { name: 'departamento', type: 'string' },
        { name: 'modalidad', type: 'string', constraints: { enum: ['Extorsión', 'Robo'] } },
        { name: 'cantidad', type: 'integer', constraints: { minimum: 0 } },
      ],
      primaryKey: ['anio', 'mes', 'departamento', 'modalidad'],
    });
    const { name, numerator, time, places, breakdowns } = indicators[0] ?? {};
    expect({ name, numerator, time, places, breakdowns }).to.deep.equal({
      ...{ name: 'cantidad', numerator: 'sum(cantidad)', time: 'anio, mes' },
      ...{ places: { departamento: 'departamento' }, breakdowns: ['modalidad'] },
    });
  });

  it('tells how a file is written that other tools would not read by themselves, and reads quarters beside years', async () => {
    const rows = [
      'anio;trim;región;casos;tasa',
      '2025;1;Áncash;12;3,5',
      '2025;2;Áncash;14;3,6',
      '2025;1;Ica;9;2,5',
    ];
    writeFileSync(join(folder, 'casos.csv'), Buffer.from(rows.join('\r\n'), 'latin1'));
    const { exit, stdout, stderr } = await runCommand(['init', 'casos.csv'], folder);
    expect(exit, stderr).to.equal(0);
    const { resources, indicators } = draftOf(stdout);
    expect(resources[0]).to.deep.include({ encoding: 'windows-1252', dialect: { delimiter: ';' } });
    expect(resources[0]?.schema.fields.at(-1)).to.deep.equal({
      ...{ name: 'tasa', type: 'number', constraints: { minimum: 0 }, decimalChar: ',' },
    });
    expect(indicators[0]?.['time']).to.equal('anio, trim');
    expect(resources[0]?.governance).to.deep.include({ frequency: 'quarter' });
    writeFileSync(join(folder, 'observatory.json'), stdout);
    const checked = await runCommand(['check', '--today', '2025-08-01'], folder);
    expect(checked.stdout).to.include('hasta 2025-Q2').and.to.not.include('La celda no es del tipo');
  });

  it('says nothing of a file that is written as these usually are', async () => {
    const { stdout } = await runCommand(['init', 'good/denuncias.csv']);
    expect(draftOf(stdout).resources[0]).to.not.have.any.keys('encoding', 'dialect');
    expect(stdout).to.not.include('decimalChar');
  });

  it('writes a manifest that is as it must be, in which check finds only the questions, each by its place', async () => {
    copyFileSync(join(FIXTURES, 'good/denuncias.csv'), join(folder, 'denuncias.csv'));
    const { exit, stderr } = await runCommand(['init', 'denuncias.csv', '--out', 'observatory.json'], folder);
    expect(exit, stderr).to.equal(0);
    const text = readFileSync(join(folder, 'observatory.json'), 'utf8');
    expect(readManifest(JSON.parse(text)).faults).to.deep.equal([]);
    const checked = await runCommand(['check', '--today', '2026-08-01'], folder);
    const questions = text.split('TODO:').length - 1;
    expect(questions).to.be.above(5);
    expect(stderr).to.include(String(questions));
    expect(checked.stdout.match(/✗/g)).to.have.length(questions);
    expect(checked.stdout).to.include('✗ indicators/0/definition: Falta que una persona lo decida.');
    expect(checked.exit).to.equal(1);
  });

  it('writes over no file unless it is told to', async () => {
    copyFileSync(join(FIXTURES, 'good/denuncias.csv'), join(folder, 'denuncias.csv'));
    const again = ['init', 'denuncias.csv', '--out', 'denuncias.csv'];
    const { exit, stderr } = await runCommand(again, folder);
    expect([exit, stderr]).to.satisfy(
      ([code, told]: [number, string]) => code === 2 && told.includes('--force'),
    );
    expect(readFileSync(join(folder, 'denuncias.csv'), 'utf8')).to.match(/^anio/);
    expect((await runCommand([...again, '--force'], folder)).exit).to.equal(0);
    expect(existsSync(join(folder, 'denuncias.csv'))).to.equal(true);
  });

  it('names columns that are more than a word so that questions find them', async () => {
    const csv = 'Año de hecho,Tasa (por 100 mil)\n2023,6.1\n2024,6.4\n2025,6.6\n';
    writeFileSync(join(folder, 'tasas.csv'), csv);
    const { stdout } = await runCommand(['init', 'tasas.csv'], folder);
    const { numerator, time } = draftOf(stdout).indicators[0] ?? {};
    expect([numerator, time]).to.deep.equal(['[Tasa (por 100 mil)]', '[Año de hecho]']);
    await runCommand(['init', 'tasas.csv', '--out', 'observatory.json'], folder);
    const checked = await runCommand(['check', '--today', '2026-08-01', '--json'], folder);
    const codes = [...checked.stdout.matchAll(/"code": "([\w-]+)"/g)].map(([, code]) => code);
    expect([...new Set(codes)]).to.deep.equal(['todo']);
  });

  it('reads a portal by its own protocol, and takes its words for whose the data are', async () => {
    const observatory = await startObservatory({ port: 0 });
    try {
      const address = `${observatory.url}/ckan/dataset/denuncias-policiales-sinteticas`;
      const { exit, stdout, stderr } = await runCommand(['init', address, '--lang', 'en']);
      expect(exit, stderr).to.equal(0);
      const { resources, indicators } = draftOf(stdout);
      expect([resources[0]?.protocol, resources[0]?.path]).to.deep.equal(['ckan', address]);
      expect(indicators[0]?.['places']).to.deep.equal({
        departamento: 'DPTO_HECHO_NEW',
        provincia: 'PROV_HECHO',
        distrito: 'DIST_HECHO',
      });
      expect(indicators[0]?.['title']).to.equal('TODO: title for the public');
    } finally {
      await observatory.close();
    }
  });
});
