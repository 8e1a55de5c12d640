import { expect } from 'chai';
import { citePlain } from '../../../src/widgets/figure/citation.js';
import { makeFrame } from '../../../src/widgets/figure/frame-model.js';
import { figure } from '../../../src/text/es/figure.js';
import { en } from '../../../src/text/en.js';
import { allWords } from '../../support/all-words.js';
import { fromRows } from '../../../src/table/rows.js';
import type { Question } from '../../../src/engine/engine.js';
import { answerOf, ask, saying } from '../../support/answer.js';

const factsOf = async (cells: string[][], asked: Partial<Question>): Promise<string> => {
  const table = await ask(await fromRows(['t', 'n'], cells), { value: 'n', time: 't', ...asked });
  return makeFrame(answerOf(table), saying({}), allWords(), {}).facts[0] ?? '';
};

describe('until when there are data', () => {
  const years = [
    ['2025', '40'],
    ['2026', '20'],
  ];

  it('is told of the part of the last year that is whole', async () => {
    expect(await factsOf(years, { completeThrough: '2026-07' })).to.equal('Datos hasta jul. 2026');
  });

  it('is the last period where that is whole, or nothing of it is', async () => {
    expect(await factsOf(years, {})).to.equal('Datos hasta 2026');
    expect(await factsOf(years, { completeThrough: '2026' })).to.equal('Datos hasta 2026');
    expect(await factsOf(years, { completeThrough: '2026-12' })).to.equal('Datos hasta 2026');
    expect(await factsOf(years, { completeThrough: '2025' })).to.equal('Datos hasta 2026');
  });
});

describe('the frame of a count', () => {
  it('is headed by what is counted, in words', async () => {
    const table = await ask(await fromRows(['t', 'n'], [['2024', '1']]), { value: 'count()', time: 't' });
    expect(makeFrame(answerOf(table), saying({}), allWords(), {}).heading).to.equal('Número de registros');
  });
});

describe('what ends in a full stop of its own', () => {
  it('has no second one, and a licence is called so once', () => {
    const cited = { author: 'INEI', title: 'Tasa', year: 's. f.', url: 'https://inei.example/' };
    const text = citePlain({ ...cited, retrieved: 'Recuperado el 5 dic. 2024', isoRetrieved: '2024-12-05' });
    expect(text).to.equal('INEI, «Tasa», s. f. https://inei.example/ (Recuperado el 5 dic. 2024).');
    expect([figure.license('CC BY 4.0'), figure.license('Licencia MIT')]).to.deep.equal([
      'Licencia: CC BY 4.0',
      'Licencia MIT',
    ]);
    expect(en.figure.license('Licence MIT')).to.equal('Licence MIT');
  });
});
