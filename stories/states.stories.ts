import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import '../src/widgets/bars/bars.js';
import '../src/widgets/card/card.js';
import '../src/widgets/download/download.js';
import '../src/widgets/map/map.js';
import '../src/widgets/table/table.js';
import '../src/widgets/trend/trend.js';
import type { StatusName } from '../src/table/status.js';
import type { Table } from '../src/table/table.js';
import { placesOf, RENDERERS, tableWith } from '../test/widgets/states/render-state.js';
import { answeringTable } from './engines.js';
import { figure, type FigureArgs } from './figure.js';

interface StateArgs {
  readonly state: StatusName;
}

const meta: Meta<StateArgs> = {
  title: 'Conceptos/Estados de un valor',
  id: 'states',
  tags: ['ready', '!autodocs'],
  argTypes: { state: { table: { disable: true } } },
  render: ({ state }, context) => html`
    <div
      style="display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr))"
    >
      ${WAYS.map((way) => shownWay(way, state, context))}
    </div>
  `,
};
export default meta;

type Story = StoryObj<StateArgs>;
type Surroundings = Parameters<typeof figure>[1];

/** A way in which a state is shown: its name in the matrix, and the widget that shows it so. */
interface Way {
  readonly key: keyof typeof RENDERERS;
  readonly name: string;
  readonly widget?: (table: Table, surroundings: Surroundings) => TemplateResult;
}

/** The widget is given the very table that the text is made of. */
const asked = (table: Table, more: Record<string, string> = {}): FigureArgs => ({
  engine: answeringTable(table),
  src: 'https://datos.example/estados.csv',
  value: 'denuncias',
  heading: 'Denuncias',
  'source-name': 'Datos sintéticos',
  ...more,
});

const OF_PLACES = { by: 'lugar', time: '' } as const;

const WAYS: readonly Way[] = [
  {
    key: 'card',
    name: 'Tarjeta',
    widget: (table, around) =>
      html`<obs-card ${figure(asked(table, { time: 'anio', period: '2024' }), around)}></obs-card>`,
  },
  {
    key: 'trend',
    name: 'Tendencia: el último punto',
    widget: (table, around) =>
      html`<obs-trend ${figure(asked(table, { time: 'anio' }), around)}></obs-trend>`,
  },
  {
    key: 'bars',
    name: 'Barras: la de Tumbes',
    widget: (table, around) =>
      html`<obs-bars ${figure(asked(placesOf(table), OF_PLACES), around)}></obs-bars>`,
  },
  {
    key: 'map',
    name: 'Mapa: Tumbes',
    widget: (table, around) =>
      html`<obs-map
        ${figure(
          asked(placesOf(table), { ...OF_PLACES, grid: 'pe', 'measure-kind': 'rate', classes: '10, 25' }),
          around,
        )}
      ></obs-map>`,
  },
  {
    key: 'table',
    name: 'Tabla: la última fila',
    widget: (table, around) => html`<obs-table ${figure(asked(table), around)}></obs-table>`,
  },
  {
    key: 'csv',
    name: 'Archivo CSV: la última línea',
    widget: (table, around) => html`<obs-download ${figure(asked(table), around)}></obs-download>`,
  },
  { key: 'json', name: 'Archivo JSON: el último registro' },
  { key: 'spoken', name: 'Resumen en palabras' },
];

/** What is read of the state in one way, as the tests compare it, with the widget below. */
function shownWay({ key, name, widget }: Way, state: StatusName, around: Surroundings): TemplateResult {
  const table = tableWith(state);
  const text = Promise.resolve(RENDERERS[key](table));
  return html`<section style="min-inline-size: 0">
    <h2 style="margin: 0; font: bold 1rem/1.5 sans-serif">${name}</h2>
    <p style="margin: 0 0 0.5rem; overflow-wrap: anywhere"><code>${until(text, '')}</code></p>
    ${widget?.(table, around) ?? ''}
  </section>`;
}

const of = (state: StatusName, name: string): Story => ({ name, args: { state } });

export const Missing = of('missing', 'Sin dato');
export const Suppressed = of('suppressed', 'Oculto');
export const NotApplicable = of('notApplicable', 'No aplica');
export const Provisional = of('provisional', 'Provisional');
export const Estimated = of('estimated', 'Estimado');
export const Revised = of('revised', 'Revisado');
export const Break = of('break', 'Cambio en la forma de medir');
export const Unreliable = of('unreliable', 'Pocos casos');
export const Forecast = of('forecast', 'Proyectado');
export const Incomplete = of('incomplete', 'Incompleto');
