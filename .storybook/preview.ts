import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import manifest from 'project:manifest';
import { groupedArgTypes } from './arg-types.js';
import { docsManifest } from './docs-manifest.js';
import { initialGlobals, toolbar, withPage } from './toolbar.js';

const shown = docsManifest(manifest);
setCustomElementsManifest(shown);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals,
  decorators: [withActions, withPage],
  argTypesEnhancers: [groupedArgTypes(shown)],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    actions: { handles: ['obs-load', 'obs-error', 'obs-notice', 'obs-shown'] },
    // Stories that need a step to reach their state take it in the docs as well.
    docs: { source: { excludeDecorators: true }, story: { autoplay: true } },
    controls: { expanded: true },
    options: {
      storySort: { order: ['Empezar', 'Cuadros', ['Tarjeta', 'Tendencia', 'Tabla', 'Descarga'], '*'] },
    },
  },
};

export default preview;
