import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/widgets/map/map.js';
import { DISTRICTS, noShapes, RATES, SHAPES, UNITS } from './data/places.js';
import { answering, answeringOnce, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { press, shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Mapa',
  id: 'map',
  component: 'obs-map',
  parameters: {
    docs: {
      description: {
        component:
          'Un valor por lugar: áreas de color para tasas, círculos para cantidades. Las formas vienen de un GeoJSON o TopoJSON; sin ellas, los lugares son cuadrados de un solo tamaño. Cada lugar se elige también en una lista, y los mismos valores están a un paso como tabla.',
      },
    },
  },
  render: (args, context) => html`<obs-map ${figure(args, context)}></obs-map>`,
  args: {
    engine: answering(RATES),
    src: RATES.url,
    value: 'tasa',
    time: 'anio',
    by: 'departamento',
    status: 'estado',
    grid: 'pe',
    place: 'Perú',
    unit: 'por 100 mil habitantes',
  },
};
export default meta;

type Story = StoryObj<FigureArgs>;

/** A map with shapes, of a rate that is computed. */
const REGION: FigureArgs = {
  engine: answering(DISTRICTS),
  mapEngine: SHAPES,
  src: DISTRICTS.url,
  value: 'sum(denuncias)',
  per: '100000 of sum(poblacion)',
  by: 'codigo',
  time: '',
  status: '',
  grid: '',
  geometry: 'https://datos.example/distritos.geojson',
  'geometry-key': 'CODIGO',
  place: 'Región sintética',
};

export const Ready: Story = { name: 'Lista: cuadrados de los departamentos', tags: ['ready'] };

export const Shapes: Story = { name: 'Con formas', tags: ['ready'], args: REGION };

export const Inset: Story = {
  name: 'Con una parte más grande',
  tags: ['ready'],
  args: { ...REGION, insets: 'Centro: X15, X16, X21, X22' },
};

export const Counts: Story = {
  name: 'Cantidades, como círculos',
  tags: ['ready'],
  args: { ...REGION, value: 'sum(denuncias)', per: '', as: 'symbols', unit: 'denuncias' },
};

export const CountsOnSquares: Story = {
  name: 'Cantidades, sobre cuadrados',
  tags: ['ready'],
  args: { value: 'casos', period: '2024', status: '', as: 'symbols', unit: 'denuncias' },
};

export const CountInColour: Story = {
  name: 'Cantidades en color: no se dibujan',
  tags: ['failed'],
  args: { value: 'casos', status: '', unit: 'denuncias', heading: 'Denuncias' },
};

export const OtherCodes: Story = {
  name: 'Códigos de otra lista: no se unen',
  tags: ['failed'],
  args: { by: 'ubigeo', heading: 'Tasa de robos denunciados' },
};

export const Unmatched: Story = {
  name: 'Lugares que no están en el mapa',
  tags: ['ready'],
  args: { engine: answering(UNITS), src: UNITS.url, by: 'unidad', time: '', status: '' },
};

export const NaturalBreaks: Story = {
  name: 'Grupos de valores parecidos',
  tags: ['ready'],
  args: { classes: 'jenks', 'class-count': '4' },
};

export const GivenBreaks: Story = {
  name: 'Grupos desde valores dados',
  tags: ['ready'],
  args: { classes: '5, 10, 20' },
};

export const Patterns: Story = { name: 'Con tramas', tags: ['ready'], args: { filling: 'patterns' } };

export const OnePeriod: Story = { name: 'Un solo periodo', tags: ['ready'], args: { period: '2024' } };

export const Chosen: Story = {
  name: 'Con un lugar elegido y cerca',
  tags: ['ready'],
  args: REGION,
  play: async ({ canvasElement }) => {
    const map = await shownWidget(canvasElement, 'obs-map');
    const select = map.shadowRoot?.querySelector('select');
    if (select) select.value = '20';
    select?.dispatchEvent(new Event('change'));
    await press(map, 'Acercar');
  },
};

export const AsTable: Story = {
  name: 'Vista como tabla',
  tags: ['ready'],
  play: async ({ canvasElement }) => {
    const map = await shownWidget(canvasElement, 'obs-map');
    await press(map, 'Ver como tabla');
  },
};

export const NoShapes: Story = {
  name: 'Sin las formas: la tabla en su lugar',
  tags: ['ready'],
  args: { ...REGION, mapEngine: noShapes },
};

export const Loading: Story = {
  name: 'Cargando',
  tags: ['loading'],
  args: { engine: silent, heading: 'Tasa de robos denunciados' },
};

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: answeringOnce(RATES, noReply) },
  play: async ({ canvasElement }) => {
    const map = await shownWidget(canvasElement, 'obs-map');
    await map.refresh();
  },
};

export const Late: Story = {
  name: 'Con una advertencia: datos con retraso',
  tags: ['ready', 'notice'],
  args: { 'expected-lag': '0' },
};

export const Empty: Story = {
  name: 'Sin datos para lo que se pidió',
  tags: ['empty'],
  args: { engine: emptied(RATES), heading: 'Tasa de robos denunciados' },
};

export const Failed: Story = {
  name: 'Con falla de la fuente',
  tags: ['failed'],
  args: { engine: failing(noReply), heading: 'Tasa de robos denunciados' },
};

export const Dark: Story = {
  name: 'Oscuro en una página clara',
  tags: ['ready'],
  args: { ...REGION, theme: 'dark' },
};

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { lang: 'en' } };
