import { expect } from 'chai';
import { DEPARTMENTS, peruGrid } from '../../src/sources/peru-departments.js';
import { parseGrid } from '../../src/sources/tile-grid.js';
import { thrownBy } from '../support/thrown.js';

/** Pairs of departments that share a border on land, some of them around each of the country's corners. */
const NEIGHBOURS = [
  ['24', '20'],
  ['20', '14'],
  ['06', '01'],
  ['01', '16'],
  ['13', '22'],
  ['13', '02'],
  ['02', '15'],
  ['15', '07'],
  ['15', '11'],
  ['08', '17'],
  ['17', '21'],
  ['04', '18'],
  ['18', '23'],
  ['19', '25'],
];

describe('the squares of Peru', () => {
  const { places } = peruGrid();
  const at = (code: string): { row: number; column: number } => {
    const [, , row = NaN, column = NaN] = DEPARTMENTS.find(([each]) => each === code) ?? [];
    return { row, column };
  };

  it('are 25, each with its code, on a square of its own', () => {
    expect(places.map(({ code }) => code)).to.deep.equal(
      Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    const squares = DEPARTMENTS.map(([, , row, column]) => `${row} ${column}`);
    expect(new Set(squares).size).to.equal(25);
  });

  it('have names of three letters that differ', () => {
    const shorts = places.map((place) => ('short' in place ? place.short : ''));
    expect(new Set(shorts).size).to.equal(25);
    expect(shorts.every((short) => /^\p{Lu}{3}$/u.test(short))).to.equal(true);
  });

  it('keep neighbours side by side, north above south and west left of east', () => {
    for (const [one = '', other = ''] of NEIGHBOURS) {
      const [a, b] = [at(one), at(other)];
      expect(Math.abs(a.row - b.row) + Math.abs(a.column - b.column), `${one} ${other}`).to.equal(1);
    }
    expect(at('24').row).to.equal(0);
    expect(at('23').row).to.equal(Math.max(...DEPARTMENTS.map(([, , row]) => row)));
    expect(at('16').column).to.be.above(at('20').column);
  });
});

describe('squares of one’s own', () => {
  const MANABI = { code: 'EC-M', name: 'Manabí', row: 3, column: 2 };

  it('are read with their codes as texts, and begin at the first row and column', () => {
    const { places } = parseGrid(
      [MANABI, { code: '09', name: 'Guayas', row: 4, column: 3, short: 'GYE' }],
      'x',
    );
    expect(places).to.deep.equal([
      { code: 'EC-M', name: 'Manabí', row: 0, column: 0, short: 'MAN' },
      { code: '09', name: 'Guayas', row: 1, column: 1, short: 'GYE' },
    ]);
  });

  it('are refused with what is wrong and what was expected', async () => {
    const wrong: readonly unknown[][] = [
      [],
      [{ ...MANABI, code: '' }],
      [{ ...MANABI, row: -1 }],
      [{ ...MANABI, column: 1.5 }],
      [{ ...MANABI, column: '2' }],
      [MANABI, { ...MANABI, code: 'EC-G' }],
      [MANABI, { ...MANABI, row: 9 }],
      ['Manabí'],
      [null],
    ];
    for (const list of wrong) {
      const { code, details } = await thrownBy(() => parseGrid(list, 'mapas.example'));
      expect(code, JSON.stringify(list)).to.equal('no-shapes');
      expect(details.host).to.equal('mapas.example');
      expect(details.expected?.join()).to.contain('"row"');
    }
  });
});
