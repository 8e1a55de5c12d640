import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/filter/filter.js';
import { DISTRICTS, PROVINCES } from './data/synthetic.js';
import { answering, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { appears } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Filtro',
  id: 'filter',
  component: 'obs-filter',
  parameters: {
    docs: {
      description: {
        component:
          'Una elección del lector, con los controles del propio navegador. Los cuadros que dicen su nombre en `filter-by` la siguen, en cualquier parte de la página.',
      },
    },
  },
  render: (args, context) => html`<obs-filter ${figure(args, context)}></obs-filter>`,
  args: {
    engine: answering(DISTRICTS),
    name: 'dep',
    src: DISTRICTS.url,
    by: DISTRICTS.names[0] ?? '',
  },
};
export default meta;

type Story = StoryObj<FigureArgs>;

export const Ready: Story = {
  name: 'Lista',
  tags: ['ready'],
  args: { options: '13: La Libertad; 20: Piura; 14: Lambayeque', all: 'Todo el país' },
};

export const Chosen: Story = {
  name: 'Con un lugar elegido',
  tags: ['ready'],
  args: { options: '13: La Libertad; 20: Piura; 14: Lambayeque', all: 'Todo el país' },
  play: async ({ canvasElement }) => {
    const filter = canvasElement.querySelector('obs-filter');
    const list = filter && (await appears(filter, 'select'), filter.shadowRoot?.querySelector('select'));
    if (!list) throw new Error('The filter has no list.');
    list.value = '20';
    list.dispatchEvent(new Event('change'));
    await appears(filter, '[part=reset]');
  },
};

export const Radios: Story = {
  name: 'Botones',
  tags: ['ready'],
  args: { kind: 'period', options: '2024; 2023; 2018..2024: Desde 2018', as: 'radio', initial: '2024' },
};

export const FromData: Story = {
  name: 'De una columna de los datos',
  tags: ['ready'],
  args: { kind: 'breakdown', label: 'Distrito' },
};

export const Within: Story = {
  name: 'Dentro de otra elección',
  tags: ['ready'],
  args: {
    engine: answering(PROVINCES),
    src: PROVINCES.url,
    name: 'prov',
    by: 'provincia',
    label: 'Provincia',
    'filter-by': 'dep',
  },
  render: (args, context) =>
    html`<obs-filter
        ${figure({ ...args, name: 'dep', by: 'departamento', label: 'Departamento', 'filter-by': '' }, context)}
      ></obs-filter>
      <obs-filter ${figure(args, context)}></obs-filter>`,
  play: async ({ canvasElement }) => {
    const [whole, part] = canvasElement.querySelectorAll('obs-filter');
    if (!whole || !part) throw new Error('The story has no two filters.');
    await appears(part, 'select:enabled');
    const list = whole.shadowRoot?.querySelector('select');
    if (!list) throw new Error('The filter has no list.');
    list.value = 'Piura';
    list.dispatchEvent(new Event('change'));
    await appears(part, 'option[value=Sullana]:last-of-type, option[value=Talara]');
  },
};

export const Empty: Story = {
  name: 'Sin opciones',
  tags: ['empty'],
  args: { engine: emptied(DISTRICTS), kind: 'breakdown' },
};

export const Loading: Story = { name: 'Cargando', tags: ['loading'], args: { engine: silent } };

export const Failed: Story = {
  name: 'Con falla de la fuente',
  tags: ['failed'],
  args: { engine: failing(noReply) },
};

export const WrongKind: Story = {
  name: 'De algo que no se puede elegir',
  tags: ['failed'],
  args: { kind: 'lugar' },
};
