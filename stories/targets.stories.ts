import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/targets/targets.js';
import { noted, once, planned } from './data/plan.js';
import { failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Metas',
  id: 'targets',
  component: 'obs-targets',
  parameters: {
    docs: {
      description: {
        component:
          'Las metas de un plan y su avance: en palabras, dibujadas y año por año, con el plan que las fija y la oficina que responde. Nunca se mide el avance a través de un cambio en la forma de medir.',
      },
    },
  },
  render: (args, context) => html`<obs-targets ${figure(args, context)}></obs-targets>`,
  args: { engine: planned(), observatory: 'https://datos.example/observatory.json' },
};
export default meta;

type Story = StoryObj<FigureArgs>;

export const Ready: Story = { name: 'Todo un plan', tags: ['ready'] };

export const One: Story = { name: 'Una meta', tags: ['ready'], args: { engine: planned(1) } };

export const AsTable: Story = {
  name: 'Año por año',
  tags: ['ready'],
  args: { engine: planned(1) },
  play: async ({ canvasElement }) => {
    const targets = await shownWidget(canvasElement, 'obs-targets');
    for (const each of targets.shadowRoot?.querySelectorAll('details') ?? []) each.open = true;
  },
};

export const Loading: Story = { name: 'Cargando', tags: ['loading'], args: { engine: silent } };

export const Stale: Story = {
  name: 'Con datos guardados',
  tags: ['stale'],
  args: { engine: once(planned(), noReply) },
  play: async ({ canvasElement }) => {
    const targets = await shownWidget(canvasElement, 'obs-targets');
    await targets.refresh();
  },
};

export const Empty: Story = { name: 'Sin metas', tags: ['empty'], args: { engine: planned(0) } };

export const Failed: Story = { name: 'Sin manifiesto', tags: ['failed'], args: { engine: failing(noReply) } };

export const Noted: Story = {
  name: 'Con una advertencia',
  tags: ['ready', 'notice'],
  args: { engine: noted(planned(), 'El plan se revisa en diciembre de 2026.') },
};

export const Dark: Story = { name: 'Oscuras en una página clara', tags: ['ready'], args: { theme: 'dark' } };

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { lang: 'en' } };
