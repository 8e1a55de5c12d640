import { expect } from 'chai';
import { indicatorTexts } from '../../src/observatory/indicator-texts.js';
import { indicatorOf, manifestOf, readManifest } from '../../src/observatory/manifest.js';
import { placeOf, readPlaces, type Places } from '../../src/observatory/places.js';
import { fromRows } from '../../src/table/rows.js';

const document = (
  denominator: object = { of: 'population', source: 'Oficina' },
  places: object = {},
): object => ({
  title: 'Prueba',
  contributors: [],
  places: {
    ...{ resource: 'lugares', code: 'codigo', name: 'nombre', parent: 'padre', level: 'nivel' },
    ...{ aliases: 'otros', population: 'poblacion', year: 'anio' },
    ...places,
  },
  resources: [
    { name: 'lugares', path: 'lugares.csv' },
    { name: 'casos', path: 'casos.csv' },
  ],
  indicators: [
    {
      ...{
        name: 'tasa',
        title: 'Tasa',
        definition: 'Casos',
        unit: 'por 100 mil habitantes',
        direction: 'lower',
      },
      ...{ resource: 'casos', numerator: 'sum(casos)', denominator, time: 'anio' },
      places: { region: 'Región', distrito: { column: 'UBIGEO', by: 'code' } },
    },
  ],
});

const LIST = [
  ['00', 'País', '', 'pais', '', '2023', '900'],
  ['00', 'País', '', 'pais', '', '2024', '1000'],
  ['01', "L'Hospitalet", '00', 'region', 'HOSPITALET|L Hospitalet', '2024', '600'],
  ['02', 'Sur', '00', 'region', '', '2023', '390'],
  ['0101', 'Centro', '01', 'distrito', '', '2024', '250'],
  ['0102', 'Norte', '01', 'distrito', '', '', '350'],
];

describe('a rate by the inhabitants of the list of places', () => {
  let places: Places;
  const manifest = manifestOf(document(), 'demo.example');
  before(async () => {
    const names = ['codigo', 'nombre', 'padre', 'nivel', 'otros', 'anio', 'poblacion'];
    if (manifest.places) places = readPlaces(await fromRows(names, LIST), manifest.places);
  });
  const perOf = (place?: string, where = ''): string | undefined =>
    indicatorTexts({
      ...{
        manifest,
        base: 'https://demo.example/observatory.json',
        lang: 'es',
        places,
        where,
        byParts: false,
      },
      indicator: indicatorOf(manifest, 'tasa'),
      place: place === undefined ? undefined : placeOf(places, place),
    })['per'];

  it('is by those of the one place that all others are parts of, and of its parts', () => {
    expect(perOf()).to.equal(
      "100000 of 'Oficina' 2023: 900, 2024: 1000; Región 'L''Hospitalet' 2024: 600, 'HOSPITALET' 2024: 600, 'L Hospitalet' 2024: 600, 'Sur' 2023: 390; UBIGEO",
    );
  });

  it('is by those of the place and of its own parts, as the data name them; without a year they are not known', () => {
    expect(perOf('01')).to.equal("100000 of 'Oficina' 2024: 600; Región; UBIGEO '0101' 2024: 250");
    expect(perOf('0102')).to.equal("100000 of 'Oficina'; Región; UBIGEO");
  });

  it('is none of what a condition of the page leaves of a place; other conditions leave all its inhabitants', () => {
    expect(perOf(undefined, "Región = 'Sur'")).to.match(/^100000 of 'Oficina'; Región /);
    expect(perOf('02', "tipo = 'robo'")).to.equal("100000 of 'Oficina' 2023: 390; Región; UBIGEO");
  });

  it('needs a list of places that tells inhabitants by year, and is by the rows or by the list, not by both', () => {
    const faultsOf = (...given: Parameters<typeof document>): string[] =>
      readManifest(document(...given)).faults.map(({ path }) => path);
    expect(faultsOf()).to.deep.equal([]);
    expect(faultsOf(undefined, { year: undefined })).to.deep.equal(['places/year']);
    expect(faultsOf(undefined, { population: undefined })).to.deep.equal(['places/population']);
    const both = { value: 'sum(poblacion)', of: 'population', source: 'Oficina' };
    expect(faultsOf(both)).to.deep.equal(['indicators/0/denominator/value']);
    expect(faultsOf({ source: 'Oficina' })).to.deep.equal(['indicators/0/denominator/value']);
    expect(faultsOf({ of: 'people', source: 'Oficina' })).to.deep.equal(['indicators/0/denominator/of']);
  });
});
