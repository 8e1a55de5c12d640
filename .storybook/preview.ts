import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'project:manifest';
import { docsManifest } from './docs-manifest.js';
import { initialGlobals, toolbar, withPage } from './toolbar.js';

setCustomElementsManifest(docsManifest(manifest));

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals,
  decorators: [withPage],
  argTypes: {
    // A page gives it by script; there is nothing to type in.
    engine: { control: false },
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: { source: { excludeDecorators: true } },
    controls: { expanded: true },
    options: {
      storySort: { order: ['Empezar', 'Cuadros', ['Tarjeta', 'Tendencia', 'Tabla', 'Descarga'], '*'] },
    },
  },
};

export default preview;
