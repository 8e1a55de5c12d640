import { expect } from 'chai';
import { isRate, requireRate, type Measured } from '../../src/query/rate-or-count.js';
import { thrownBy } from '../support/thrown.js';

const measured = (value: string, more: Partial<Measured> = {}): Measured => ({
  value,
  per: '',
  unit: '',
  kind: '',
  ...more,
});

describe('whether colour may show what is measured', () => {
  it('[STAT-12] is so where it is divided', () => {
    expect(isRate(measured('sum(casos)', { per: '100000 of sum(poblacion)' }))).to.equal(true);
  });

  it('[STAT-12] is never so of a sum or a number of rows', () => {
    for (const value of ['sum(casos)', 'count()', ' COUNT (x)']) {
      expect(isRate(measured(value, { unit: 'por 100 mil habitantes', kind: 'rate' })), value).to.equal(
        false,
      );
    }
  });

  it('[STAT-12] is told of a column by its unit, or by the page', () => {
    for (const unit of ['%', 'por 100 mil habitantes', 'por cada 1,000', 'per 100,000', 'víctimas/100 000'])
      expect(isRate(measured('tasa', { unit })), unit).to.equal(true);
    for (const unit of ['', 'casos', 'denuncias', 'personas']) {
      expect(isRate(measured('x', { unit })), unit).to.equal(false);
      expect(isRate(measured('x', { unit, kind: 'rate' })), unit).to.equal(true);
    }
    expect(isRate(measured('tasa', { unit: '%', kind: 'count' }))).to.equal(false);
  });

  it('fails with what may be written instead', async () => {
    const sum = await thrownBy(() => requireRate(measured('sum(casos)')));
    expect(sum.details.attribute).to.equal('value');
    expect(sum.details.expected).to.deep.equal(['per="100000 of sum(poblacion)"', 'as="symbols"']);
    const bare = await thrownBy(() => requireRate(measured('casos')));
    expect(bare.details.attribute).to.equal('measure-kind');
    expect(bare.details.expected).to.include('as="symbols"');
  });
});
