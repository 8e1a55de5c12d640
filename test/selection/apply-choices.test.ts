import { expect } from 'chai';
import fc from 'fast-check';
import { DataError } from '../../src/errors.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { applyChoices } from '../../src/selection/apply-choices.js';
import type { Choice } from '../../src/selection/selection.js';

const OWN = { indicator: '', place: 'Perú', period: '', where: '' };
const choice = (kind: Choice['kind'], value: string, column = ''): Choice => ({
  ...{ kind, value, column },
  label: `«${value}»`,
});

describe('what choices change of a figure', () => {
  it('is its place, its period, its indicator, or which rows count', () => {
    const own = { ...OWN, indicator: 'robos', where: 'anio > 2018' };
    expect(
      applyChoices(own, [
        choice('place', '13'),
        choice('period', '2024'),
        choice('indicator', 'hurtos'),
        choice('breakdown', 'Robo', 'Tipo de delito'),
      ]),
    ).to.deep.equal({
      indicator: 'hurtos',
      place: '13',
      period: '2024',
      where: "(anio > 2018) and ([Tipo de delito] = 'Robo')",
    });
  });

  it('is nothing where nothing is chosen', () => {
    expect(applyChoices(OWN, [])).to.deep.equal(OWN);
  });

  it('is, of a figure without indicator, the rows of the place and its name', () => {
    expect(applyChoices(OWN, [choice('place', '13', 'ubigeo')])).to.deep.equal({
      ...OWN,
      place: '«13»',
      where: "ubigeo = '13'",
    });
  });

  it('is never a name of a place, or of a category, over figures of everything', () => {
    for (const kind of ['place', 'breakdown'] as const)
      expect(() => applyChoices(OWN, [choice(kind, '13')]), kind)
        .to.throw(DataError)
        .with.property('code', 'bad-attribute');
  });

  it('[SEC-14] is one comparison with exactly that text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom("' or 1=1 --", "''", "a' and b = 'c")), (value) => {
        const { where } = applyChoices(OWN, [choice('breakdown', value, 'delito')]);
        const parsed = parseWhere(where);
        expect(parsed).to.include({ kind: 'compare', column: 'delito', op: '=' });
        expect(parsed.kind === 'compare' && parsed.value.text).to.equal(value);
      }),
    );
  });
});
