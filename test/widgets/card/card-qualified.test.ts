import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import { fromRows } from '../../../src/table/rows.js';
import type { CardModel } from '../../../src/widgets/card/card-model.js';
import { allWords } from '../../support/all-words.js';
import { ask } from '../../support/answer.js';
import { cardOf } from '../../support/make-card.js';

type Row = readonly [year: string, cases: number, people: number];
const rate = { value: 'sum(casos)', time: 'anio', per: '100000 of sum(pob)' };
const count = { value: 'sum(casos)', time: 'anio' };

async function cardFor(
  rows: readonly Row[],
  asked: Parameters<typeof ask>[1],
  words = allWords(),
): Promise<CardModel> {
  const table = await ask(await fromRows(['anio', 'casos', 'pob'], rows), asked);
  return cardOf(
    table,
    { heading: 'Homicidios', per: asked.per ?? '' },
    { interval: asked.interval ?? '' },
    words,
  );
}

describe('a card with an interval', () => {
  // Quoted: 2 487 homicides in 2017, 7.8 per 100 000, and 7.7 in 2016, of which no number is quoted.
  const national: Row[] = [
    ['2016', 2424, 31_488_625],
    ['2017', 2487, 31_826_018],
  ];

  it('[STAT-04] tells it in words beside the value, with the cases behind it', async () => {
    const card = await cardFor(national, { ...rate, interval: '95' });
    expect(card.value).to.equal('7.8');
    expect(card.beside).to.deep.equal(['2,487 casos', 'intervalo de confianza del 95%: de 7.5 a 8.1']);
    expect(card.label).to.include('2,487 casos; intervalo de confianza del 95%: de 7.5 a 8.1');
  });

  it('[STAT-05] says that a change which chance may explain is not statistically clear, and points nowhere', async () => {
    const card = await cardFor(national, { ...rate, interval: '95' });
    expect([card.change, card.direction]).to.deep.equal([
      'sin cambio estadísticamente claro respecto de 2016 (de 7.7 a 7.8)',
      'none',
    ]);
  });

  it('[STAT-05] tells a change that chance does not explain as any other', async () => {
    const rows: Row[] = [
      ['2023', 3120, 33_725_844],
      ['2024', 3440, 34_039_000],
    ];
    const card = await cardFor(rows, { ...rate, interval: '95' });
    expect([card.change, card.direction]).to.deep.equal(['subió 0.9 respecto de 2023', 'up']);
  });

  it('[STAT-05] looks at counts as it looks at rates', async () => {
    const rows = (first: number, last: number): Row[] => [
      ['2023', first, 1],
      ['2024', last, 1],
    ];
    const told = async (first: number, last: number, interval: string): Promise<string> =>
      (await cardFor(rows(first, last), { ...count, interval })).change;
    expect(await told(100, 110, '95')).to.include('sin cambio estadísticamente claro');
    expect(await told(100, 140, '95')).to.equal('subió 40 (40.0%) respecto de 2023');
    // Of 230 events 130 or more by chance: two tails, 0.056 together.
    expect(await told(100, 130, '90')).to.equal('subió 30 (30.0%) respecto de 2023');
    expect(await told(100, 130, '99')).to.include('sin cambio estadísticamente claro');
    expect(await told(100, 100, '95')).to.equal('sin cambio respecto de 2023');
  });

  it("[STAT-05] compares proportions by Wilson's limits", async () => {
    const part = { value: 'sum(casos)', time: 'anio', per: '100 of sum(pob)', interval: '95 wilson' };
    const near = await cardFor(
      [
        ['2023', 130, 500],
        ['2024', 140, 500],
      ],
      part,
    );
    expect(near.change).to.equal('sin cambio estadísticamente claro respecto de 2023 (de 26.0 a 28.0)');
    const far = await cardFor(
      [
        ['2023', 130, 500],
        ['2024', 175, 500],
      ],
      part,
    );
    expect(far.direction).to.equal('up');
    expect(far.beside).to.deep.equal(['175 casos', 'intervalo de confianza del 95%: de 30.9 a 39.3']);
  });

  it('has none where the rate is withheld, and then only the cases are told', async () => {
    const card = await cardFor([['2024', 2, 100_000]], { ...rate, interval: '95' });
    expect([card.value, card.beside]).to.deep.equal(['n. a.', ['2 casos']]);
  });

  it('says all of it in English', async () => {
    const card = await cardFor(national, { ...rate, interval: '95' }, allWords(en));
    expect(card.beside).to.deep.equal(['2,487 cases', '95% confidence interval: 7.5 to 8.1']);
    expect(card.change).to.equal('no statistically clear change from 2016 (from 7.7 to 7.8)');
  });

  it('without one says what it said before', async () => {
    const card = await cardFor(national, rate);
    expect([card.beside, card.change]).to.deep.equal([['2,487 casos'], 'subió 0.1 respecto de 2016']);
  });
});
