import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/profile/profile.js';
import { figure, type FigureArgs } from './figure.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Perfil',
  id: 'profile',
  component: 'obs-profile',
  parameters: {
    docs: {
      description: {
        component:
          'El diagnóstico de un lugar en una etiqueta, con los indicadores del manifiesto del observatorio. Aquí es de un observatorio de pocas filas.',
      },
    },
  },
  render: (args, context) => html`<obs-profile ${figure(args, context)}></obs-profile>`,
  args: { place: '13' },
};
export default meta;

type Story = StoryObj<FigureArgs>;

export const Ready: Story = {
  name: 'Lista',
  tags: ['ready'],
  args: { observatory: 'profile/observatory.json' },
};

export const Loading: Story = {
  name: 'Cargando',
  tags: ['loading'],
  args: { observatory: 'profile/observatory.json' },
  beforeEach: () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => new Promise(() => undefined);
    return () => void (globalThis.fetch = fetch);
  },
};

export const Unreadable: Story = {
  name: 'Con un observatorio que no se puede leer',
  tags: ['failed'],
  args: { observatory: 'profile/lugares.csv' },
};

export const WithoutObservatory: Story = { name: 'Sin observatorio', tags: ['failed'] };
