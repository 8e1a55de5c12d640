import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/trend/trend.js';
import { FROZEN, SNAPSHOT } from './data/copies.js';
import { HOMICIDES } from './data/quoted.js';
import { BESIDE_COUNTRY, SWITCHED, UNCERTAIN, UNREPORTED } from './data/rules.js';
import { MANY_KINDS, PARTIAL, PERCEPTION, REPORTS, STATUSES } from './data/synthetic.js';
import { answering, answeringOnce, emptied, failing, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { press, shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Tendencia',
  id: 'trend',
  component: 'obs-trend',
  parameters: {
    docs: {
      description: {
        component:
          'Un valor en el tiempo, como líneas o columnas: los vacíos quedan vacíos, lo que aún puede cambiar va con línea cortada y los cambios de medición se dibujan. Los mismos datos están a un paso como tabla, y debajo hay un resumen en palabras.',
      },
    },
  },
  render: (args, context) => html`<obs-trend ${figure(args, context)}></obs-trend>`,
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

/** Several series that cannot be compared across January 2024. */
const FOUR_SERIES: FigureArgs = {
  engine: answering(REPORTS),
  src: REPORTS.url,
  value: 'denuncias',
  time: 'mes',
  by: 'modalidad',
  status: '',
  breaks: '2024-01',
  place: 'Región sintética',
  unit: 'denuncias',
};

export const Ready: Story = { name: 'Lista: una serie con vacíos', tags: ['ready'] };

export const Switch: Story = { name: 'Con la elección entre tasa y casos', tags: ['ready'], args: SWITCHED };

export const Band: Story = { name: 'Con intervalos: banda', tags: ['ready'], args: UNCERTAIN };

export const Strokes: Story = {
  name: 'Con intervalos: trazos sobre columnas',
  tags: ['ready'],
  args: { ...UNCERTAIN, shape: 'column' },
};

export const Unreported: Story = {
  name: 'Con un año en el que no informaron todas las comisarías',
  tags: ['ready'],
  args: UNREPORTED,
};

const PLAN: FigureArgs = {
  ...BESIDE_COUNTRY,
  targets: 'base 2022: 11.5; 2027: 9.0; 2030: 7.0',
  'target-source': 'Plan regional sintético al 2030',
};

export const Reference: Story = {
  name: 'Al lado de otro lugar',
  tags: ['ready'],
  args: BESIDE_COUNTRY,
};

export const Targets: Story = {
  name: 'Con las metas de un plan y lo que pasó',
  tags: ['ready'],
  args: {
    ...PLAN,
    annotations: '2020-03..2021-06: Aislamiento obligatorio; 2023-01: Cambia la ley',
  },
};

export const TargetsOverColumns: Story = {
  name: 'Con metas, sobre columnas',
  tags: ['ready'],
  args: { ...PLAN, shape: 'column' },
};

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
    const trend = await shownWidget(canvasElement, 'obs-trend');
    await trend.refresh();
  },
};

export const Snapshot: Story = { name: 'De una copia', tags: ['stale'], args: SNAPSHOT };

export const Frozen: Story = { name: 'Congelada en la copia de un día', tags: ['ready'], args: FROZEN };

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
  args: { heading: 'Tasa de homicidios', shape: 'pastel' },
};

export const Partial: Story = {
  name: 'Datos parciales y provisionales',
  tags: ['ready', 'notice'],
  args: {
    engine: answering(PARTIAL),
    src: PARTIAL.url,
    value: 'casos',
    status: '',
    place: 'Provincia sintética',
    unit: 'casos',
    'provisional-from': '2025',
  },
};

export const FourSeries: Story = {
  name: 'Cuatro series con un quiebre',
  tags: ['ready'],
  args: FOUR_SERIES,
};

export const MoreThanFit: Story = {
  name: 'Más series de las que se distinguen',
  tags: ['ready'],
  args: { ...FOUR_SERIES, engine: answering(MANY_KINDS), src: MANY_KINDS.url },
};

export const Columns: Story = { name: 'Columnas', tags: ['ready'], args: { shape: 'column' } };

export const NarrowAxis: Story = {
  name: 'Con un eje que no empieza en cero',
  tags: ['ready'],
  args: {
    engine: answering(PERCEPTION),
    src: PERCEPTION.url,
    value: 'porcentaje',
    time: 'semestre',
    status: '',
    place: 'Región sintética',
    unit: '%',
  },
};

export const Statuses: Story = {
  name: 'Un valor de cada clase',
  tags: ['ready'],
  args: {
    engine: answering(STATUSES),
    src: STATUSES.url,
    value: 'casos',
    place: 'Región sintética',
    unit: 'casos',
  },
};

export const AsTable: Story = {
  name: 'Vista como tabla',
  tags: ['ready'],
  play: async ({ canvasElement }) => {
    const trend = await shownWidget(canvasElement, 'obs-trend');
    await press(trend, 'Ver como tabla');
  },
};

export const Reading: Story = {
  name: 'Recorrida con el teclado',
  tags: ['ready'],
  // It takes the focus, and a page of docs would jump to it.
  parameters: { docs: { story: { autoplay: false } } },
  args: FOUR_SERIES,
  play: async ({ canvasElement }) => {
    const trend = await shownWidget(canvasElement, 'obs-trend');
    const plot = trend.shadowRoot?.querySelector<HTMLElement>('[part~=plot]');
    plot?.focus();
    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await trend.updateComplete;
  },
};

export const Dark: Story = {
  name: 'Oscura en una página clara',
  tags: ['ready'],
  args: { ...FOUR_SERIES, theme: 'dark' },
};

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { ...FOUR_SERIES, lang: 'en' } };
