import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/table/table.js';
import { HOMICIDES } from './data/quoted.js';
import { DISTRICTS, FEW, PARTIAL, STATUSES, WIDE } from './data/synthetic.js';
import { answering, answeringOnce, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { appears, press, shownWidget, type } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Tabla',
  id: 'table',
  component: 'obs-table',
  parameters: {
    docs: {
      description: {
        component:
          'Los datos en una tabla: una página de filas a la vez, en cualquier orden y con búsqueda; cada valor con lo que lo condiciona.',
      },
    },
  },
  render: (args, context) => html`<obs-table ${figure(args, context)}></obs-table>`,
  args: {
    engine: answering(HOMICIDES),
    src: HOMICIDES.url,
    value: 'tasa',
    time: 'anio',
    status: 'estado',
    labels: 'tasa: Tasa de homicidios',
    place: 'Perú',
    unit: 'por 100 mil habitantes',
  },
};
export default meta;

type Story = StoryObj<FigureArgs>;

/** 1 200 rows. */
const MANY_ROWS: FigureArgs = {
  engine: answering(DISTRICTS),
  src: DISTRICTS.url,
  value: '',
  time: '',
  status: '',
  labels: 'departamento: Departamento; distrito: Distrito; anio: Año; denuncias: Denuncias',
  place: '',
  unit: '',
};

export const Ready: Story = { name: 'Lista', tags: ['ready'] };

export const Loading: Story = {
  name: 'Cargando',
  tags: ['loading'],
  args: { engine: silent, heading: 'Tasa de homicidios' },
};

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: answeringOnce(HOMICIDES, noReply) },
  play: async ({ canvasElement }) => {
    const table = await shownWidget(canvasElement, 'obs-table');
    await table.refresh();
  },
};

export const Empty: Story = {
  name: 'Sin datos para lo que se pidió',
  tags: ['empty'],
  args: { engine: emptied(HOMICIDES), heading: 'Tasa de homicidios' },
};

export const Failed: Story = {
  name: 'Con falla de la fuente',
  tags: ['failed'],
  args: { engine: failing(noReply), heading: 'Tasa de homicidios' },
};

export const WrongAttribute: Story = {
  name: 'Con un atributo que no vale',
  tags: ['failed'],
  args: { heading: 'Tasa de homicidios', 'page-size': 'diez' },
};

export const Partial: Story = {
  name: 'Datos parciales y provisionales',
  tags: ['ready', 'notice'],
  args: {
    engine: answering(PARTIAL),
    src: PARTIAL.url,
    value: 'casos',
    status: '',
    labels: 'casos: Casos',
    place: 'Provincia sintética',
    unit: '',
    'provisional-from': '2025',
  },
};

export const Sorted: Story = {
  name: 'Ordenada por una columna',
  tags: ['ready'],
  play: async ({ canvasElement }) => {
    const table = await shownWidget(canvasElement, 'obs-table');
    await press(table, 'Tasa de homicidios');
    await appears(table, '[aria-sort]');
  },
};

export const Searched: Story = {
  name: 'Con una búsqueda',
  tags: ['ready'],
  args: MANY_ROWS,
  play: async ({ canvasElement }) => {
    const table = await shownWidget(canvasElement, 'obs-table');
    await type(table, 'ancash');
  },
};

export const NothingFound: Story = {
  name: 'Con una búsqueda que nada encuentra',
  tags: ['ready'],
  args: MANY_ROWS,
  play: async ({ canvasElement }) => {
    const table = await shownWidget(canvasElement, 'obs-table');
    await type(table, 'Atlántida');
  },
};

export const Statuses: Story = {
  name: 'Un valor de cada clase',
  tags: ['ready'],
  args: {
    engine: answering(STATUSES),
    src: STATUSES.url,
    value: 'casos',
    labels: 'casos: Casos',
    place: 'Región sintética',
    unit: '',
    'page-size': '20',
  },
};

export const SmallCounts: Story = {
  name: 'Recuentos pequeños que se ocultan',
  tags: ['ready'],
  args: {
    engine: answering(FEW),
    src: FEW.url,
    value: 'sum(casos)',
    time: '',
    by: 'distrito, sexo',
    'suppress-under': '3',
    status: '',
    labels: 'distrito: Distrito; sexo: Sexo; casos: Denuncias',
    place: 'Provincia sintética',
    unit: 'denuncias',
  },
};

export const Overflowing: Story = {
  name: 'Más ancha que su lugar',
  tags: ['ready'],
  args: { ...MANY_ROWS, engine: answering(WIDE), src: WIDE.url, labels: '' },
};

export const ManyRows: Story = {
  name: 'Mil doscientas filas, cien por página',
  tags: ['ready'],
  args: { ...MANY_ROWS, 'page-size': '100' },
};

export const Dark: Story = {
  name: 'Oscura en una página clara',
  tags: ['ready'],
  args: { theme: 'dark' },
};

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { ...MANY_ROWS, lang: 'en' } };
