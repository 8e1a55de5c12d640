import { expect } from 'chai';
import { parseMeasures } from '../../src/query/parse-options.js';
import { parsePer } from '../../src/query/parse-per.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { runQuery } from '../../src/query/run-query.js';
import { cubesOf, type Cube } from '../../src/observatory/cubes.js';
import { indicatorOf, type Manifest } from '../../src/observatory/manifest.js';
import type { Indicator } from '../../src/observatory/schema-indicator.js';
import { toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { demoManifest } from './demo-manifest.js';
import { demoRows } from './demo-rows.js';

const manifest = demoManifest();
const names = ({ table }: Cube): string[] => table.columns.map(({ name }) => name);
const sum: Query = { ...EMPTY_QUERY, measures: parseMeasures('sum(cantidad)') };

const indicator = (extra: Partial<Indicator>): Indicator => ({
  name: 'casos',
  title: 'Casos',
  definition: 'Casos',
  unit: 'casos',
  direction: 'lower',
  resource: 'denuncias',
  numerator: 'sum(casos)',
  time: 'anio',
  places: { distrito: 'distrito', departamento: 'departamento' },
  ...extra,
});
const without: Manifest = { ...manifest, crosswalks: [] };

describe('the cubes of an indicator', () => {
  it('are the country and the largest places as the data have their periods, smaller ones by year', async () => {
    const cubes = await cubesOf(
      manifest,
      { ...indicatorOf(manifest, 'denuncias'), cubes: undefined },
      await demoRows('denuncias-sinteticas.csv'),
    );
    expect(cubes.map((cube) => [cube.level, cube.every, names(cube)])).to.deep.equal([
      ['', undefined, ['ANIO MES', 'cantidad']],
      ['', undefined, ['ANIO MES', 'P_MODALIDADES', 'cantidad']],
      ['departamento', undefined, ['ANIO MES', 'DPTO_HECHO_NEW', 'cantidad']],
      ['departamento', undefined, ['ANIO MES', 'DPTO_HECHO_NEW', 'P_MODALIDADES', 'cantidad']],
      ['provincia', 'year', ['ANIO MES', 'DPTO_HECHO_NEW', 'PROV_HECHO', 'cantidad']],
      ['distrito', 'year', ['ANIO MES', 'DPTO_HECHO_NEW', 'PROV_HECHO', 'DIST_HECHO', 'cantidad']],
    ]);
  });

  it('have no total of a column that holds the country beside its parts: it would count them twice', async () => {
    const mixed = indicator({
      places: { pais: { column: 'cod', by: 'code' }, provincia: { column: 'cod', by: 'code' } },
    });
    const rows = tableOf(
      periods('anio', ['2024', '2024', '2024']),
      texts('cod', ['00', '01', '02']),
      numbers('casos', [100, 60, 40]),
    );
    const cubes = await cubesOf(without, mixed, rows);
    expect(cubes.map((cube) => [cube.level, names(cube)])).to.deep.equal([
      ['pais', ['anio', 'cod', 'casos']],
      ['provincia', ['anio', 'cod', 'casos']],
    ]);
  });

  it('answer as the rows do', async () => {
    const rows = await demoRows('denuncias-sinteticas.csv');
    const robbed = indicatorOf(manifest, 'robos');
    const cubes = await cubesOf(manifest, robbed, rows);
    const where = "DPTO_HECHO_NEW = 'LA LIBERTAD'";
    const live = await runQuery(rows, {
      ...sum,
      time: ['ANIO', 'MES'],
      where: parseWhere(`(P_MODALIDADES = 'Robo') and (${where})`),
    });
    const cube = cubes.find(({ level }) => level === 'departamento')?.table;
    const answer = cube && (await runQuery(cube, { ...sum, time: ['ANIO MES'], where: parseWhere(where) }));
    expect(live.length).to.be.above(12);
    expect(answer && toRows(answer)).to.deep.equal(toRows(live));
  });

  it('hold numerator and denominator side by side, of which rates are made', async () => {
    const rows = tableOf(
      periods('anio', ['2023', '2023', '2024', '2024']),
      texts('departamento', ['LIMA', 'ICA', 'LIMA', 'ICA']),
      texts('distrito', ['ATE', 'NASCA', 'ATE', 'NASCA']),
      numbers('casos', [30, 5, 'missing', [40, 'provisional']]),
      numbers('poblacion', [100_000, 50_000, 100_000, 50_000]),
    );
    const rated = indicator({ denominator: { value: 'sum(poblacion)', source: 'INEI' } });
    const per = parsePer('100000 of sum(poblacion)');
    const query: Query = { ...EMPTY_QUERY, measures: parseMeasures('sum(casos)'), per, time: ['anio'] };
    for (const cube of await cubesOf(without, rated, rows)) {
      const [live, answer] = await Promise.all([runQuery(rows, query), runQuery(cube.table, query)]);
      // Of how many parts an incomplete sum is, only the rows tell.
      const shown = [answer, live].map((table) => toRows(table).map((row) => row.slice(0, 3)));
      expect(shown[0], cube.level).to.deep.equal(shown[1]);
    }
  });

  it('are those that the manifest names', async () => {
    const table = await demoRows('denuncias-sinteticas.csv');
    const told = {
      ...indicatorOf(manifest, 'denuncias'),
      cubes: [{ level: 'provincia', time: 'quarter' as const }],
    };
    const [cube, more] = await cubesOf(manifest, told, table);
    expect([cube?.level, cube?.every, more]).to.deep.equal(['provincia', 'quarter', undefined]);
    expect(names(cube as Cube)).to.deep.equal(['ANIO MES', 'DPTO_HECHO_NEW', 'PROV_HECHO', 'cantidad']);
  });

  it('are the rows as they are where values are not put together', async () => {
    const cubes = await cubesOf(
      manifest,
      indicatorOf(manifest, 'tasa-homicidios'),
      await demoRows('homicidios.csv'),
    );
    expect(cubes.map(({ level, table }) => [level, table.columns.map(({ name }) => name)])).to.deep.equal([
      ['', ['anio', 'tasa']],
    ]);
  });

  it('find out which places are larger, whatever order the manifest has', async () => {
    const rows = tableOf(
      periods('anio', ['2023', '2023', '2023']),
      texts('departamento', ['LIMA', 'LIMA', 'ICA']),
      texts('distrito', ['ATE', 'COMAS', 'NASCA']),
      numbers('casos', [1, 2, 3]),
    );
    const cubes = await cubesOf(without, indicator({}), rows);
    expect(cubes.map(({ level }) => level)).to.deep.equal(['', 'departamento', 'distrito']);
  });

  it('are the same whatever order the rows come in', async () => {
    const of = (order: readonly number[]): Table =>
      tableOf(
        periods(
          'anio',
          order.map((row) => ['2023', '2024', '2023'][row] ?? null),
        ),
        texts(
          'departamento',
          order.map((row) => ['LIMA', 'ICA', 'ICA'][row] ?? null),
        ),
        texts(
          'distrito',
          order.map((row) => ['ATE', 'NASCA', 'NASCA'][row] ?? null),
        ),
        numbers(
          'casos',
          order.map((row) => [1, 2, 3][row] ?? 0),
        ),
      );
    const [one, other] = await Promise.all(
      [[0, 1, 2], [2, 1, 0]].map(async (order) => cubesOf(without, indicator({}), of(order))),
    ); // prettier-ignore
    expect(one).to.deep.equal(other);
  });
});
