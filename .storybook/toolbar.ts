import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';

/** What a person, or a test, chooses in the toolbar: how the page around the widget is. */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'color-scheme de la página',
    toolbar: {
      title: 'Tema',
      icon: 'contrast',
      items: [
        { value: 'light', title: 'Claro' },
        { value: 'dark', title: 'Oscuro' },
      ],
      dynamicTitle: true,
    },
  },
  language: {
    description: 'atributo lang del cuadro',
    toolbar: {
      title: 'Idioma',
      icon: 'globe',
      items: [
        { value: 'es', title: 'Español (es)' },
        { value: 'en', title: 'Inglés (en)' },
      ],
      dynamicTitle: true,
    },
  },
  width: {
    description: 'ancho del lugar que la página da al cuadro',
    toolbar: {
      title: 'Ancho',
      icon: 'grow',
      items: [
        { value: 'auto', title: 'Todo el ancho' },
        { value: '320', title: '320 px' },
        { value: '1200', title: '1200 px' },
      ],
      dynamicTitle: true,
    },
  },
};

export const initialGlobals = { theme: 'light', language: 'es', width: 'auto' };

/** The page around a story: its `color-scheme`, and the width that it leaves for the widget. */
export const withPage: Decorator = (story, { globals, name, viewMode }) => {
  const { theme, width } = globals as typeof initialGlobals;
  const room = width === 'auto' ? 'padding: 1rem' : `inline-size: ${width}px`;
  const style = `color-scheme: ${theme}; background: Canvas; color: CanvasText; box-sizing: border-box; ${room}`;
  // A page has one <main> and one <h1>; the docs show many stories in one page.
  return viewMode === 'docs'
    ? html`<div class="page" style=${style}>${story()}</div>`
    : html`<main class="page" style=${style}>
        <h1 style="position: absolute; margin: 0; clip-path: inset(50%)">${name}</h1>
        ${story()}
      </main>`;
};
