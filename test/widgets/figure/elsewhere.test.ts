import { expect } from 'chai';
import { ALL_ROWS } from '../../../src/engine/all-rows.js';
import type { Question } from '../../../src/engine/engine.js';
import { parsePopulation } from '../../../src/query/parse-population.js';
import { askElsewhere, type Whole } from '../../../src/widgets/figure/elsewhere.js';

const COUNTED = "tipo = 'Robo'";
const cube = { indicator: 'robos', level: 'provincia', where: "prov = 'Peñón'" };
const question: Question = {
  ...ALL_ROWS,
  ...{ src: 'https://datos.example/a.csv', source: {}, maxBytes: '', timeout: '' },
  ...{ firstByteTimeout: '', stallTimeout: '', value: 'sum(casos)' },
  where: `(${COUNTED}) and (prov = 'Peñón')`,
  per: "100000 of 'Censo; 2024' 2025: 200;prov;dist",
  otherwise: { src: 'https://datos.example/copia/observatory.json', cube },
};
const whole: Whole = {
  where: COUNTED,
  per: "100000 of 'Censo; 2024' 2025: 1000;prov 'Peñón' 2025: 200;dist",
};

describe('a question about another place than that of the figure', () => {
  it('is of all places where it has all rows that count: their inhabitants, and their sums in the snapshot', () => {
    const { where, per, otherwise } = askElsewhere(question, COUNTED, whole);
    expect([where, per]).to.deep.equal([COUNTED, whole.per]);
    expect(otherwise?.cube).to.deep.equal({ indicator: 'robos', level: '', where: '' });
  });

  it('is per nobody’s inhabitants and of nothing in a snapshot where nobody knows which place it is', () => {
    const { per, otherwise } = askElsewhere(question, `${COUNTED} and prov = 'Ámbar'`, whole);
    expect(parsePopulation(per).population).to.deep.include({ source: 'Censo; 2024', whole: [] });
    expect(otherwise?.cube?.where).to.equal(undefined);
  });

  it('is per all inhabitants of all rows there are, which the snapshot of fewer does not stand in for', () => {
    const { where, per, otherwise } = askElsewhere(question, '*', whole);
    expect([where, per]).to.deep.equal(['', whole.per]);
    expect(otherwise?.cube?.where).to.equal(undefined);
  });

  it('stays frozen where the figure is: the cube of all places is asked, where it has every row', () => {
    const frozen = { ...question, otherwise: { src: 'x', cube, only: true, asOf: '2026-08-12' } };
    const asked = (where: string): unknown =>
      askElsewhere(frozen, "prov = 'Ámbar'", { ...whole, where }).otherwise;
    const of = (where: string | undefined): unknown => ({
      ...frozen.otherwise,
      cube: { ...cube, level: '', where },
    });
    expect(asked('')).to.deep.equal(of("prov = 'Ámbar'"));
    expect(asked(COUNTED)).to.deep.equal(of(undefined));
  });

  it('is the page’s own where no manifest speaks', () => {
    const file = { ...question, otherwise: { src: 'copia.csv' } };
    expect(askElsewhere(file, '*', undefined)).to.deep.equal({ ...file, where: '', by: '' });
  });
});
