import { expect } from 'chai';
import type { NumberCell } from '../../support/make-table.js';
import { numbers, tableOf, texts } from '../../support/make-table.js';
import { barsOf, drawnText } from './drawn-text.js';

/** Rows of a place, a part and a value. */
const parted = (
  rows: readonly (readonly [place: string, part: string, value: NumberCell])[],
): ReturnType<typeof tableOf> =>
  tableOf(
    texts(
      'lugar',
      rows.map(([place]) => place),
      { role: 'dimension' },
    ),
    texts(
      'tipo',
      rows.map(([, part]) => part),
      { role: 'dimension' },
    ),
    numbers(
      'casos',
      rows.map(([, , value]) => value),
      { role: 'measure' },
    ),
  );

const WHOLE = parted([
  ['Ica', 'Robo', 30],
  ['Ica', 'Hurto', 10],
  ['Lima', 'Robo', 20],
  ['Lima', 'Hurto', 60],
]);
const STACK = { value: 'sum(casos)', stack: 'tipo' };
const PERCENT = { ...STACK, asPercent: true };

describe('bars made of parts', () => {
  it('stand one where the other ends, in one order with one colour, with the sum at their end', () => {
    const model = barsOf(WHOLE, STACK);
    expect(model.parts).to.deep.equal(['Robo', 'Hurto']);
    expect(drawnText(model)).to.deep.equal([
      'Lima [0–25 solid part 1 «20»] [25–100 solid part 2 «60»] 80',
      'Ica [0–38 solid part 1 «30»] [38–50 solid part 2 «10»] 40',
    ]);
    expect(model.summary).to.contain('La mayor parte del total es Hurto (58.3%).');
  });

  it('are shares of a whole that is told beside them', () => {
    expect(drawnText(barsOf(WHOLE, PERCENT))).to.deep.equal([
      'Lima [0–25 solid part 1 «25.0%»] [25–100 solid part 2 «75.0%»] de 80',
      'Ica [0–75 solid part 1 «75.0%»] [75–100 solid part 2 «25.0%»] de 40',
    ]);
    expect(barsOf(WHOLE, PERCENT, { unit: 'casos' }).frame.subtitle).to.equal('casos · porcentaje del total');
  });

  it('[STAT-08] with a part missing are not whole: the sum says so, and nothing is a share of it', () => {
    for (const [cell, row] of [
      ['missing', undefined],
      ['suppressed', undefined],
      ['missing', 'no row'],
    ] as const) {
      const rows = [
        ['Ica', 'Robo', 30],
        ['Ica', 'Hurto', 10],
        ['Lima', 'Robo', 20],
        ...(row ? [] : [['Lima', 'Hurto', cell] as const]),
      ] as const;
      const table = parted(rows);
      const lima = (options: typeof STACK): string | undefined =>
        drawnText(barsOf(table, options)).find((line) => line.startsWith('Lima'));
      expect(lima(STACK)).to.equal('Lima [0–50 solid part 1 «20»] 20 i (falta 1 de 2 partes)');
      expect(lima(PERCENT)).to.equal('Lima 20 i (falta 1 de 2 partes)');
      const { summary } = barsOf(table, PERCENT);
      expect(summary).to.contain('Incompleto (falta parte de los datos): Lima.');
      expect(summary).not.to.contain('mayor parte');
    }
  });

  it('[STAT-08] tell no largest part of what is not whole', () => {
    const rows = [
      ['Ica', 'Robo', [30, 'incomplete']],
      ['Ica', 'Hurto', 10],
    ] as const;
    expect(barsOf(parted(rows), STACK).summary).not.to.contain('mayor parte');
  });

  it('[STAT-05] are no percentages of fewer than 20, which is said', () => {
    const few = parted([
      ['Ica', 'Robo', 12],
      ['Ica', 'Hurto', 7],
    ]);
    expect(drawnText(barsOf(few, PERCENT))).to.deep.equal(['Ica 19 (menos de 20: sin porcentajes)']);
    expect(barsOf(few, PERCENT).summary).not.to.contain('%');
    expect(drawnText(barsOf(few, STACK))[0]).to.contain('«12»');
    const enough = parted([
      ['Ica', 'Robo', 12],
      ['Ica', 'Hurto', 8],
    ]);
    expect(drawnText(barsOf(enough, PERCENT))[0]).to.contain('«60.0%»');
  });

  it('[STAT-08] leave a total among the parts out, and say so: it would count all of them twice', () => {
    const rows = (['Ica', 'Lima'] as const).flatMap((place) => [
      [place, 'TOTAL', 100] as const,
      [place, 'Robo', 60] as const,
      [place, 'Hurto', 40] as const,
    ]);
    const model = barsOf(parted(rows), PERCENT);
    expect(model.parts).to.deep.equal(['Robo', 'Hurto']);
    expect(drawnText(model)[0]).to.equal(
      'Ica [0–60 solid part 1 «60.0%»] [60–100 solid part 2 «40.0%»] de 100',
    );
    expect(model.summary).to.contain('La mayor parte del total es Robo (60.0%).');
    expect(model.frame.cautions).to.deep.equal(['Sin contar 2 filas que repiten a otras, como los totales.']);
    const only = parted([['Ica', 'TOTAL', 100]]);
    expect(barsOf(only, STACK).parts).to.deep.equal(['TOTAL']);
  });

  it('that add up to zero, or take from each other, have no shares', () => {
    const odd = parted([
      ['Ica', 'Robo', 0],
      ['Ica', 'Hurto', 0],
      ['Lima', 'Robo', -5],
      ['Lima', 'Hurto', 10],
    ]);
    expect(drawnText(barsOf(odd, PERCENT))).to.deep.equal(['Lima 5', 'Ica 0']);
    expect(drawnText(barsOf(odd, STACK))[0]).to.equal(
      'Lima [0–33 solid part 1 «-5»] [33–100 solid part 2 «10»] 5',
    );
  });

  it('are refused where they cannot be added up', () => {
    for (const options of [{ value: 'avg(casos)' }, { value: 'sum(casos)', per: '1000 of sum(poblacion)' }]) {
      expect(() => barsOf(WHOLE, { ...options, stack: 'tipo' }))
        .to.throw()
        .with.nested.property('details.attribute', 'stack');
    }
    expect(drawnText(barsOf(WHOLE, { value: 'casos', stack: 'tipo' }))).to.have.length(2);
  });

  it('name the column that is not there', () => {
    expect(() => barsOf(WHOLE, { stack: 'tipos' }))
      .to.throw()
      .with.deep.property('details', {
        attribute: 'stack',
        value: 'tipos',
        expected: ['lugar', 'tipo', 'casos'],
      });
  });

  it('add the others up part by part', () => {
    const lines = drawnText(
      barsOf(
        parted([
          ['a', 'x', 5],
          ['a', 'y', 5],
          ['b', 'x', 2],
          ['b', 'y', 1],
          ['c', 'x', 1],
          ['c', 'y', 1],
        ]),
        { ...STACK, top: 1 },
      ),
    );
    expect(lines.at(-1)).to.equal(
      '(others) Otros (suma de 2) [0–30 solid part 1 «3»] [30–50 solid part 2 «2»] 5',
    );
  });
});

describe('small multiples', () => {
  it('[STAT-06] [A11Y-43] share one scale, and each has its own ranking', () => {
    const model = barsOf(WHOLE, { multiples: 'tipo' });
    expect(drawnText(model)).to.deep.equal([
      '# Robo',
      '1.º Ica [0–50 solid] 30',
      '2.º Lima [0–33 solid] 20',
      '# Hurto',
      '1.º Lima [0–100 solid] 60',
      '2.º Ica [0–17 solid] 10',
    ]);
    expect(model.table.headers).to.deep.equal(['lugar', 'tipo', 'Puesto', 'Total']);
    expect(model.table.rows[2]).to.deep.equal({ header: 'Lima', cells: ['Hurto', '1.º', '60'] });
  });

  it('list in each what only others have, where they have anything in common', () => {
    const common = parted([
      ['Ica', 'Robo', 3],
      ['Lima', 'Robo', 2],
      ['Ica', 'Hurto', 1],
    ]);
    expect(drawnText(barsOf(common, { multiples: 'tipo' })).at(-1)).to.equal('Lima sin dato');
    const apart = parted([
      ['Trujillo', 'La Libertad', 3],
      ['Chiclayo', 'Lambayeque', 2],
    ]);
    expect(drawnText(barsOf(apart, { multiples: 'tipo' }))).to.deep.equal([
      '# La Libertad',
      '1.º Trujillo [0–100 solid] 3',
      '# Lambayeque',
      '1.º Chiclayo [0–67 solid] 2',
    ]);
  });

  it('are at most twelve, and the table has all', () => {
    const many = parted(Array.from({ length: 14 }, (_, index) => ['Ica', `tipo ${index}`, index] as const));
    const model = barsOf(many, { multiples: 'tipo' });
    expect(model.panels).to.have.length(12);
    expect(model.notes).to.deep.equal(['Se muestran 12 de 14 gráficos; la tabla los incluye todos.']);
    expect(model.table.rows).to.have.length(14);
  });
});

describe('a population pyramid', () => {
  const ages = parted([
    ['0–9', 'Hombres', 40],
    ['0–9', 'Mujeres', 20],
    ['10–19', 'Hombres', 10],
    ['10–19', 'Mujeres', 'missing'],
  ]);
  const PYRAMID = { pyramid: 'tipo', order: 'source' } as const;

  it('[STAT-06] has two sides of one scale, the first ages at the bottom, and nothing drawn for what is missing', () => {
    const model = barsOf(ages, PYRAMID);
    expect(drawnText(model)).to.deep.equal(['0–25 10 | 10–19 | none sin dato', '0–100 40 | 0–9 | 0–50 20']);
    expect(model.parts).to.deep.equal(['Hombres', 'Mujeres']);
    expect(model.table.headers).to.deep.equal(['lugar', 'Hombres', 'Mujeres']);
  });

  it('of three sides is none', () => {
    const three = parted([
      ['0–9', 'a', 1],
      ['0–9', 'b', 1],
      ['0–9', 'c', 1],
    ]);
    expect(() => barsOf(three, PYRAMID))
      .to.throw()
      .with.nested.property('details.attribute', 'pyramid');
  });
});
