import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/widgets/card/card.js';
import { SNAPSHOT } from './data/copies.js';
import { EXTORTION, HOMICIDES } from './data/quoted.js';
import { BESIDE_COUNTRY, SWITCHED, TO_DATE, TO_DATE_UNSAID, UNCERTAIN } from './data/rules.js';
import { COUNTS, NONE_COUNTED, PARTIAL, SUPPRESSED } from './data/synthetic.js';
import { answering, answeringOnce, emptied, failing, noColumn, noReply, silent } from './engines.js';
import { figure, type FigureArgs } from './figure.js';
import { appears, press, shownWidget } from './play.js';

const meta: Meta<FigureArgs> = {
  title: 'Cuadros/Tarjeta',
  id: 'card',
  component: 'obs-card',
  parameters: {
    docs: {
      description: {
        component:
          'Una cifra: su valor con unidad, lugar y periodo, cómo cambió, qué la condiciona, su línea en el tiempo y de quién son los datos.',
      },
    },
  },
  render: (args, context) => html`<obs-card ${figure(args, context)}></obs-card>`,
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

const OWN_LOOK = [
  '--obs-color-accent: light-dark(#8c1d18, #f2b8b5)',
  '--obs-color-surface: light-dark(#fffdf7, #201a19)',
  '--obs-font: Georgia, serif',
  '--obs-radius: 0',
  '--obs-border: 2px solid var(--obs-color-accent)',
].join(';');

export const Ready: Story = { name: 'Lista: tasa con vacíos y valor provisional', tags: ['ready'] };

/** What the page «Empezar» shows as code: a file says nothing of itself, so that the tag says it all. */
export const Pasted: Story = {
  name: 'Como se pega',
  tags: ['ready'],
  args: {
    engine: answering({ ...HOMICIDES, metadata: {} }),
    heading: 'Tasa de homicidios',
    'source-name': 'INEI/CEIC, citado por elcomercio.pe, expreso.com.pe y diariocorreo.pe',
    updated: '2026-01-25',
  },
};

export const Interval: Story = { name: 'Con intervalo de confianza', tags: ['ready'], args: UNCERTAIN };

export const Switch: Story = { name: 'Con la elección entre tasa y casos', tags: ['ready'], args: SWITCHED };

export const ToDate: Story = { name: 'Un año incompleto, por sus meses', tags: ['ready'], args: TO_DATE };

export const Unsaid: Story = { name: 'El mismo año, sin que se diga', tags: ['ready'], args: TO_DATE_UNSAID };

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
    const card = await shownWidget(canvasElement, 'obs-card');
    await card.refresh();
  },
};

export const Snapshot: Story = { name: 'De una copia', tags: ['stale'], args: SNAPSHOT };

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

export const FailedWithFallback: Story = {
  name: 'Con falla, y con lo que la página escribió dentro de la etiqueta',
  tags: ['failed'],
  args: { engine: failing(noReply), heading: 'Tasa de homicidios' },
  render: (args, context) =>
    html`<obs-card ${figure(args, context)}>
      <p>10.7 por 100 mil habitantes en 2025 (preliminar). <a href="#datos">Ver los datos</a></p>
    </obs-card>`,
};

export const Misspelled: Story = {
  name: 'Con un error de la página',
  tags: ['failed'],
  args: { engine: failing(noColumn), value: 'tasas', heading: 'Tasa de homicidios' },
};

export const WrongAttribute: Story = {
  name: 'Con un atributo que no vale',
  tags: ['failed'],
  args: { heading: 'Tasa de homicidios', period: 'ayer' },
};

export const Suppressed: Story = {
  name: 'Valor que la fuente oculta',
  tags: ['ready'],
  args: {
    engine: answering(SUPPRESSED),
    src: SUPPRESSED.url,
    value: 'casos',
    period: '2025',
    place: 'Centro poblado sintético',
    unit: 'casos',
  },
};

export const TrueZero: Story = {
  name: 'Cero contado',
  tags: ['ready'],
  args: {
    engine: answering(NONE_COUNTED),
    src: NONE_COUNTED.url,
    value: 'casos',
    status: '',
    place: 'Distrito sintético',
    unit: 'casos',
  },
};

export const NoSource: Story = {
  name: 'Sin fuente declarada',
  tags: ['ready'],
  args: {
    engine: answering({ ...COUNTS, metadata: {} }),
    src: COUNTS.url,
    value: 'casos',
    status: '',
    place: 'Provincia sintética',
    unit: 'casos',
    heading: 'Homicidios (datos sintéticos)',
  },
};

export const Narrow: Story = {
  name: 'En 160 px',
  tags: ['ready'],
  render: (args, context) =>
    html`<div style="inline-size: 160px"><obs-card ${figure(args, context)}></obs-card></div>`,
};

export const RateOfFewCases: Story = {
  name: 'Tasa de pocos casos, con su conteo',
  tags: ['ready'],
  args: {
    engine: answering(COUNTS),
    src: COUNTS.url,
    value: 'sum(casos)',
    per: '100000 of sum(poblacion)',
    status: '',
    place: 'Provincia sintética',
    unit: '',
    decimals: '1',
    heading: 'Tasa de homicidios (datos sintéticos)',
  },
};

export const CountWithPercentage: Story = {
  name: 'Conteo con su cambio en porcentaje',
  tags: ['ready'],
  args: {
    engine: answering(EXTORTION),
    src: EXTORTION.url,
    value: 'denuncias',
    status: '',
    unit: 'denuncias',
  },
};

export const PartialAndLate: Story = {
  name: 'Datos parciales y con retraso',
  tags: ['ready', 'notice'],
  args: {
    engine: answering(PARTIAL),
    src: PARTIAL.url,
    value: 'casos',
    status: '',
    place: 'Provincia sintética',
    unit: 'casos',
    'provisional-from': '2025',
    'expected-lag': '0',
  },
};

export const Reference: Story = {
  name: 'Al lado de otro lugar',
  tags: ['ready'],
  args: BESIDE_COUNTRY,
};

export const About: Story = {
  name: 'Con «Sobre estos datos» abierto',
  tags: ['ready'],
  args: {
    'heading-level': '2',
    'source-href': 'https://datos.example/homicidios',
    license: 'Uso libre citando la fuente',
    definition: 'Muertes por homicidio en un año por cada 100 mil habitantes.',
    method: 'https://datos.example/metodo',
    comparability: 'No hay cifra citada de 2014 ni de 2018; la de 2025 es preliminar.',
    contact: 'correcciones@datos.example',
  },
  play: async ({ canvasElement }) => {
    const card = await shownWidget(canvasElement, 'obs-card');
    await press(card, 'Sobre estos datos');
    await appears(card, '[part~=about]');
  },
};

export const Dark: Story = {
  name: 'Oscura en una página clara',
  tags: ['ready'],
  args: { theme: 'dark' },
};

/** A page gives its own colours, type and corners; the contrast of those colours is its own affair, and it holds. */
export const OwnLook: Story = {
  name: 'Con los colores y la letra de la página',
  tags: ['ready'],
  render: (args, context) =>
    html`<div style=${OWN_LOOK}><obs-card ${figure(args, context)}></obs-card></div>`,
};

export const English: Story = { name: 'En inglés', tags: ['ready'], args: { lang: 'en' } };
