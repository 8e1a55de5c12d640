import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import Papa from 'papaparse';
import { QUOTED_EXTORTION, QUOTED_HOMICIDES, QUOTED_PERCEPTION, QUOTED_VICTIMISATION } from './figures.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8');

function readRows(name: string, columns: readonly string[]): string[][] {
  const { data, errors } = Papa.parse<Record<string, string>>(read(name), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors, name).to.deep.equal([]);
  return data.map((row) => columns.map((column) => row[column] ?? `no column ${column}`));
}

describe('the quoted figures in examples/data', () => {
  it('give the homicide rates as quoted: no year invented, 2022 empty, 2025 provisional', () => {
    const columns = ['anio', 'tasa', 'victimas', 'estado', 'fuente', 'fecha_publicacion'];
    expect(read('homicidios.csv').split('\n')[0]).to.equal(columns.join(','));
    expect(readRows('homicidios.csv', columns)).to.deep.equal(QUOTED_HOMICIDES);
  });

  it('give the share of victims as quoted, digit for digit', () => {
    const columns = ['periodo', 'lugar', 'porcentaje', 'fuente', 'fecha_publicacion'];
    expect(readRows('victimizacion.csv', columns)).to.deep.equal(QUOTED_VICTIMISATION);
  });

  it('give the perception of insecurity as quoted, digit for digit', () => {
    const columns = ['periodo', 'lugar', 'porcentaje', 'fuente', 'fecha_publicacion'];
    expect(readRows('percepcion.csv', columns)).to.deep.equal(QUOTED_PERCEPTION);
  });

  it('give the extortion complaints as quoted', () => {
    const columns = ['anio', 'denuncias', 'fuente', 'fecha_publicacion'];
    expect(readRows('extorsion.csv', columns)).to.deep.equal(QUOTED_EXTORTION);
  });

  it('fill the year and the half year only for whole years and halves of the calendar', () => {
    for (const name of ['victimizacion.csv', 'percepcion.csv']) {
      for (const [period = '', year, half] of readRows(name, ['periodo', 'anio', 'semestre'])) {
        const whole = /^(?:(?<months>enero-junio|julio-diciembre) )?(?<year>\d{4})$/.exec(period)?.groups;
        const halves: Record<string, string> = { 'enero-junio': '1', 'julio-diciembre': '2' };
        expect([year, half], `${name}: ${period}`).to.deep.equal([
          whole?.['year'] ?? '',
          halves[whole?.['months'] ?? ''] ?? '',
        ]);
      }
    }
  });

  it('say the same in the JSON twin of the homicide rates', () => {
    const columns = ['anio', 'tasa', 'victimas', 'estado', 'fuente', 'fecha_publicacion'];
    const numeric = (text = ''): number | null => (text === '' ? null : Number(text));
    const fromCsv = readRows('homicidios.csv', columns).map(
      ([year, rate, victims, estado, fuente, date]) => ({
        anio: numeric(year),
        tasa: numeric(rate),
        victimas: numeric(victims),
        estado,
        fuente,
        fecha_publicacion: date,
      }),
    );
    expect(JSON.parse(read('homicidios.json'))).to.deep.equal(fromCsv);
  });

  it('are all explained in LEEME.md, which calls the synthetic file synthetic', () => {
    const text = read('LEEME.md');
    const files = [
      'homicidios',
      'victimizacion',
      'percepcion',
      'extorsion',
      'denuncias-sinteticas',
      'provincias',
    ];
    for (const file of files) expect(text).to.include(`\`${file}.csv\``);
    expect(text.toLowerCase()).to.include('datos sintéticos');
  });
});
