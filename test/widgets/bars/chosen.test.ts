import { expect } from 'chai';
import type { NumberCell } from '../../support/make-table.js';
import { numbers, periods, tableOf, texts } from '../../support/make-table.js';
import { barsOf, drawnText, ranked } from './drawn-text.js';

describe('a long ranking', () => {
  const long = ranked({ a: 9, b: 8, c: 7, d: 3, e: [2, 'provisional'], f: 'missing' });

  it('adds the others up where the values are sums, and says of how many and of which', () => {
    const model = barsOf(long, { value: 'sum(casos)', top: 3 });
    expect(drawnText(model).at(-1)).to.equal('(others) Otros (suma de 3) [0–56 open] 5 pi');
    expect(model.notes).to.deep.equal(['Otros reúne: d, e, f.', 'Sin barra por no tener valor: f.']);
    expect(model).to.include({ isCut: true, total: 6 });
  });

  it('never adds up rates, averages, percentages, or what nobody says can be added: it tells them in words', () => {
    const told = [
      'Faltan 2 en el gráfico, con valores de 2 a 3; están en la tabla.',
      'Sin barra por no tener valor: f.',
    ];
    const said: readonly [options: Parameters<typeof barsOf>[1], unit: string][] = [
      [{ value: 'avg(casos)' }, ''],
      [{ value: 'max(casos)' }, ''],
      [{ value: 'casos' }, ''],
      [{ value: 'sum(casos)', per: '100000 of sum(poblacion)' }, ''],
      [{ value: 'sum(casos)' }, '%'],
    ];
    for (const [options, unit] of said) {
      const model = barsOf(long, { ...options, top: 3 }, { unit });
      expect(model.panels[0]?.rows.map(({ kind }) => kind)).to.deep.equal(['entry', 'entry', 'entry']);
      expect(model.notes).to.deep.equal(told);
    }
  });

  it('[STAT-07] keeps those together that share the last place, unless they are too many', () => {
    const tied = ranked({ a: 9, b: 5, c: 5, d: 1 });
    expect(barsOf(tied, { top: 2 }).panels[0]?.rows.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
    const many = ranked({ a: 9, b: 5, c: 5, d: 5, e: 5 });
    expect(barsOf(many, { top: 2 }).panels[0]?.rows.map(({ name }) => name)).to.deep.equal(['a']);
    // Where all are the first, leaving them out would leave none.
    const equal = ranked({ a: 5, b: 5, c: 5, d: 5, e: 5 });
    const all = barsOf(equal, { top: 2, value: 'sum(casos)' }).panels[0]?.rows.map(({ name }) => name);
    expect(all).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
  });

  it('shows no more bars than its limit until all are asked for, and tells what is left', () => {
    const model = barsOf(long, { limit: 2, highlight: 'e' });
    expect(model.panels[0]?.rows.map(({ name }) => name)).to.deep.equal(['a', 'b', 'e']);
    expect(model.notes[0]).to.equal('Faltan 2 en el gráfico, con valores de 3 a 7; están en la tabla.');
    expect(model.table.rows).to.have.length(6);
    // A limit only holds back what is there: it adds nothing up.
    const sums = barsOf(long, { limit: 2, value: 'sum(casos)' });
    expect(sums.panels[0]?.rows.map(({ kind }) => kind)).to.deep.equal(['entry', 'entry']);
    expect(barsOf(long, { limit: Infinity })).to.deep.include({ isCut: false, notes: [] });
  });
});

describe('the period of bars', () => {
  const yearly = (cells: readonly NumberCell[]): ReturnType<typeof tableOf> =>
    tableOf(
      periods('anio', ['2024', '2024', '2025', '2025', '2026'], { role: 'time' }),
      texts('lugar', ['Ica', 'Lima', 'Ica', 'Lima', 'Lima'], { role: 'dimension' }),
      numbers('casos', cells, { role: 'measure' }),
    );

  it('is the last whole one, and what is left out is told', () => {
    const model = barsOf(yearly([1, 2, 3, 4, [1, 'incomplete']]));
    expect(model.frame.subtitle).to.equal('2025');
    expect(drawnText(model)).to.deep.equal(['1.º Lima [0–100 solid] 4', '2.º Ica [0–75 solid] 3']);
    expect(model.frame.cautions).to.deep.equal([
      'Se muestra 2025: los datos de 2026 aún no están completos.',
    ]);
  });

  it('is the one that the page names; who has rows only in others is missing there', () => {
    const model = barsOf(yearly([1, 2, 3, 4, 5]), { period: '2026' });
    expect(model.frame.subtitle).to.equal('2026');
    expect(drawnText(model)).to.deep.equal(['1.º Lima [0–100 solid] 5', 'Ica sin dato']);
    expect(() => barsOf(yearly([1, 2, 3, 4, 5]), { period: '2020' }))
      .to.throw()
      .with.deep.property('details', {
        attribute: 'period',
        value: '2020',
        expected: ['2026', '2025', '2024'],
      });
  });

  it('is none where the bars themselves are the periods: each has its value', () => {
    const table = tableOf(
      periods('anio', ['2023', '2024', '2025'], { role: 'time' }),
      periods('anio', ['2023', '2024', '2025'], { role: 'dimension' }),
      numbers('casos', [1, 2, 4], { role: 'measure' }),
    );
    expect(drawnText(barsOf(table, { order: 'source' }))).to.deep.equal([
      '3.º 2023 [0–25 solid] 1',
      '2.º 2024 [0–50 solid] 2',
      '1.º 2025 [0–100 solid] 4',
    ]);
  });

  it('[STAT-08] is the only bar where bars are the periods and the page names one: others have values, and are not missing', () => {
    const table = tableOf(
      periods('anio', ['2023', '2024', '2025'], { role: 'time' }),
      periods('anio', ['2023', '2024', '2025'], { role: 'dimension' }),
      numbers('casos', [1, 2, 4], { role: 'measure' }),
    );
    const model = barsOf(table, { period: '2024' });
    expect(drawnText(model)).to.deep.equal(['1.º 2024 [0–100 solid] 2']);
    expect(model.summary).not.to.contain('Sin dato');
  });

  it('of a count of rows without any is zero, not missing', () => {
    const model = barsOf(yearly([1, 2, 3, 4, 5]), { period: '2026', value: 'count()' });
    expect(drawnText(model)[1]).to.equal('2.º Ica [0–0 solid] 0');
  });

  it('refuses two rows for one bar: which is meant cannot be known', () => {
    const table = tableOf(
      texts('lugar', ['Ica', 'Ica'], { role: 'dimension' }),
      numbers('casos', [1, 2], { role: 'measure' }),
    );
    expect(() => barsOf(table))
      .to.throw()
      .with.property('code', 'several-rows');
  });
});
