import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/bars/bars.js';
import { BY_AGE, BY_DEPARTMENT, BY_KIND, CHANGES, EVERY_STATUS, RATES } from './data/rankings.js';
import { answering, answeringOnce, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { press, shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Barras',
  id: 'bars',
  component: 'obs-bars',
  parameters: {
    docs: {
      description: {
        component:
          'Una comparación de lugares o de clases como barras que siempre empiezan en cero: puestos con sus empates, partes de un total, pirámides. Lo que no tiene dato no tiene barra ni puesto, y se nombra. Los mismos datos están a un paso como tabla, y debajo hay un resumen en palabras.',
      },
    },
  },
  render: (args, context) => html`<obs-bars ${figure(args, context)}></obs-bars>`,
  args: {
    engine: answering(BY_DEPARTMENT),
    src: BY_DEPARTMENT.url,
    value: 'sum(denuncias)',
    time: 'anio',
    by: 'departamento',
    unit: 'denuncias',
    place: 'Perú',
    'complete-through': '2026-06',
    top: '10',
    highlight: 'LA LIBERTAD',
  },
};
export default meta;

type Story = StoryObj<FigureArgs>;

const PUBLISHED: FigureArgs = {
  engine: answering(RATES),
  src: RATES.url,
  value: 'tasa',
  time: '',
  status: 'estado',
  unit: 'por 100 mil habitantes',
  reference: 'Nacional',
  top: '',
};

const KINDS: FigureArgs = {
  engine: answering(BY_KIND),
  src: BY_KIND.url,
  time: '',
  by: 'provincia',
  place: 'Región sintética',
  top: '',
  highlight: '',
};

export const Ready: Story = { name: 'Lista: los diez primeros y el resto sumado', tags: ['ready'] };

export const Loading: Story = {
  name: 'Cargando',
  tags: ['loading'],
  args: { engine: silent, heading: 'Denuncias por departamento' },
};

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: answeringOnce(BY_DEPARTMENT, noReply) },
  play: async ({ canvasElement }) => {
    const bars = await shownWidget(canvasElement, 'obs-bars');
    await bars.refresh();
  },
};

export const Empty: Story = {
  name: 'Sin datos para lo que se pidió',
  tags: ['empty'],
  args: { engine: emptied(BY_DEPARTMENT), heading: 'Denuncias por departamento' },
};

export const Failed: Story = {
  name: 'Con falla de la fuente',
  tags: ['failed'],
  args: { engine: failing(noReply), heading: 'Denuncias por departamento' },
};

export const WrongAttribute: Story = {
  name: 'Con un atributo que no vale',
  tags: ['failed'],
  args: { heading: 'Denuncias por departamento', order: 'mayor' },
};

export const AllOfThem: Story = {
  name: 'Después de «Mostrar todo»',
  tags: ['ready'],
  play: async ({ canvasElement }) => {
    const bars = await shownWidget(canvasElement, 'obs-bars');
    await press(bars, 'Mostrar todo');
  },
};

export const Reference: Story = {
  name: 'Tasas publicadas, con la nacional como referencia',
  tags: ['ready'],
  args: PUBLISHED,
};

export const Rates: Story = {
  name: 'Tasas calculadas: el resto se dice en palabras',
  tags: ['ready'],
  args: { per: '100000 of sum(poblacion)', unit: 'por 100 mil habitantes', top: '8' },
};

export const Unknown: Story = {
  name: 'Con un lugar que los datos no tienen',
  tags: ['ready', 'notice'],
  args: { highlight: 'ATLÁNTIDA' },
};

export const Statuses: Story = {
  name: 'Un valor de cada clase',
  tags: ['ready'],
  args: {
    engine: answering(EVERY_STATUS),
    src: EVERY_STATUS.url,
    value: 'casos',
    time: '',
    by: 'clase',
    status: 'estado',
    order: 'source',
    unit: 'casos',
    place: 'Región sintética',
    top: '',
    highlight: '',
  },
};

export const BothSides: Story = {
  name: 'A los dos lados del cero',
  tags: ['ready'],
  args: {
    engine: answering(CHANGES),
    src: CHANGES.url,
    value: 'cambio',
    time: '',
    unit: 'puntos',
    top: '',
    highlight: '',
  },
};

export const ByName: Story = {
  name: 'Por nombre',
  tags: ['ready'],
  args: { ...PUBLISHED, order: 'name' },
};

export const Stacked: Story = {
  name: 'Partes de un total; a uno le falta una',
  tags: ['ready'],
  args: { ...KINDS, stack: 'modalidad' },
};

export const Shares: Story = {
  name: 'Partes de 100',
  tags: ['ready'],
  args: { ...KINDS, stack: 'modalidad', 'stack-as': 'percent' },
};

export const Multiples: Story = {
  name: 'Varios gráficos de una escala',
  tags: ['ready'],
  args: { ...KINDS, multiples: 'modalidad' },
};

export const Pyramid: Story = {
  name: 'Pirámide de población',
  tags: ['ready'],
  args: {
    ...KINDS,
    engine: answering(BY_AGE),
    src: BY_AGE.url,
    value: 'sum(victimas)',
    by: 'edad',
    pyramid: 'sexo',
    unit: 'víctimas',
  },
};

export const AsTable: Story = {
  name: 'Vista como tabla',
  tags: ['ready'],
  args: PUBLISHED,
  play: async ({ canvasElement }) => {
    const bars = await shownWidget(canvasElement, 'obs-bars');
    await press(bars, 'Ver como tabla');
  },
};

export const Reading: Story = {
  name: 'Recorrida con el teclado',
  tags: ['ready'],
  // It takes the focus, and a page of docs would jump to it.
  parameters: { docs: { story: { autoplay: false } } },
  args: PUBLISHED,
  play: async ({ canvasElement }) => {
    const bars = await shownWidget(canvasElement, 'obs-bars');
    const plot = bars.shadowRoot?.querySelector<HTMLElement>('[part~=plot]');
    plot?.focus();
    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await bars.updateComplete;
  },
};

export const Dark: Story = {
  name: 'Oscura en una página clara',
  tags: ['ready'],
  args: { ...KINDS, stack: 'modalidad', theme: 'dark' },
};

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { ...PUBLISHED, lang: 'en' } };
