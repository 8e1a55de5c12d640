import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import { allWords } from '../../support/all-words.js';
import { ask } from '../../support/answer.js';
import { cardOf } from '../../support/make-card.js';
import { numbers, seriesTable, tableOf } from '../../support/make-table.js';
import { fromRows } from '../../../src/table/rows.js';
import { thrownBy } from '../../support/thrown.js';

const RATE = { decimals: 1 };
const HOMICIDES = { heading: 'Homicidios', place: 'Lambayeque', unit: 'por 100 mil habitantes' };

describe('a card', () => {
  it('[A11Y-20] is one sentence: what, where, when, how much, the change, what qualifies it', () => {
    const table = seriesTable({ 2022: 7, 2023: 6.7, 2024: [6.3, 'provisional'] }, RATE);
    const card = cardOf(table, HOMICIDES);
    expect(card.label).to.equal(
      'Homicidios, Lambayeque, 2024: 6.3 por 100 mil habitantes; bajó 0.4 respecto de 2023; provisional',
    );
    expect(card).to.deep.include({
      value: '6.3',
      direction: 'down',
      change: 'bajó 0.4 respecto de 2023',
      range: 'de 7.0 (2022) a 6.3 (2024)',
      statuses: ['provisional'],
    });
    expect(card.frame.subtitle).to.equal('Lambayeque · 2024 · por 100 mil habitantes');
  });

  it('[A11Y-20] says the same in English', () => {
    const table = seriesTable({ 2023: 6.7, 2024: [6.3, 'provisional'] }, RATE);
    const said = { heading: 'Homicides', place: 'Lambayeque', unit: 'per 100,000' };
    expect(cardOf(table, said, {}, allWords(en)).label).to.equal(
      'Homicides, Lambayeque, 2024: 6.3 per 100,000; down 0.4 from 2023; provisional',
    );
  });

  it('[STAT-09] shows the last period also where its value is hidden: what was before it is not the latest', () => {
    const card = cardOf(seriesTable({ 2023: 5, 2024: 7, 2025: 'suppressed' }));
    expect([card.value, card.frame.subtitle, card.change]).to.deep.equal(['oculto', '2025', '']);
    expect(card.frame.facts[0]).to.equal('Datos hasta 2025');
  });

  it('shows the last period with a value, and says which', () => {
    const card = cardOf(seriesTable({ 2023: 5, 2024: 7, 2025: 'missing' }));
    expect(card.value).to.equal('7');
    expect(card.label).to.contain('2024: 7').and.not.to.contain('2025');
  });

  it('shows no projection as what has happened, but where the page names its period or there is nothing else', () => {
    const table = seriesTable({ 2023: 25, 2024: 30, 2025: [41, 'forecast'], 2026: [44, 'forecast'] });
    expect(cardOf(table).label).to.contain('2024: 30; subió 5');
    expect(cardOf(table, {}, { period: '2026' }).label).to.contain('2026: 44; proyectado: subió 3');
    expect(cardOf(seriesTable({ 2025: [41, 'forecast'], 2026: [44, 'forecast'] })).value).to.equal('44');
  });

  it('shows the period that the page names, with its own change', () => {
    const table = seriesTable({ 2022: 20, 2023: 25, 2024: 40 });
    const card = cardOf(table, {}, { period: '2023' });
    expect([card.value, card.change]).to.deep.equal(['25', 'subió 5 (25.0%) respecto de 2022']);
  });

  it('has no value for a period that the data do not have', () => {
    const card = cardOf(seriesTable({ 2023: 5 }), { heading: 'Robos' }, { period: '2030' });
    expect([card.value, card.statuses, card.change]).to.deep.equal(['s/d', ['sin dato'], '']);
    expect(card.label).to.equal('Robos, 2030: sin dato');
  });

  it('takes the name of its measure where the page gives no heading', () => {
    expect(cardOf(seriesTable({ 2024: 5 }, { name: 'casos', label: 'Denuncias' })).label).to.equal(
      'Denuncias, 2024: 5',
    );
  });

  it('needs no time: one row is one value', () => {
    const card = cardOf(tableOf(numbers('casos', [12], { role: 'measure' })), {
      heading: 'Robos',
      place: 'Lima',
    });
    expect(card.label).to.equal('Robos, Lima: 12');
    expect([card.sparkline, card.change, card.range]).to.deep.equal([undefined, '', '']);
  });

  it('refuses two values for one period, which it could not tell apart', async () => {
    const two = tableOf(numbers('casos', [12, 13], { role: 'measure' }));
    expect((await thrownBy(() => cardOf(two))).code).to.equal('several-rows');
  });

  it('refuses an answer without a measure, and a period that is none', async () => {
    const none = await thrownBy(() => cardOf(tableOf(numbers('casos', [12]))));
    expect([none.code, none.details.expected]).to.deep.equal(['missing-column', ['casos']]);
    for (const [attribute, options] of [
      ['period', { period: 'ayer' }],
      ['compare', { compare: 'antes' }],
    ] as const) {
      const { code, details } = await thrownBy(() => cardOf(seriesTable({ 2023: 1, 2024: 2 }), {}, options));
      expect([code, details.attribute]).to.deep.equal(['bad-attribute', attribute]);
    }
  });

  it('[STAT-04] shows the count beside a rate, and says where it is made of few cases', async () => {
    const rows = [
      ['2023', 30, 1_000_000],
      ['2024', 12, 1_000_000],
    ];
    const table = await ask(await fromRows(['anio', 'casos', 'pob'], rows), {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
    });
    const card = cardOf(table, { heading: 'Homicidios', per: '100000 of sum(pob)' });
    expect([card.value, card.beside]).to.deep.equal(['1.2', ['12 casos']]);
    expect(card.label).to.equal(
      'Homicidios, 2024: 1.2 por cada 100,000; 12 casos; bajó 1.8 respecto de 2023; pocos casos: interpretar con cuidado',
    );
  });

  it('[STAT-04] has no rate of two cases, and says that it does not apply', async () => {
    const table = await ask(await fromRows(['anio', 'casos', 'pob'], [['2024', 2, 1_000_000]]), {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
    });
    const card = cardOf(table, { per: '100000 of sum(pob)' });
    expect([card.value, card.statuses, card.beside]).to.deep.equal(['n. a.', ['no aplica'], ['2 casos']]);
  });

  it('writes as many decimals as the source, or as the page asks for', () => {
    const table = seriesTable({ 2023: 6.75, 2024: 6.25 }, { decimals: 2 });
    expect(cardOf(table).value).to.equal('6.25');
    expect(cardOf(table, {}, { decimals: 0 }).value).to.match(/^6$/);
    expect(cardOf(table, {}, { decimals: 1 }).change).to.equal('bajó 0.5 respecto de 2023');
  });
});

const FOUR: [
  cell: Parameters<typeof seriesTable>[0][string],
  value: string,
  statuses: string[],
  spoken: string,
][] = [
  [0, '0', [], '0'],
  ['missing', 's/d', ['sin dato'], 'sin dato'],
  ['suppressed', 'oculto', ['oculto para proteger a las personas'], 'oculto para proteger a las personas'],
  ['notApplicable', 'n. a.', ['no aplica'], 'no aplica'],
];

describe('zero, missing, hidden and not applicable', () => {
  for (const [cell, value, statuses, spoken] of FOUR) {
    it(`[STAT-08] ${spoken} is a card of its own`, () => {
      const card = cardOf(seriesTable({ 2024: cell }), { heading: 'Secuestros' });
      expect([card.value, card.statuses]).to.deep.equal([value, statuses]);
      expect(card.label).to.equal(`Secuestros, 2024: ${spoken}`);
      expect([card.change, card.direction]).to.deep.equal(['', 'none']);
    });
  }

  it('is missing where nobody says why', () => {
    const table = tableOf({ ...numbers('casos', [NaN], { role: 'measure' }), statuses: Uint16Array.of(0) });
    const card = cardOf(table, HOMICIDES);
    expect([card.value, card.statuses]).to.deep.equal(['s/d', ['sin dato']]);
    expect(card.label).to.equal('Homicidios, Lambayeque: sin dato');
  });

  it('zero is compared like any other value', () => {
    expect(cardOf(seriesTable({ 2023: 25, 2024: 0 })).change).to.equal('bajó 25 (100.0%) respecto de 2023');
    expect(cardOf(seriesTable({ 2023: 0, 2024: 4 })).change).to.equal('subió 4 respecto de 2023');
  });

  it('[A11Y-20] what is not there has no unit', () => {
    expect(cardOf(seriesTable({ 2024: 'missing' }), HOMICIDES).label).to.equal(
      'Homicidios, Lambayeque, 2024: sin dato',
    );
  });

  it('[A11Y-02] a percentage is said without a space', () => {
    const card = cardOf(seriesTable({ 2024: 27.7 }, RATE), { heading: 'Víctimas', unit: '%' });
    expect(card.label).to.equal('Víctimas, 2024: 27.7%');
  });

  it('[STAT-04] one case is said in the singular', async () => {
    const table = await ask(await fromRows(['anio', 'casos', 'pob'], [['2024', 1, 1_000_000]]), {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
    });
    expect(cardOf(table, { per: '100000 of sum(pob)' }).beside).to.deep.equal(['1 caso']);
  });

  it('tells the page how a card is asked for a range, and for one row of several', async () => {
    const wrong = await thrownBy(() => cardOf(seriesTable({ 2024: 1 }), {}, { period: '2024-2025' }));
    expect(wrong.details.expected).to.include('2018..2024');
    const rows = tableOf(numbers('Robos', [1, 2], { role: 'measure' }));
    const { details } = await thrownBy(() => cardOf(rows));
    expect([details.value, details.expected]).to.deep.equal([
      'Robos',
      ['sum(Robos)', 'where="…"', 'time="…"'],
    ]);
  });
});
