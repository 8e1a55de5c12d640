import { expect } from 'chai';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { chartOf, drawn } from './drawn.js';
import { allInside, inside, ready, text, unmount, until } from './mount.js';
import { observatory as provinces } from './provinces.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const PLACES = `codigo,nombre,padre,nivel,poblacion,anio
00,País,,pais,1000000,2024
01,Ámbar,00,provincia,200000,2024
02,Peñón,00,provincia,800000,2024
`;
const CASES = `periodo,prov,casos
2024-01,Ámbar,10
2024-02,Ámbar,14
2024-01,Peñón,16
2024-02,Peñón,20
`;

/** An observatory of months, with a rate by year and a plan for years. */
function observatory(): string {
  const counts = {
    ...{ name: 'casos', title: 'Casos', definition: 'Casos.', unit: 'casos', direction: 'lower' },
    ...{ resource: 'casos', numerator: 'sum(casos)', time: 'periodo', places: { provincia: 'prov' } },
  };
  const rate = {
    ...{ ...counts, name: 'tasa', unit: 'por 100 mil habitantes', time: 'year(periodo)' },
    ...{ denominator: { of: 'population', source: 'Censo' }, scale: 100_000 },
  };
  const manifest = {
    title: 'Observatorio de prueba',
    contributors: [{ title: 'Observatorio de prueba', roles: ['publisher'] }],
    places: {
      ...{ resource: 'lugares', whole: 'País', code: 'codigo', name: 'nombre', parent: 'padre' },
      ...{ level: 'nivel', population: 'poblacion', year: 'anio' },
    },
    resources: [
      { name: 'lugares', path: reply(freshPath(), PLACES) },
      { name: 'casos', path: reply(freshPath(), CASES) },
    ],
    indicators: [counts, rate],
    targets: [
      {
        ...{ indicator: 'casos', baseline: { period: '2023', value: 900 }, plan: 'Plan' },
        ...{ path: [{ period: '2030', value: 400 }], responsible: 'Oficina' },
      },
    ],
  };
  return reply(freshPath('json'), JSON.stringify(manifest), 'application/json');
}

describe('a figure by the name of an indicator', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-03] is beside the country by the inhabitants of the country, not by those of its own place', async () => {
    const at = `observatory="${observatory()}" indicator="tasa" place="01"`;
    const card = await ready(`<obs-card ${at} reference="País" reference-where="*"></obs-card>`);
    await until(() => !!card.shadowRoot?.querySelector('[part=reference]'));
    expect(text(inside(card, '[part=reference]'))).to.include('País: 6.0');
  });

  it('[STAT-13] is drawn by months without the path that a plan sets for years', async () => {
    const trend = await drawn(`<obs-trend observatory="${observatory()}" indicator="casos"></obs-trend>`);
    expect(chartOf(trend).data.datasets.length).to.equal(1);
    expect(text(inside(trend, '.summary'))).to.not.include('Meta');
  });

  it('calls places by their names where the data have their codes', async () => {
    const bars = await ready(
      `<obs-bars observatory="${provinces()}" indicator="casos" place="13"></obs-bars>`,
    );
    expect(text(inside(bars, '.summary'))).to.include('Trujillo (50 casos). Valor más bajo: Ascope (5)');
    const table = await ready(
      `<obs-table observatory="${provinces()}" indicator="casos" by="prov" sort="casos desc"></obs-table>`,
    );
    const names = allInside(table, 'tbody tr').map((row) => text(row.children[1]));
    expect(names[0]).to.match(/Piura$/);
    expect(names[1]).to.match(/Trujillo$/);
  });
});
