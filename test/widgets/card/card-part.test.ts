import { expect } from 'chai';
import type { Question } from '../../../src/engine/engine.js';
import { en } from '../../../src/text/en.js';
import { fromRows } from '../../../src/table/rows.js';
import type { CardModel } from '../../../src/widgets/card/card-model.js';
import { allWords } from '../../support/all-words.js';
import { ask } from '../../support/answer.js';
import { cardOf } from '../../support/make-card.js';

type Month = readonly [month: string, cases: number | null, people?: number];

const year = (of: number, months: number, cases: (month: number) => number): Month[] =>
  Array.from({ length: months }, (_, index) => [
    `${of}-${String(index + 1).padStart(2, '0')}`,
    cases(index + 1),
    1_000_000,
  ]);

/** 100 a month in 2024, 110 in 2025, whose October has only begun to arrive. */
const MONTHS: Month[] = [
  ...year(2023, 12, () => 90),
  ...year(2024, 12, () => 100),
  ...year(2025, 10, (month) => (month === 10 ? 3 : 110)),
];

async function cardFor(
  months: readonly Month[],
  asked: Partial<Question> = {},
  options: Parameters<typeof cardOf>[2] = {},
  words = allWords(),
): Promise<CardModel> {
  const table = await ask(await fromRows(['mes', 'casos', 'pob'], months), {
    value: 'sum(casos)',
    time: 'year(mes)',
    completeThrough: '2025-09',
    compared: true,
    ...asked,
  });
  const { per = '', interval = '' } = asked;
  return cardOf(table, { heading: 'Robos', per }, { interval, ...options }, words);
}

describe('the change of a period that is not whole', () => {
  it('[STAT-05] is of the same months of both years, and says which', async () => {
    const card = await cardFor(MONTHS);
    expect([card.value, card.statuses, card.direction]).to.deep.equal([
      '993',
      ['incompleto: falta parte de los datos'],
      'up',
    ]);
    expect(card.change).to.equal('ene.–set. 2025: subió 90 (10.0%) respecto de ene.–set. 2024');
    expect(card.label).to.include('ene.–set. 2025: subió 90');
  });

  it('[STAT-05] is not told where the data end within a month: the title would say more than the sum has', async () => {
    const { change } = await cardFor(MONTHS, { completeThrough: '2025-09-15' });
    expect(change).to.equal(
      '1 ene.–15 set. 2025: no se compara con el 1 ene.–15 set. 2024: falta parte de los datos',
    );
  });

  it('[STAT-05] is the same where the page asks for the year before, by that word or by its name', async () => {
    for (const compare of ['year', '2024']) {
      const { change } = await cardFor(MONTHS, {}, { compare });
      expect(change, compare).to.equal('ene.–set. 2025: subió 90 (10.0%) respecto de ene.–set. 2024');
    }
    const { change } = await cardFor(MONTHS, {}, { compare: '2023' });
    expect(change).to.equal('no se compara con 2023: falta parte de los datos');
  });

  it('[STAT-05] of a month or a day the same one of the year before, where the page asks for it', async () => {
    const months = { time: 'mes', completeThrough: '' };
    const month = await cardFor(MONTHS, months, { compare: 'year', period: '2025-07' });
    expect(month.change).to.equal('subió 10 (10.0%) respecto de jul. 2024');
    const first = await cardFor(MONTHS, months, { compare: 'year', period: '2023-07' });
    expect(first.change).to.equal('sin dato de jul. 2022 para comparar');
    const days: Month[] = [
      ['2024-09-05', 100],
      ['2025-09-04', 90],
      ['2025-09-05', 120],
    ];
    const day = await cardFor(days, months, { compare: 'year' });
    expect(day.change).to.equal('subió 20 (20.0%) respecto del 5 set. 2024');
    expect((await cardFor(days, months)).change).to.contain('4 set. 2025');
  });

  it('[STAT-05] says so in English, of quarters, and of the first month alone', async () => {
    const english = await cardFor(MONTHS, {}, {}, allWords(en));
    expect(english.change).to.equal('Jan–Sep 2025: up 90 (10.0%) from Jan–Sep 2024');
    const quarter = await cardFor(
      MONTHS,
      { time: 'quarter(mes)', completeThrough: '2025-08' },
      { period: '2025-Q3' },
    );
    expect(quarter.change).to.equal('jul.–ago. 2025: subió 20 (10.0%) respecto de jul.–ago. 2024');
    const first = await cardFor(MONTHS, { completeThrough: '2025-01' });
    expect(first.change).to.equal('ene. 2025: subió 10 (10.0%) respecto de ene. 2024');
  });

  it('[STAT-05] is of rates as of counts', async () => {
    const card = await cardFor(MONTHS, { per: '100000 of avg(pob)' });
    expect(card.change).to.equal('ene.–set. 2025: subió 9.0 respecto de ene.–set. 2024');
  });

  it('[STAT-05] is not statistically clear where chance may explain it', async () => {
    const few = [...year(2024, 12, () => 10), ...year(2025, 9, () => 11)];
    const card = await cardFor(few, { interval: '95' });
    expect([card.change, card.direction]).to.deep.equal([
      'ene.–set. 2025: sin cambio estadísticamente claro respecto de ene.–set. 2024 (de 90 a 99)',
      'none',
    ]);
    expect((await cardFor(MONTHS, { interval: '95' })).direction).to.equal('up');
  });

  it('[STAT-05] has no percentage of a base under 20', async () => {
    const card = await cardFor([...year(2024, 12, () => 2), ...year(2025, 9, () => 3)]);
    expect(card.change).to.equal('ene.–set. 2025: subió 9 respecto de ene.–set. 2024');
  });

  it('[STAT-05] is not told where the year before has not the same months, or lacks the value of one', async () => {
    const holed = MONTHS.filter(([month]) => month !== '2024-03');
    const lacking = MONTHS.map((row): Month => (row[0] === '2024-03' ? ['2024-03', null, 1] : row));
    for (const months of [holed, lacking]) {
      const card = await cardFor(months);
      expect(card.change).to.equal(
        'ene.–set. 2025: no se compara con ene.–set. 2024: falta parte de los datos',
      );
      expect(card.direction).to.equal('none');
    }
  });

  it('[STAT-05] is not told across a change in the way of measuring, in either year', async () => {
    for (const breaks of ['2025', '2025-03', '2024-11']) {
      const card = await cardFor(MONTHS, { breaks });
      expect(card.change, breaks).to.include('cambió la forma de medir');
    }
    expect((await cardFor(MONTHS, { breaks: '2024' })).change).to.include('subió 90');
  });

  it('is told of whole years as ever, and of what the page names to compare with', async () => {
    const whole = await cardFor(MONTHS, {}, { period: '2024' });
    expect(whole.change).to.equal('subió 120 (11.1%) respecto de 2023');
    const named = await cardFor(MONTHS, {}, { compare: '2023' });
    expect(named.change).to.equal('no se compara con 2023: falta parte de los datos');
    expect((await cardFor(MONTHS, {}, { compare: 'none' })).change).to.equal('');
  });

  it('has nothing to be compared with where the data begin in that year', async () => {
    const card = await cardFor(year(2025, 9, () => 110));
    expect(card.change).to.equal('');
  });

  it('is found from the year and the month in two columns as well', async () => {
    const rows = MONTHS.map(([month, cases]) => [month.slice(0, 4), Number(month.slice(5)), cases]);
    const table = await ask(await fromRows(['anio', 'mes', 'casos'], rows), {
      value: 'sum(casos)',
      time: 'year(anio, mes)',
      completeThrough: '2025-09',
      compared: true,
    });
    expect(cardOf(table).change).to.equal('ene.–set. 2025: subió 90 (10.0%) respecto de ene.–set. 2024');
  });
});
