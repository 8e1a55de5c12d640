import { expect } from 'chai';
import { DataError } from '../../../src/errors.js';
import type { Manifest } from '../../../src/observatory/manifest.js';
import type { Place, Places } from '../../../src/observatory/places.js';
import { profile as messages } from '../../../src/text/es/profile.js';
import { makeProfile, type Profile } from '../../../src/widgets/profile/profile-model.js';

const place = (code: string, name: string, parent: string, level: string): [string, Place] => [
  code,
  { code, name, parent, level, names: [name], population: new Map() },
];
const PLACES: Places = new Map([
  place('13', 'La Libertad', '', 'departamento'),
  place('1301', 'Trujillo', '13', 'provincia'),
  place('130101', 'Trujillo', '1301', 'distrito'),
  place('130102', 'El Porvenir', '1301', 'distrito'),
  place('20', 'Piura', '', 'departamento'),
]);

const indicator = (name: string, more: object = {}): object => ({
  ...{ name, title: `Título de ${name}`, definition: `Qué es ${name}.`, unit: 'casos' },
  ...{ direction: 'lower', resource: 'denuncias', numerator: 'sum(cantidad)', time: 'ANIO, MES' },
  places: { departamento: 'DPTO', distrito: 'DIST' },
  ...more,
});
const manifestOf = (...indicators: readonly object[]): Manifest =>
  ({
    title: 'Observatorio',
    contributors: [],
    resources: [{ name: 'denuncias' }],
    places: { whole: { es: 'Perú' } },
    indicators,
  }) as unknown as Manifest;

const MANIFEST = manifestOf(
  indicator('robos', { caveats: ['Muchos no se denuncian.'] }),
  indicator('hurtos'),
  indicator('tasa', { places: undefined, time: 'anio' }),
);

const made = (wanted = '13', indicators: readonly string[] = [], manifest = MANIFEST): Profile =>
  makeProfile(manifest, PLACES, { place: wanted, indicators, lang: 'es' }, messages);

const outline = ({ sections }: Profile): string[] =>
  sections.map(({ heading, parts }) => `${heading}: ${parts.map(({ widget }) => widget).join(' ')}`);

describe('the profile of a place', () => {
  it('goes from what matters most to the data, and keeps apart what is of the country alone', () => {
    expect(made().title).to.equal('Seguridad ciudadana: La Libertad');
    expect(outline(made())).to.deep.equal([
      'Cifras principales: card card',
      'Cómo cambiaron: trend trend',
      'Dentro de La Libertad: bars bars',
      'En el país: Perú: card',
      'Los datos: table download',
    ]);
  });

  it('asks each figure for the place, and those of the country for none', () => {
    const [key, , , country] = made('La Libertad').sections;
    expect(key?.parts.map(({ attributes }) => attributes)).to.deep.equal([
      { indicator: 'robos', place: '13', reference: 'Perú', 'reference-where': '*' },
      { indicator: 'hurtos', place: '13', reference: 'Perú', 'reference-where': '*' },
    ]);
    expect(country?.parts.map(({ attributes }) => attributes)).to.deep.equal([{ indicator: 'tasa' }]);
  });

  it('compares the districts where there is one province alone, by year', () => {
    const bars = made().sections[2]?.parts[0]?.attributes;
    expect(bars).to.deep.equal({ indicator: 'robos', place: '13', time: 'ANIO', by: 'DIST' });
  });

  it('puts a figure beside the rows of the country, where the data have them beside those of its parts', () => {
    const column = { column: 'cod', by: 'code' };
    const survey = manifestOf(indicator('encuesta', { places: { pais: column, departamento: column } }));
    const inCountry: Places = new Map([
      place('00', 'Perú', '', 'pais'),
      place('13', 'La Libertad', '00', 'departamento'),
      place('20', 'Piura', '00', 'departamento'),
    ]);
    const options = { place: '13', indicators: [], lang: 'es' };
    const [card] = makeProfile(survey, inCountry, options, messages).sections[0]?.parts ?? [];
    expect(card?.attributes['reference-where']).to.equal("cod = '00'");
  });

  it('has the latest rows of the table first', () => {
    const table = made().sections.at(-1)?.parts[0]?.attributes;
    expect(table).to.include({ indicator: 'robos', time: 'ANIO', sort: 'ANIO desc', by: 'DIST' });
  });

  it('puts each figure beside that of the country, counted alike, where the country has a name', () => {
    const denominator = { value: 'sum(poblacion)', source: 'INEI' };
    const rates = manifestOf(
      indicator('tasa', { denominator, where: "tipo = 'Robo'" }),
      indicator('otra', { denominator }),
      indicator('robos'),
    );
    expect(made('13', [], rates).sections[0]?.parts.map(({ attributes }) => attributes)).to.deep.equal([
      { indicator: 'tasa', place: '13', reference: 'Perú', 'reference-where': "tipo = 'Robo'" },
      { indicator: 'otra', place: '13', reference: 'Perú', 'reference-where': '*' },
      { indicator: 'robos', place: '13', reference: 'Perú', 'reference-where': '*' },
    ]);
    const nameless = { ...rates, places: undefined } as unknown as Manifest;
    expect(made('13', [], nameless).sections[0]?.parts[0]?.attributes).to.deep.equal({
      indicator: 'tasa',
      place: '13',
    });
  });

  it('puts nothing beside the country itself', () => {
    const places: Places = new Map([
      place('00', 'Perú', '', 'pais'),
      place('13', 'La Libertad', '00', 'departamento'),
      place('20', 'Piura', '00', 'departamento'),
    ]);
    const manifest = manifestOf(indicator('robos', { places: { pais: 'PAIS', departamento: 'DPTO' } }));
    const keyOf = (wanted: string): unknown =>
      makeProfile(manifest, places, { place: wanted, indicators: [], lang: 'es' }, messages).sections[0]
        ?.parts[0]?.attributes;
    expect(keyOf('00')).to.deep.equal({ indicator: 'robos', place: '00' });
    expect(keyOf('13')).to.include({ place: '13', reference: 'Perú' });
  });

  it('shows the targets that are set for the place, else those of the country', () => {
    const target = (name: string, place?: string): object => ({ indicator: name, ...(place && { place }) });
    const planned = (...targets: readonly object[]): Manifest => ({ ...MANIFEST, targets }) as Manifest;
    const told = (manifest: Manifest, names: readonly string[] = []): unknown =>
      made('13', names, manifest)
        .sections.find(({ heading }) => heading === 'Metas')
        ?.parts.map(({ widget, attributes }) => [widget, attributes]);
    const both = planned(
      target('tasa'),
      target('robos', '13'),
      target('robos', '13'),
      target('hurtos', '20'),
    );
    expect(told(both)).to.deep.equal([['targets', { indicator: 'robos', place: '13' }]]);
    expect(told(both, ['tasa'])).to.deep.equal([['targets', { indicator: 'tasa' }]]);
    expect(told(planned(target('hurtos', '20')))).to.equal(undefined);
  });

  it('leaves out what a place has not: no ranking of a place without parts, no empty section', () => {
    expect(outline(made('20'))).to.deep.equal([
      'Cifras principales: card card',
      'Cómo cambiaron: trend trend',
      'En el país: Perú: card',
    ]);
    expect(outline(made('13', [], manifestOf()))).to.deep.equal([]);
  });

  it('takes the indicators that the page wants, in its order', () => {
    const { sections, meanings } = made('13', ['hurtos', 'robos']);
    expect(sections[0]?.parts.map(({ attributes }) => attributes['indicator'])).to.deep.equal([
      'hurtos',
      'robos',
    ]);
    expect(meanings.map(({ title }) => title)).to.deep.equal(['Título de hurtos', 'Título de robos']);
  });

  it('tells what each figure measures, with what one has to know', () => {
    expect(made().meanings[0]).to.deep.equal({
      title: 'Título de robos',
      texts: ['Qué es robos.', 'Muchos no se denuncian.'],
      sheet: { widget: 'method', attributes: { indicator: 'robos', place: '13' } },
    });
    expect(made().meanings[2]?.sheet.attributes).to.deep.equal({ indicator: 'tasa' });
  });

  it('fails with what was expected where the place or an indicator is not there', () => {
    for (const [wanted, names] of [
      ['99', []],
      ['', []],
      ['13', ['robo']],
    ] as const)
      expect(() => made(wanted, names), wanted)
        .to.throw(DataError)
        .with.property('code', 'bad-attribute');
    const places: Places = new Map([place('1', 'A', '1', 'x')]);
    expect(() =>
      makeProfile(MANIFEST, places, { place: '1', indicators: [], lang: 'es' }, messages),
    ).not.to.throw();
  });
});
