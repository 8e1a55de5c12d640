import { expect } from 'chai';
import fc from 'fast-check';
import { bars as english } from '../../src/text/en/bars.js';
import { en } from '../../src/text/en.js';
import { bars as spanish } from '../../src/text/es/bars.js';
import type { Compared } from '../../src/text/summary/compared.js';
import { summariseBars, type BarsSummarised } from '../../src/text/summary/summarise-bars.js';
import { STATUS } from '../../src/table/status.js';
import { allWords } from '../support/all-words.js';

const SPANISH = allWords();
const ENGLISH = allWords(en);

const UNSAID: BarsSummarised = {
  what: 'Tasa de homicidios, Perú, 2025',
  unit: 'por 100 mil habitantes',
  decimals: 1,
  bars: [],
  own: undefined,
  reference: undefined,
  largest: undefined,
};
const bar = (name: string, value: number, status = 0): Compared => ({ name, value, status });
const told = (summarised: Partial<BarsSummarised>): string =>
  summariseBars({ ...UNSAID, ...summarised }, SPANISH, spanish.summary);

const PLACES = [bar('Tumbes', 24.3), bar('Lima', 11.8), bar('La Libertad', 10.2), bar('Puno', 2.4)];

describe('bars in words', () => {
  it('[A11Y-40] tell the highest and the lowest, the reader’s own place and what all are compared with', () => {
    const own = { ...bar('La Libertad', 10.2), place: 'puesto 3 de 4, entre el 2.º y el 3.º' };
    const said = { bars: PLACES, own, reference: bar('Nacional', 10.7) };
    expect(told(said)).to.equal(
      'Tasa de homicidios, Perú, 2025. Se comparan 4. Valor más alto: Tumbes (24.3 por 100 mil habitantes). Valor más bajo: Puno (2.4). La Libertad: 10.2, puesto 3 de 4, entre el 2.º y el 3.º. Nacional: 10.7.',
    );
    const inEnglish = { ...UNSAID, ...said, what: 'Homicide rate, Peru, 2025', unit: 'per 100,000' };
    expect(
      summariseBars({ ...inEnglish, own: { ...own, place: '3rd of 4' } }, ENGLISH, english.summary),
    ).to.equal(
      'Homicide rate, Peru, 2025. 4 compared. Highest value: Tumbes (24.3 per 100,000). Lowest value: Puno (2.4). La Libertad: 10.2, 3rd of 4. Nacional: 10.7.',
    );
  });

  it('[STAT-08] tell what qualifies values and why there are none, and of whom', () => {
    const all = [
      ...PLACES,
      bar('Ica', 9, STATUS.provisional),
      bar('Junín', 8, STATUS.unreliable),
      bar('Callao', NaN, STATUS.missing),
      bar('Pasco', NaN, STATUS.suppressed),
    ];
    expect(told({ bars: all })).to.contain(
      'Provisional: Ica. Pocos casos (interpretar con cuidado): Junín. Sin dato: Callao. Oculto para proteger a las personas: Pasco.',
    );
    const many = PLACES.concat(PLACES).map((each, index) =>
      bar(`${each.name} ${index}`, index, STATUS.provisional),
    );
    expect(told({ bars: many })).to.contain('Provisional: todos.');
    expect(told({ bars: [...many.slice(1), bar('Ica', 3)] })).to.contain('Provisional: 7 de 8.');
    const rate = { ...bar('Ica', NaN, STATUS.notApplicable), count: 2 };
    expect(told({ bars: [...PLACES, rate] })).to.contain('Menos de 3 casos (no se calcula tasa): Ica.');
  });

  it('[STAT-08] call nothing highest or lowest that is not whole or only projected, and say what they leave out', () => {
    const all = [...PLACES, bar('Ica', 1, STATUS.incomplete), bar('Junín', 99, STATUS.forecast)];
    expect(told({ bars: all }))
      .to.contain('Valor más alto, sin contar los incompletos y los proyectados: Tumbes')
      .and.to.contain('Valor más bajo, sin contar los incompletos: Puno');
  });

  it('[STAT-04] call nothing highest or lowest that rests on few cases, and say so where it would be', () => {
    const few = (value: number): string =>
      told({ bars: [...PLACES, { ...bar('Ica', value, STATUS.unreliable), count: 4 }] });
    expect(few(1)).to.contain('Valor más bajo, sin contar los de pocos casos: Puno (2.4)');
    expect(few(1)).to.contain('Valor más alto: Tumbes');
    expect(few(2.4)).to.contain('Valor más bajo, sin contar los de pocos casos: Puno (2.4)');
    expect(few(5)).to.contain('Valor más bajo: Puno (2.4)');
    expect(few(99)).to.contain('Valor más alto, sin contar los de pocos casos: Tumbes');
  });

  it('[STAT-04] say of none that they are all equal where one is left out', () => {
    const all = [bar('a', 2), bar('b', 2)];
    expect(told({ bars: all })).to.contain('Todos tienen el mismo valor');
    expect(told({ bars: [...all, bar('c', 9, STATUS.unreliable)] })).not.to.contain('Todos');
  });

  it('tell all of those that are equal as they are shown, and nothing of order where all are', () => {
    expect(told({ bars: [bar('a', 3), bar('b', 2.01), bar('c', 2.02)] })).to.contain(
      'Valor más bajo: b y c (2.0).',
    );
    expect(told({ bars: [bar('a', 2), bar('b', 2)] })).to.contain(
      'Todos tienen el mismo valor: 2.0 por 100 mil habitantes.',
    );
    const rounded = told({ bars: [bar('a', 2.01), bar('b', 2.02)] });
    expect(rounded).to.contain('Todos tienen el mismo valor redondeado: 2.0 por 100 mil habitantes.');
    expect(rounded).not.to.match(/alto|bajo/);
    const only = told({ bars: [bar('a', 2)] });
    expect(only)
      .to.contain('a: 2.0 por 100 mil habitantes.')
      .and.not.to.match(/alto|bajo|mismo/);
  });

  it('[A11Y-40] take at most 60 words, whatever they are of', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,9}$/);
    const status = fc.constantFrom(0, ...Object.values(STATUS));
    const one = fc.tuple(name, fc.oneof(fc.constant(NaN), fc.nat(99)), status).map((each) => bar(...each));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), name, one, (all, what, named) => {
        const summary = told({
          bars: all,
          what,
          own: { ...named, place: 'puesto 1 de 9' },
          reference: named,
        });
        expect(summary.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length).to.be.at.most(60);
      }),
      { numRuns: 2000 },
    );
  });
});
