import { expect } from 'chai';
import { matchPlaces } from '../../src/query/match-places.js';
import { peruGrid } from '../../src/sources/peru-departments.js';
import type { CodeSystem } from '../../src/table/code-system.js';
import type { TextColumn } from '../../src/table/column.js';
import type { MapDocument } from '../../src/table/shape.js';
import { texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const PERU = peruGrid();

function codes(words: readonly string[], codeSystem?: CodeSystem): TextColumn {
  return { ...texts('ubigeo', words), ...(codeSystem && { codeSystem }) };
}

/** A map of places anywhere, by code and name. */
function mapOf(places: Readonly<Record<string, string>>, more: Partial<MapDocument> = {}): MapDocument {
  const all = Object.entries(places).map(([code, name], row) => ({
    code,
    name,
    row,
    column: 0,
    short: code,
  }));
  return {
    kind: 'tiles',
    places: all,
    isAmbiguous: false,
    aliases: new Map(),
    notices: [],
    ...more,
  } as MapDocument;
}

const namesIn = (column: TextColumn, map: MapDocument): (string | undefined)[] =>
  [...matchPlaces(column, map).placeOf].map((place) => map.places[place]?.name);

describe('places of data on a map', () => {
  it('are found by their codes, as texts', () => {
    expect(namesIn(codes(['01', '15', '25'], 'inei'), PERU)).to.deep.equal(['Amazonas', 'Lima', 'Ucayali']);
    const match = matchPlaces(codes(['1', '15'], 'inei'), PERU);
    expect(match.unmatched).to.deep.equal(['1']);
  });

  it('are found by their names, whatever their accents and capitals', () => {
    const names = texts('departamento', ['ANCASH', 'huánuco', 'La  Libertad', 'PROV. CONST. DEL CALLAO']);
    expect(namesIn(names, PERU)).to.deep.equal(['Áncash', 'Huánuco', 'La Libertad', 'Callao']);
  });

  it('are refused where codes could be of two lists and nobody says of which', async () => {
    const { code, details } = await thrownBy(() => matchPlaces(codes(['14', '15']), PERU));
    expect(code).to.equal('bad-attribute');
    expect(details).to.include({ attribute: 'code-system', value: '' });
  });

  it('are refused where they are said to be of another list than the map’s', async () => {
    const { details } = await thrownBy(() => matchPlaces(codes(['14', '15'], 'reniec'), PERU));
    expect(details).to.include({ attribute: 'code-system', value: 'reniec' });
    expect(details.expected).to.deep.equal(['inei']);
  });

  it('are refused where the map itself could be of two lists', async () => {
    const map = mapOf({ '14': 'Lambayeque' }, { isAmbiguous: true });
    const { details } = await thrownBy(() => matchPlaces(codes(['14'], 'inei'), map));
    expect(details).to.include({ attribute: 'geometry-code-system', value: '' });
    const unknown = await thrownBy(() => matchPlaces(codes(['14'], 'reniec'), mapOf({ '14': 'Lima' })));
    expect(unknown.details.attribute).to.equal('geometry-code-system');
  });

  it('are joined by codes of any other list without being asked', () => {
    const map = mapOf({ '05': 'Antioquia', '08': 'Atlántico' });
    expect(namesIn(codes(['08', '05']), map)).to.deep.equal(['Atlántico', 'Antioquia']);
  });

  it('are never guessed by likeness: police units of Lima are no department', () => {
    const units = texts('departamento', ['LIMA METROPOLITANA', 'REGION LIMA', 'ICA']);
    const match = matchPlaces(units, PERU);
    expect(match.unmatched).to.deep.equal(['LIMA METROPOLITANA', 'REGION LIMA']);
    expect(match.withoutData.map((place) => PERU.places[place]?.name)).to.include('Lima');
  });

  it('stay out where one name is of two places, or two words are of one place', () => {
    const twice = mapOf({ a: 'Santa Rosa', b: 'Santa Rosa', c: 'Ica' });
    expect(matchPlaces(texts('d', ['SANTA ROSA', 'ICA']), twice).unmatched).to.deep.equal(['SANTA ROSA']);
    const rivals = matchPlaces(texts('d', ['LIMA', 'Lima', 'Ica']), PERU);
    expect(rivals.unmatched).to.deep.equal(['LIMA', 'Lima']);
  });

  it('tell what is on one side only', () => {
    const match = matchPlaces(texts('departamento', ['Ica', 'Lima', 'PERU']), PERU);
    expect(match.total).to.equal(3);
    expect(match.unmatched).to.deep.equal(['PERU']);
    expect(match.withoutData).to.have.length(23);
  });

  it('fail where not one of them is on the map, with what the map has', async () => {
    const { details } = await thrownBy(() => matchPlaces(texts('tipo', ['Robo', 'Hurto']), PERU));
    expect(details).to.include({ attribute: 'by', value: 'Robo' });
    expect(details.expected).to.include.members(['01', 'Amazonas']);
  });

  it('are counted by what the data have: a word without rows is none', () => {
    const column: TextColumn = { ...texts('departamento', ['Ica']), words: ['Ica', 'Nowhere'] };
    const match = matchPlaces(column, PERU);
    expect(match.total).to.equal(1);
    expect(match.unmatched).to.deep.equal([]);
  });
});
