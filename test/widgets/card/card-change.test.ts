import { expect } from 'chai';
import { cardOf } from '../../support/make-card.js';
import { thrownBy } from '../../support/thrown.js';
import { seriesTable, type NumberCell } from '../../support/make-table.js';

type Cells = Readonly<Record<string, NumberCell>>;

const change = (
  cells: Cells,
  said: Parameters<typeof cardOf>[1] = {},
  options: Parameters<typeof cardOf>[2] = {},
): string => cardOf(seriesTable(cells), said, options).change;

describe('the change on a card', () => {
  it('[STAT-05] of counts is told with a percentage, of few counts without', () => {
    expect(change({ 2023: 22_361, 2024: 26_585 })).to.equal('subió 4,224 (18.9%) respecto de 2023');
    expect(change({ 2023: 19, 2024: 26 })).to.equal('subió 7 respecto de 2023');
    for (const unit of ['personas', 'soporte', 'reportes de robo', 'persons']) {
      expect(change({ 2023: 40, 2024: 50 }, { unit })).to.equal('subió 10 (25.0%) respecto de 2023');
    }
  });

  it('[STAT-05] that is less than the smallest percentage shown is not told as none', () => {
    expect(change({ 2023: 22_361, 2024: 22_362 })).to.equal('subió 1 (menos de 0.1%) respecto de 2023');
    expect(change({ 2023: 22_362, 2024: 22_361 })).to.equal('bajó 1 (menos de 0.1%) respecto de 2023');
  });

  it('[STAT-05] of rates is told without a percentage', () => {
    for (const unit of [
      'por 100 mil habitantes',
      'per 100,000',
      'Por mil',
      'casos (%)',
      'casos por 100 mil',
      'homicidios por 100 000 habitantes',
      'homicides per 100,000 people',
      'casos/100 mil hab.',
      'puntos',
    ]) {
      expect(change({ 2023: 40, 2024: 50 }, { unit })).to.equal('subió 10 respecto de 2023');
    }
    expect(change({ 2023: 40, 2024: 50 }, { per: '1000 of sum(pob)' })).to.equal('subió 10 respecto de 2023');
  });

  it('[STAT-05] of percentages is told in points, never in per cent', () => {
    for (const unit of [
      '%',
      '% de la población',
      'por ciento',
      'porciento',
      'Porcentaje',
      'per cent',
      'percent',
    ]) {
      expect(change({ 2023: 26, 2024: 28 }, { unit })).to.equal(
        'subió 2 puntos porcentuales respecto de 2023',
      );
    }
  });

  it('[STAT-05] that the shown decimals do not show is told with more of them, not as none', () => {
    const table = seriesTable({ 2023: 6.31, 2024: 6.34 }, { decimals: 2 });
    const card = cardOf(table, { unit: 'por mil' }, { decimals: 1 });
    expect([card.change, card.direction]).to.deep.equal(['subió 0.03 respecto de 2023', 'up']);
    const rate = cardOf(seriesTable({ 2023: 0.00015, 2024: 0.00012 }, { decimals: 5 }));
    expect([rate.value, rate.change]).to.deep.equal(['0.00012', 'bajó 0.00003 respecto de 2023']);
    const equal = cardOf(seriesTable({ 2023: 6, 2024: 6 }));
    expect([equal.change, equal.direction]).to.deep.equal(['sin cambio respecto de 2023', 'none']);
  });

  it('[STAT-05] of months is against the same month a year before', () => {
    const cells = { '2023-09': 100, '2024-08': 500, '2024-09': 120 };
    expect(change(cells)).to.equal('subió 20 (20.0%) respecto de set. 2023');
    expect(change({ '2023-Q3': 100, '2024-Q2': 500, '2024-Q3': 90 })).to.equal(
      'bajó 10 (10.0%) respecto del III trim. 2023',
    );
    expect(change({ '2024-12-04': 30, '2024-12-05': 36 })).to.equal(
      'subió 6 (20.0%) respecto del 4 dic. 2024',
    );
  });

  it('[STAT-05] is told with a gap before it: there is no base', () => {
    expect(change({ 2021: 40, 2024: 50 })).to.equal('sin dato de 2023 para comparar');
    expect(change({ '2024-12-03': 5, '2024-12-05': 7 })).to.equal('sin dato del 4 dic. 2024 para comparar');
    expect(change({ 2023: 'suppressed', 2024: 50 })).to.equal('sin dato de 2023 para comparar');
  });

  it('[STAT-05] is not told across a break, nor with an incomplete total; why is told', () => {
    expect(change({ 2023: 40, 2024: [50, 'break'] })).to.equal(
      'no se compara con 2023: cambió la forma de medir',
    );
    expect(change({ '2023-S1': 40, '2024-S1': [50, 'break'] })).to.equal(
      'no se compara con el I sem. 2023: cambió la forma de medir',
    );
    const partial = cardOf(seriesTable({ 2023: 40, 2024: [20, 'incomplete'] }));
    expect(partial.change).to.equal('no se compara con 2023: falta parte de los datos');
    expect([partial.direction, partial.statuses]).to.deep.equal([
      'none',
      ['incompleto: falta parte de los datos'],
    ]);
  });

  it('is not told for the first period of all', () => {
    expect(change({ 2024: 50 })).to.equal('');
    expect(change({ 2023: 50, 2024: 60 }, {}, { period: '2023' })).to.equal('');
  });
});

describe('the attribute compare', () => {
  const cells = { 2019: 100, 2023: 40, 2024: 50 };

  it('names another period to compare with', () => {
    expect(change(cells, {}, { compare: '2019' })).to.equal('bajó 50 (50.0%) respecto de 2019');
  });

  it('[STAT-05] refuses a period of another length than the one shown, and says which are meant', async () => {
    const monthly = { '2023-05': 40, '2024-04': 41, '2024-05': 50 };
    for (const [all, compare, usual] of [
      [{ ...cells, '2023-05': 4 }, '2023-05', '2023'],
      [monthly, '2023', '2023-05'],
      [monthly, '2024-Q1', '2023-05'],
    ] as const) {
      const period = all === monthly ? '' : '2024';
      const { code, details } = await thrownBy(() => change(all, {}, { compare, period }));
      expect([code, details]).to.deep.equal([
        'bad-attribute',
        { attribute: 'compare', value: compare, expected: [usual, 'year'] },
      ]);
    }
    expect(change(monthly, {}, { compare: '2024-04' })).to.contain('respecto de abr. 2024');
  });

  it('[STAT-05] tells a change to or from what is projected as projected', () => {
    const table = { 2023: 40, 2024: 50, 2025: [60, 'forecast'] } as const;
    const of2025 = 'proyectado: subió 10 (20.0%) respecto de 2024';
    expect(change(table, {}, { period: '2025' })).to.equal(of2025);
    expect(change(table, {}, { compare: '2025' })).to.equal('proyectado: bajó 10 (16.7%) respecto de 2025');
    expect(change(table)).to.equal('subió 10 (25.0%) respecto de 2023');
  });

  it('tells where there is nothing to compare with', () => {
    expect(change(cells, {}, { compare: '2020' })).to.equal('sin dato de 2020 para comparar');
    expect(change({ 2024: 50 }, {}, { compare: '2023' })).to.equal('sin dato de 2023 para comparar');
  });

  it('«none» tells none, and leaves it out of the sentence', () => {
    const card = cardOf(seriesTable(cells), { heading: 'Robos' }, { compare: ' none ' });
    expect([card.change, card.direction, card.label]).to.deep.equal(['', 'none', 'Robos, 2024: 50']);
  });
});

describe('from where to where the line of a card goes', () => {
  const range = (all: Cells): string => cardOf(seriesTable(all)).range;

  it('is told of the first and the last value, whatever lies between', () => {
    expect(range({ 2021: 'missing', 2022: 4, 2023: 'missing', 2024: 7 })).to.equal('de 4 (2022) a 7 (2024)');
  });

  it('starts at the last break, and is not told across one', () => {
    expect(range({ 2021: 4, 2022: [5, 'break'], 2023: 6 })).to.equal('de 5 (2022) a 6 (2023)');
    expect(range({ 2021: 4, 2022: 5, 2023: [6, 'break'] })).to.equal('');
  });

  it('of one value or none is not told', () => {
    expect(range({ 2024: 4 })).to.equal('');
    expect(range({ 2023: 'missing', 2024: 'missing' })).to.equal('');
  });

  it('[STAT-05] leaves out a period that is not whole: a part is not compared with a whole', () => {
    expect(range({ 2023: 40, 2024: 50, 2025: [20, 'incomplete'] })).to.equal('de 40 (2023) a 50 (2024)');
  });

  it('[STAT-05] leaves out what is projected: the past does not lead to it', () => {
    expect(range({ 2023: 40, 2024: 50, 2025: [90, 'forecast'] })).to.equal('de 40 (2023) a 50 (2024)');
    expect(range({ 2024: 50, 2025: [90, 'forecast'] })).to.equal('');
  });

  it('[STAT-05] is told between periods of one length: a quarter is not compared with a year', () => {
    const cells = { 2022: 1200, 2023: 1300, '2024-Q1': 400, '2024-Q2': 410 };
    expect(range(cells)).to.equal('de 400 (I trim. 2024) a 410 (II trim. 2024)');
    expect(range({ 2022: 1200, 2023: 1300, '2024-Q1': 400 })).to.equal('');
  });
});
