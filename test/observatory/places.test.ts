import { expect } from 'chai';
import { placeOf, type Place, type Places } from '../../src/observatory/places.js';
import { thrownBy } from '../support/thrown.js';

const place = (code: string, name: string, parent: string): [string, Place] => [
  code,
  { code, name, parent, level: '', names: [name], population: new Map() },
];
const PLACES: Places = new Map([
  place('0101', 'San José', '01'),
  place('01', 'Costa Alta', ''),
  place('0201', 'San José', '02'),
  place('02', 'Sierra', ''),
  // A district, its province and its department have one name; the list begins with the smallest.
  place('200101', 'Piura', '2001'),
  place('2001', 'Piura', '20'),
  place('20', 'Piura', ''),
]);

describe('the place that a page means', () => {
  it('is found by its code, and by its name in whatever letters', () => {
    expect(placeOf(PLACES, '0201').code).to.equal('0201');
    expect(placeOf(PLACES, ' costa alta ').code).to.equal('01');
  });

  it('is of several of one name the one that all others are parts of', () => {
    expect(placeOf(PLACES, 'Piura').code).to.equal('20');
  });

  it('is never the first of two that have nothing to do with each other: their codes are told', async () => {
    const { code, details } = await thrownBy(() => placeOf(PLACES, 'San José'));
    expect(code).to.equal('bad-attribute');
    expect(details).to.deep.equal({ attribute: 'place', value: 'San José', expected: ['0101', '0201'] });
  });

  it('is found in a list whose places are parts of each other in a ring', () => {
    const ring = new Map([place('1', 'A', '2'), place('2', 'B', '1')]);
    expect(placeOf(ring, 'B').code).to.equal('2');
  });
});
