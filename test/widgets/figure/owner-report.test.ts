import { expect } from 'chai';
import { DataError } from '../../../src/errors.js';
import { explain } from '../../../src/widgets/figure/owner-report.js';

/** As much of an element as the report looks at. */
const element = (localName: string, by: string): Element =>
  ({
    localName,
    baseURI: '',
    getAttribute: (name: string) => (name === 'by' ? by : null),
  }) as unknown as Element;

const SEVERAL = { attribute: 'value', value: 'n (2024)', expected: ['sum(n)', 'where="…"', 'by="…"'] };

describe('what the page’s owner is told of several rows for one period', () => {
  const told = (name: string, by: string): string => {
    const { warn } = console;
    console.warn = () => undefined;
    try {
      return explain(element(name, by), new DataError('several-rows', SEVERAL), undefined).detail;
    } finally {
      console.warn = warn;
    }
  };

  it('is the breakdown of a card that has one: it shows a single series', () => {
    expect(told('obs-card', 'modalidad')).to.match(/^by="modalidad": .*where="…"/);
    expect(told('obs-card', 'modalidad')).not.to.contain('sum(n)');
  });

  it('is how they become one everywhere else', () => {
    expect(told('obs-card', '')).to.contain('sum(n)');
    expect(told('obs-trend', 'modalidad')).to.contain('sum(n)');
  });
});
