import { expect } from 'chai';
import { DataError } from '../../../src/errors.js';
import type { Place, Places } from '../../../src/observatory/places.js';
import { fromRows } from '../../../src/table/rows.js';
import { optionsOfBreakdown, parseOptions } from '../../../src/widgets/filter/filter-model.js';
import { optionsOfPlaces } from '../../../src/widgets/filter/observatory-model.js';

const place = (code: string, name: string, parent: string, level: string): [string, Place] => [
  code,
  { code, name, parent, level, names: [name], population: new Map() },
];
const PLACES: Places = new Map([
  place('13', 'La Libertad', '', 'departamento'),
  place('02', 'Áncash', '', 'departamento'),
  place('1301', 'Trujillo', '13', 'provincia'),
  place('130101', 'Santa Rosa', '1301', 'distrito'),
  place('0201', 'Huaraz', '02', 'provincia'),
  place('020101', 'Santa Rosa', '0201', 'distrito'),
  place('020102', 'Jangas', '0201', 'distrito'),
]);
const labels = ({ options }: { readonly options: readonly { readonly label: string }[] }): string[] =>
  options.map(({ label }) => label);

describe('the options of a filter', () => {
  it('are written as value and name, or as values alone, each once', () => {
    expect(
      parseOptions('13: La Libertad; 20 : Piura ;2018..2024: Desde 2018; 10:30; 13: Otra;'),
    ).to.deep.equal([
      { value: '13', label: 'La Libertad' },
      { value: '20', label: 'Piura' },
      { value: '2018..2024', label: 'Desde 2018' },
      { value: '10:30', label: '10:30' },
    ]);
    expect(() => parseOptions(' ; '))
      .to.throw(DataError)
      .with.property('code', 'bad-attribute');
  });

  it('are the parts of the whole, those of a place, or those of a level, as Spanish orders them', () => {
    expect(labels(optionsOfPlaces(PLACES, '', ''))).to.deep.equal(['Áncash', 'La Libertad']);
    expect(optionsOfPlaces(PLACES, '13', '')).to.deep.equal({
      options: [{ value: '1301', label: 'Trujillo' }],
      all: 'La Libertad',
    });
    expect(labels(optionsOfPlaces(PLACES, '02', 'distrito'))).to.deep.equal(['Jangas', 'Santa Rosa']);
  });

  it('tell two places of one name apart by what they are part of', () => {
    expect(labels(optionsOfPlaces(PLACES, '', 'distrito'))).to.deep.equal([
      'Jangas',
      'Santa Rosa (Huaraz)',
      'Santa Rosa (Trujillo)',
    ]);
  });

  it('fail with the levels there are where the page names another', () => {
    expect(() => optionsOfPlaces(PLACES, '', 'región'))
      .to.throw(DataError)
      .with.nested.property('details.expected')
      .that.includes('departamento');
  });

  it('are the values of a column, each once, without rows that have none', async () => {
    const table = await fromRows(['tipo'], [['Robo'], ['Hurto'], [''], ['Robo']]);
    expect(labels(optionsOfBreakdown(table))).to.deep.equal(['Hurto', 'Robo']);
    expect(optionsOfBreakdown(table).column).to.equal(table.columns[0]?.name);
  });
});
