import { expect } from 'chai';
import { numbers, tableOf, texts } from '../../support/make-table.js';
import { barsOf, drawnText, ranked } from './drawn-text.js';

const PLACES = { Ica: 20, Cusco: 40, Lima: 80, Puno: 20, Tacna: 10 };

describe('a ranking as bars', () => {
  it('[STAT-07] gives a total no place among what it is made of, and adds it to nothing', () => {
    const table = ranked({ TOTAL: 100, Ica: 50, Lima: 30, Puno: 20 });
    const model = barsOf(table, { value: 'sum(casos)', top: 1, highlight: 'Lima' });
    expect(drawnText(model)).to.deep.equal([
      '1.º Ica [0–100 solid] 50',
      '(own) 2.º Lima [0–60 solid] 30',
      '(others) Otro (1) [0–40 solid] 20',
    ]);
    expect(model.summary).to.contain('Se comparan 3. Valor más alto: Ica (50).');
    expect(model.summary).to.contain('Lima: 30, puesto 2 de 3.');
    expect(model.notes).to.include('Falta 1 en el gráfico, con 100; está en la tabla.');
    const all = drawnText(barsOf(table));
    expect(all).to.have.length(4);
    expect(all[3]).to.equal('TOTAL [0–100 solid] 100');
    expect(drawnText(barsOf(table, { reference: 'TOTAL' }))[0]).to.equal('| 100 TOTAL: 100');
  });

  it('[STAT-07] is sorted, with those of one value in one place', () => {
    expect(drawnText(barsOf(ranked(PLACES)))).to.deep.equal([
      '1.º Lima [0–100 solid] 80',
      '2.º Cusco [0–50 solid] 40',
      '3.º Ica [0–25 solid] 20',
      '3.º Puno [0–25 solid] 20',
      '5.º Tacna [0–13 solid] 10',
    ]);
  });

  it('is by name or as the source has it where the page says so, each with its place', () => {
    expect(
      drawnText(barsOf(ranked(PLACES), { order: 'name' })).map((line) => line.split(' [')[0]),
    ).to.deep.equal(['2.º Cusco', '3.º Ica', '1.º Lima', '3.º Puno', '5.º Tacna']);
    expect(drawnText(barsOf(ranked(PLACES), { order: 'source' }))[0]).to.equal('3.º Ica [0–25 solid] 20');
  });

  it('[STAT-06] begins at zero however close the values are, and goes to both sides of it', () => {
    expect(drawnText(barsOf(ranked({ a: 1000, b: 990 })))).to.deep.equal([
      '1.º a [0–100 solid] 1,000',
      '2.º b [0–99 solid] 990',
    ]);
    const model = barsOf(ranked({ sube: 3, nada: 0, baja: -1 }));
    expect(model.zero).to.equal(0.25);
    expect(drawnText(model)).to.deep.equal([
      '1.º sube [25–100 solid] 3',
      '2.º nada [25–25 solid] 0',
      '3.º baja [0–25 solid] -1',
    ]);
  });

  it('[STAT-08] draws each state its own way, and what has no value not at all', () => {
    const states = ranked({
      Definitivo: 100,
      Provisional: [100, 'provisional'],
      Estimado: [100, 'estimated'],
      Revisado: [100, 'revised'],
      Quiebre: [100, 'break'],
      Dudoso: [100, 'unreliable'],
      Proyectado: [100, 'forecast'],
      Incompleto: [100, 'incomplete'],
      Cero: 0,
      Falta: 'missing',
      Oculto: 'suppressed',
      'No aplica': 'notApplicable',
    });
    const model = barsOf(states, { order: 'source' });
    const drawn = drawnText(model);
    expect(drawn).to.deep.equal([
      '1.º Definitivo [0–100 solid] 100',
      '1.º Provisional [0–100 striped] 100 p',
      '1.º Estimado [0–100 hollow] 100 e',
      '1.º Revisado [0–100 solid] 100 r',
      '1.º Quiebre [0–100 solid cut] 100 b',
      '1.º Dudoso [0–100 pale] 100 u',
      'Proyectado [0–100 dotted] 100 f',
      'Incompleto [0–100 open] 100 i',
      '7.º Cero [0–0 solid] 0',
      'Falta sin dato',
      'Oculto oculto para proteger a las personas',
      'No aplica no aplica',
    ]);
    const states12 = drawn.map((line) => line.replace(/^\d\.º /, '').replace(/^(No aplica|\S+) /, ''));
    expect(new Set(states12).size).to.equal(12);
    expect(model.frame.legend).to.deep.equal([
      'p: provisional',
      'e: estimado',
      'r: revisado',
      'b: cambio en la forma de medir',
      'u: pocos casos: interpretar con cuidado',
      'f: proyectado',
      'i: incompleto: falta parte de los datos',
    ]);
    const spoken = model.panels[0]?.rows.map((row) =>
      row.spoken.replace(/; (puesto|sin puesto|empate).*/, ''),
    );
    expect(spoken?.slice(1, 8)).to.deep.equal([
      '100, provisional',
      '100, estimado',
      '100, revisado',
      '100, cambio en la forma de medir',
      '100, pocos casos: interpretar con cuidado',
      '100, proyectado',
      '100, incompleto: falta parte de los datos',
    ]);
  });

  it('[STAT-07] keeps what is incomplete or projected where its value stands, without a place', () => {
    const table = ranked({ Ica: 20, Lima: [30, 'incomplete'], Puno: 40, Tacna: [10, 'forecast'], Cusco: 5 });
    const model = barsOf(table, { highlight: 'Lima' });
    expect(drawnText(model).map((line) => line.split(' [')[0])).to.deep.equal([
      '1.º Puno',
      '(own) Lima',
      '2.º Ica',
      'Tacna',
      '3.º Cusco',
    ]);
    expect(model.panels[0]?.rows[1]?.spoken).to.equal(
      '30, incompleto: falta parte de los datos; sin puesto; resaltado',
    );
    expect(model.summary).to.contain('Lima: 30, sin puesto');
    expect(model.table.rows.find(({ header }) => header === 'Lima')?.cells[0]).to.equal('');
    const some = drawnText(barsOf(table, { value: 'sum(casos)', top: 2 }));
    expect(some.map((line) => line.split(' [')[0])).to.deep.equal([
      '1.º Puno',
      'Lima',
      '(others) Otros (suma de 3)',
    ]);
  });

  it('[STAT-07] has all bars where all are incomplete, and no places', () => {
    const table = ranked({ Ica: [20, 'incomplete'], Lima: [30, 'incomplete'] });
    expect(
      drawnText(barsOf(table, { value: 'sum(casos)', top: 1 })).map((line) => line.split(' [')[0]),
    ).to.deep.equal(['Lima', '(others) Otro (1)']);
  });

  it('[STAT-08] ranks what has no value nowhere, and lists it last', () => {
    const model = barsOf(ranked({ Ica: 'missing', Lima: 5, Puno: 0 }));
    expect(drawnText(model)).to.deep.equal([
      '1.º Lima [0–100 solid] 5',
      '2.º Puno [0–0 solid] 0',
      'Ica sin dato',
    ]);
    expect(model.panels[0]?.rows[0]?.details).to.include('puesto 1 de 2');
  });

  it('[STAT-07] tells ties and the places that intervals allow, and draws these as whiskers', () => {
    const table = tableOf(
      texts('lugar', ['Ica', 'Lima', 'Puno'], { role: 'dimension' }),
      numbers('tasa', [10, 20, 21], { role: 'measure' }),
      { ...numbers('inf. 95% (tasa)', [8, 17, 18], { role: 'attribute' }), bound: 'lower' },
      { ...numbers('sup. 95% (tasa)', [12, 23, 25], { role: 'attribute' }), bound: 'upper' },
    );
    const model = barsOf(table, { level: '95' });
    expect(drawnText(model)).to.deep.equal([
      '1.º Puno [0–84 solid] {72–100} 21',
      '2.º Lima [0–80 solid] {68–92} 20',
      '3.º Ica [0–40 solid] {32–48} 10',
    ]);
    expect(model.panels[0]?.rows.map(({ details }) => details.slice(1))).to.deep.equal([
      ['puesto 1 de 3', 'entre el 1.º y el 2.º', 'intervalo de confianza del 95%: de 18 a 25'],
      ['puesto 2 de 3', 'entre el 1.º y el 2.º', 'intervalo de confianza del 95%: de 17 a 23'],
      ['puesto 3 de 3', 'con seguridad el 3.º', 'intervalo de confianza del 95%: de 8 a 12'],
    ]);
    expect(barsOf(ranked({ a: 1, b: 1 })).panels[0]?.rows[0]?.details).to.deep.equal([
      '1',
      'puesto 1 de 2',
      'empate',
    ]);
  });

  it('[STAT-04] tells the cases behind a rate, and why there is none', () => {
    const table = tableOf(
      texts('lugar', ['Ica', 'Lima'], { role: 'dimension' }),
      numbers('tasa', ['notApplicable', [12.5, 'unreliable']], { role: 'measure', decimals: 1 }),
      numbers('n (tasa)', [2, 12], { role: 'attribute' }),
    );
    expect(drawnText(barsOf(table))).to.deep.equal([
      '1.º Lima [0–100 pale] 12.5 u (12 casos)',
      'Ica menos de 3 casos: no se calcula tasa (2 casos)',
    ]);
  });
});

describe("the reader's own place and what all are compared with", () => {
  it('is marked by name or by code, however it is written, and shown also where it is not among the first', () => {
    const table = tableOf(
      texts('ubigeo', ['15', '11', '08'], { role: 'dimension', wordLabels: ['Lima', 'Ica', 'Cusco'] }),
      numbers('casos', [30, 20, 10], { role: 'measure' }),
    );
    for (const highlight of ['Cusco', 'CUSCO ', '08', 'cúsco']) {
      const model = barsOf(table, { highlight, top: 1, value: 'sum(casos)' });
      expect(drawnText(model), highlight).to.deep.equal([
        '1.º Lima [0–100 solid] 30',
        '(own) 3.º Cusco [0–33 solid] 10',
        '(others) Otro (1) [0–67 solid] 20',
      ]);
    }
  });

  it('takes the name of a place and not its code where the answer has both', () => {
    const table = tableOf(
      texts('ubigeo', ['15', '11'], { role: 'dimension' }),
      texts('departamento', ['Lima', 'Ica'], { role: 'dimension' }),
      numbers('casos', [30, 20], { role: 'measure' }),
    );
    expect(drawnText(barsOf(table, { highlight: '11' }))[1]).to.equal('(own) 2.º Ica [0–67 solid] 20');
  });

  it('[STAT-07] the reference is a labelled line and has no place in the ranking', () => {
    const model = barsOf(ranked({ Nacional: 50, Lima: 100, Ica: 20 }), { reference: 'nacional' });
    expect(drawnText(model)).to.deep.equal([
      '| 50 Nacional: 50',
      '1.º Lima [0–100 solid] 100',
      '2.º Ica [0–20 solid] 20',
    ]);
    expect(model.summary).to.contain('Se comparan 2.').and.to.contain('Nacional: 50.');
    expect(model.table.rows.map(({ header }) => header)).to.deep.equal(['Lima', 'Ica', 'Nacional']);
  });

  it('says so where the data do not have it', () => {
    const model = barsOf(ranked(PLACES), { highlight: 'Loreto', reference: 'Nacional' });
    expect(model.unknown).to.deep.equal(['highlight', 'reference']);
    expect(model.frame.cautions).to.deep.equal([
      'Estos datos no tienen «Loreto».',
      'Estos datos no tienen «Nacional».',
    ]);
  });
});
