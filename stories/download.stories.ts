import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/download/download.js';
import '../src/widgets/table/table.js';
import { HOMICIDES } from './data/quoted.js';
import { PARTIAL } from './data/synthetic.js';
import { answering, answeringOnce, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Descarga',
  id: 'download',
  component: 'obs-download',
  parameters: {
    docs: {
      description: {
        component:
          'Los datos en archivos: CSV tal cual o para Excel, JSON, y una ficha que dice fuente, licencia, fechas, pregunta y columnas.',
      },
    },
  },
  render: (args, context) => html`<obs-download ${figure(args, context)}></obs-download>`,
  args: {
    engine: answering(HOMICIDES),
    src: HOMICIDES.url,
    value: 'tasa',
    time: 'anio',
    status: 'estado',
    place: 'Perú',
    unit: 'por 100 mil habitantes',
  },
};
export default meta;

type Story = StoryObj<FigureArgs>;

export const Ready: Story = { name: 'Lista', tags: ['ready'] };

export const Loading: Story = { name: 'Cargando', tags: ['loading'], args: { engine: silent } };

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: answeringOnce(HOMICIDES, noReply) },
  play: async ({ canvasElement }) => {
    const download = await shownWidget(canvasElement, 'obs-download');
    await download.refresh();
  },
};

export const Empty: Story = {
  name: 'Sin datos para lo que se pidió',
  tags: ['empty'],
  args: { engine: emptied(HOMICIDES) },
};

export const Failed: Story = {
  name: 'Con falla de la fuente',
  tags: ['failed'],
  args: { engine: failing(noReply) },
};

export const WrongFormat: Story = {
  name: 'Con un formato que no existe',
  tags: ['failed'],
  args: { formats: 'xlsx' },
};

export const WrongWidget: Story = {
  name: 'De un cuadro que la página no tiene',
  tags: ['failed'],
  args: { for: 'homicidio' },
};

export const Partial: Story = {
  name: 'Datos parciales',
  tags: ['ready', 'notice'],
  args: {
    engine: answering(PARTIAL),
    src: PARTIAL.url,
    value: 'casos',
    status: '',
    place: 'Provincia sintética',
    unit: 'casos',
  },
};

export const BothGroups: Story = {
  name: 'Lo que se muestra y la serie completa',
  tags: ['ready'],
  args: { period: '2019..2025' },
};

export const OneFormat: Story = { name: 'Un solo formato', tags: ['ready'], args: { formats: 'excel' } };

export const ForAnotherWidget: Story = {
  name: 'De otro cuadro',
  tags: ['ready'],
  render: ({ engine = silent, ...args }, context) =>
    html`<div style="display: grid; gap: 1rem">
      <obs-table
        ${figure({ engine, ...args, id: 'homicidios', labels: 'tasa: Tasa de homicidios' }, context)}
      ></obs-table>
      <obs-download ${figure({ engine, for: 'homicidios' }, context)}></obs-download>
    </div>`,
};

export const Dark: Story = {
  name: 'Oscura en una página clara',
  tags: ['ready'],
  args: { theme: 'dark' },
};

export const English: Story = {
  name: 'En inglés',
  tags: ['ready'],
  args: { period: '2019..2025', lang: 'en' },
};
