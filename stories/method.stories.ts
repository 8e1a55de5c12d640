import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import observatory from '../examples/data/observatory.json?url';
import { methodEngine } from '../src/engine/method-engine.js';
import '../src/widgets/method/method.js';
import { noted, once, planned } from './data/plan.js';
import { noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Método',
  id: 'method',
  component: 'obs-method',
  parameters: {
    docs: {
      description: {
        component:
          'Cómo se hace un indicador: qué mide, fórmula en palabras, responsables, fechas, calidad, con qué se compara, licencia, cómo citarlo y a quién escribir. Solo lee el manifiesto.',
      },
    },
  },
  render: (args, context) => html`<obs-method ${figure(args, context)}></obs-method>`,
  args: { engine: methodEngine, observatory, indicator: 'robos' },
};
export default meta;

type Story = StoryObj<FigureArgs>;

export const Ready: Story = { name: 'Lista', tags: ['ready'] };

export const Rate: Story = {
  name: 'Con la fuente de cada parte',
  tags: ['ready'],
  args: { indicator: 'tasa-homicidios' },
};

export const Loading: Story = { name: 'Cargando', tags: ['loading'], args: { engine: silent } };

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: once(methodEngine, noReply) },
  play: async ({ canvasElement }) => {
    const method = await shownWidget(canvasElement, 'obs-method');
    await method.refresh();
  },
};

export const Empty: Story = { name: 'Sin respuesta útil', tags: ['empty'], args: { engine: planned(0) } };

export const Failed: Story = {
  name: 'De un indicador que no existe',
  tags: ['failed'],
  args: { indicator: 'robo' },
};

export const Noted: Story = {
  name: 'Con una advertencia',
  tags: ['ready', 'notice'],
  args: { engine: noted(methodEngine, 'La definición se revisa en diciembre de 2026.') },
};

export const Dark: Story = { name: 'Oscura en una página clara', tags: ['ready'], args: { theme: 'dark' } };

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { lang: 'en' } };
