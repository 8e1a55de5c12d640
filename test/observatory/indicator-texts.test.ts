import { expect } from 'chai';
import fc from 'fast-check';
import { placeCondition } from '../../src/observatory/conditions.js';
import { indicatorTexts, type Asked } from '../../src/observatory/indicator-texts.js';
import { indicatorOf, type Manifest } from '../../src/observatory/manifest.js';
import { partsOf, placeOf, type Place, type Places } from '../../src/observatory/places.js';
import type { Texts } from '../../src/observatory/resource-texts.js';
import { parseWhere } from '../../src/query/parse-where.js';
import type { Condition } from '../../src/query/query.js';
import { thrownBy } from '../support/thrown.js';
import { demoManifest, demoPlaces } from './demo-manifest.js';

const BASE = 'https://demo.example/observatory.json';

describe('an indicator and a place', () => {
  let places: Places;
  before(async () => void (places = await demoPlaces()));

  const textsOf = (
    name: string,
    place?: string,
    more: Partial<Asked> & { manifest?: Manifest } = {},
  ): Texts => {
    const manifest = more.manifest ?? demoManifest();
    const indicator = indicatorOf(manifest, name);
    const found = place === undefined ? undefined : placeOf(places, place);
    return indicatorTexts({
      base: BASE,
      lang: 'es',
      places,
      where: '',
      byParts: false,
      ...more,
      manifest,
      indicator,
      place: found,
    });
  };

  it('[STAT-13] have the targets that a plan sets for that very place, in periods as long as the figure’s own', () => {
    const targetsOf = (name: string, place?: string): (string | undefined)[] => {
      const { targets, targetSource, better } = textsOf(name, place);
      return [targets, targetSource, better];
    };
    expect(targetsOf('victimizacion')).to.deep.equal([
      'base 2019: 26; 2030: 17',
      'Política Nacional Multisectorial de Seguridad Ciudadana al 2030',
      'lower',
    ]);
    const none = [undefined, undefined, undefined];
    // Months are not compared with what a plan sets for years; a country's target is not a region's.
    expect(targetsOf('robos', '13')).to.deep.equal(none);
    expect(targetsOf('robos')).to.deep.equal(none);
    expect(textsOf('victimizacion', undefined, { byParts: true })['targets']).to.equal(undefined);
  });

  it('[REL-09] have the manifest of the snapshot that the observatory names, with the slash of its folder or without', () => {
    for (const path of ['foto', 'foto/', 'https://copias.example/foto/']) {
      const { snapshotAt } = textsOf('robos', '13', { manifest: { ...demoManifest(), snapshot: { path } } });
      expect(snapshotAt).to.match(/^https:\/\/(demo|copias)\.example\/foto\/observatory\.json$/);
    }
  });

  it('become the attributes that a page would have to write', () => {
    expect(textsOf('robos', '13')).to.deep.equal({
      src: 'https://demo.example/ckan/dataset/denuncias-policiales-sinteticas',
      protocol: 'ckan',
      value: 'sum(cantidad)',
      time: 'ANIO, MES',
      where: "(P_MODALIDADES = 'Robo') and (DPTO_HECHO_NEW in ('La Libertad', 'LA LIBERTAD'))",
      suppressUnder: '3',
      wholeWhere: "P_MODALIDADES = 'Robo'",
      heading: 'Robos denunciados (datos sintéticos)',
      unit: 'denuncias',
      place: 'La Libertad',
      definition: 'Denuncias por robo, con violencia o amenaza.',
      method: 'https://demo.example/archivos/LEEME.md',
      sourceName: 'Generador de datos sintéticos',
      license: 'Licencia MIT',
      contact: 'datos@observatorio.example',
      labels:
        'ANIO: Año; MES: Mes; DPTO_HECHO_NEW: Departamento; PROV_HECHO: Provincia; DIST_HECHO: Distrito; UBIGEO_HECHO: Ubigeo; P_MODALIDADES: Modalidad; cantidad: Denuncias',
      updatedOn: '2026-08-14',
      expectedLag: '5',
      breaks: '2025-01',
      completeThrough: '2026-07',
    });
  });

  it('[STAT-09] hide small counts live as in the snapshot, where the resource says so and there are counts', () => {
    const manifest = demoManifest();
    const indicators = (numerator: string): Manifest['indicators'] =>
      (manifest.indicators ?? []).map((each) => (each.name === 'robos' ? { ...each, numerator } : each));
    const underOf = (numerator: string): string | undefined =>
      textsOf('robos', '13', { manifest: { ...manifest, indicators: indicators(numerator) } })[
        'suppressUnder'
      ];
    expect(['sum(cantidad)', 'count()', 'avg(cantidad)'].map(underOf)).to.deep.equal(['3', '3', undefined]);
    expect(textsOf('victimizacion')['suppressUnder']).to.equal(undefined);
  });

  it('ask for the rows of one level, where one column has places of several', () => {
    const manifest = demoManifest();
    const column = { column: 'cod', by: 'code' as const };
    const mixed = { departamento: column, provincia: column };
    const [first] = manifest.indicators ?? [];
    const told = { ...manifest, indicators: first ? [{ ...first, name: 'mixto', places: mixed }] : [] };
    const whereOf = (place: string | undefined, byParts: boolean): string =>
      textsOf('mixto', place, { manifest: told, byParts })['where'] ?? '';
    expect(whereOf('13', false)).to.equal("cod = '13'");
    expect(whereOf('13', true)).to.match(/^cod in \('13\d\d'(, '13\d\d')*\)$/);
    expect(whereOf(undefined, true)).to.match(/^cod in \('\d\d'(, '\d\d')*\)$/);
  });

  it('ask only for the rows that the page wants of them', () => {
    expect(textsOf('robos', undefined, { where: 'ANIO >= 2024 or MES = 1' })['where']).to.equal(
      "(P_MODALIDADES = 'Robo') and (ANIO >= 2024 or MES = 1)",
    );
  });

  it('speak the language of the page, Spanish where it has no words in it', () => {
    expect(textsOf('robos', '13', { lang: 'en' })['heading']).to.equal('Reported robberies (synthetic data)');
    expect(textsOf('robos', '13', { lang: 'en-US' })['unit']).to.equal('reports');
    expect(textsOf('robos', '13', { lang: 'qu' })['unit']).to.equal('denuncias');
  });

  it('are of the whole country without a place', () => {
    const { where, place } = textsOf('denuncias');
    expect([where, place]).to.deep.equal([undefined, 'Perú']);
    expect(textsOf('denuncias', undefined, { lang: 'en' })['place']).to.equal('Peru');
  });

  it("take all of Lima's police units, which the list declares, by any of its names or its code", () => {
    for (const wanted of ['15', 'Lima', 'region lima', 'LIMA METROPOLITANA']) {
      expect(textsOf('denuncias', wanted)['where']).to.equal(
        "DPTO_HECHO_NEW in ('Lima', 'LIMA', 'LIMA METROPOLITANA', 'REGION LIMA')",
      );
    }
  });

  it('tell two districts of one name apart by what they are part of', () => {
    expect(textsOf('denuncias', '130102')['where']).to.equal(
      "DIST_HECHO in ('El Porvenir', 'EL PORVENIR') and PROV_HECHO in ('Trujillo', 'TRUJILLO') and DPTO_HECHO_NEW in ('La Libertad', 'LA LIBERTAD')",
    );
  });

  it('compare the parts of their place', () => {
    expect(textsOf('denuncias', undefined, { byParts: true })['by']).to.equal('DPTO_HECHO_NEW');
    expect(textsOf('denuncias', '13', { byParts: true })['by']).to.equal('PROV_HECHO');
    expect(textsOf('denuncias', '1301', { byParts: true })['by']).to.equal('DIST_HECHO');
    expect(partsOf(places, placeOf(places, '1301')).map(({ name }) => name)).to.include('El Porvenir');
  });

  it('refuse a place that the indicator has no column for, and one that is not in the list', async () => {
    const columns = await thrownBy(() => textsOf('tasa-homicidios', '13'));
    expect([columns.code, columns.details.attribute]).to.deep.equal(['bad-attribute', 'place']);
    const unknown = await thrownBy(() => placeOf(places, 'La Liberta'));
    expect(unknown.details.expected).to.include('La Libertad');
  });

  it('say which codes an offence has only where the crosswalk does', async () => {
    const manifest = demoManifest();
    const crosswalks = manifest.crosswalks?.map((each) => ({ ...each, rows: each.rows.slice(1) })) ?? [];
    const { details } = await thrownBy(() =>
      textsOf('robos', '13', { manifest: { ...manifest, crosswalks } }),
    );
    expect(details.value).to.equal('robos: 0401');
  });

  it('keep every name of a place a name, quotes and all', () => {
    const leaves = (condition: Condition): string[] => {
      if (condition.kind === 'in') return condition.values.map(({ text }) => text);
      if (condition.kind === 'compare') return [condition.value.text];
      return condition.kind === 'and'
        ? [...leaves(condition.left), ...leaves(condition.right)]
        : [condition.kind];
    };
    const indicator = indicatorOf(demoManifest(), 'denuncias');
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }), (names) => {
        const place: Place = {
          code: '1',
          name: names[0] ?? '',
          parent: '',
          level: 'departamento',
          names,
          population: new Map(),
        };
        expect(leaves(parseWhere(placeCondition(indicator, place, new Map())))).to.deep.equal(names);
      }),
      { numRuns: 1000 },
    );
  });
});
