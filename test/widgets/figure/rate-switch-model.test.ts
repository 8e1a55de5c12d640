import { expect } from 'chai';
import { asCount, requireBoth, type RateTexts } from '../../../src/widgets/figure/rate-switch-model.js';
import { thrownBy } from '../../support/thrown.js';

const SAID: RateTexts = {
  heading: 'Tasa de homicidios',
  unit: 'por 100 mil habitantes',
  per: '100000 of sum(poblacion)',
  decimals: '1',
  interval: '95 wilson',
  definition: 'Muertes por cada 100 mil habitantes',
  method: 'Con la población proyectada por el INEI',
  countHeading: 'Homicidios',
  countUnit: 'víctimas',
};

describe('a count in place of its rate', () => {
  it('[STAT-04] has its own title, unit and decimals, no denominator, and nothing that was said of the rate', () => {
    expect(asCount(SAID)).to.deep.equal({
      heading: 'Homicidios',
      unit: 'víctimas',
      per: '',
      decimals: '',
      interval: '95',
      definition: '',
      method: '',
    });
  });

  it('has an interval only where its rate has one', () => {
    expect(asCount({ ...SAID, interval: '' }).interval).to.equal('');
    expect(asCount({ ...SAID, interval: '90 Poisson' }).interval).to.equal('90 Poisson');
  });

  it('is shown on a map as circles, never in colour', () => {
    expect(asCount({ ...SAID, as: '' }).as).to.equal('symbols');
    expect(asCount(SAID)).not.to.have.property('as');
  });

  it('needs a rate, and a name', async () => {
    expect(() => requireBoth(SAID)).not.to.throw();
    expect((await thrownBy(() => requireBoth({ ...SAID, per: ' ' }))).details.attribute).to.equal(
      'count-heading',
    );
    expect((await thrownBy(() => requireBoth({ ...SAID, countHeading: '' }))).details.attribute).to.equal(
      'count-unit',
    );
  });
});
