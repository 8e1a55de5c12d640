import type { ObsCard } from 'observatorio-widgets/card';
import type { ObsTrend } from 'observatorio-widgets/trend';
import 'observatorio-widgets/card';
import 'observatorio-widgets/trend';
import type { ObsErrorEvent, ObsLoadEvent } from 'observatorio-widgets';

/** What an application does with the modules: makes widgets, sets their properties, listens to their events. */
const MODALITIES = ['Robo', 'Hurto', 'Estafa', 'Extorsión'];

const figures = document.querySelector<HTMLElement>('#figures');
const choice = document.querySelector<HTMLSelectElement>('#modality');
const state = document.querySelector<HTMLOutputElement>('#state');
if (!figures || !choice || !state) throw new Error('The page lacks a place for its figures.');

const src = `${figures.dataset['observatory'] ?? ''}/archivos/denuncias-sinteticas.csv`;

function describe(widget: ObsCard | ObsTrend): void {
  widget.src = src;
  widget.value = 'sum(cantidad)';
  widget.time = 'ANIO, MES';
  widget.breaks = '2025-01';
  widget.place = 'La Libertad';
  widget.unit = 'denuncias';
  widget.sourceName = 'Generador de datos sintéticos';
  widget.updatedOn = '2026-08-14';
}

// Not `new ObsCard()`: where another script of the page has registered the element first, that throws.
const card = document.createElement('obs-card');
const trend = document.createElement('obs-trend');
describe(card);
describe(trend);

function show(modality: string): void {
  for (const widget of [card, trend]) {
    widget.where = `DPTO_HECHO_NEW = 'LA LIBERTAD' and P_MODALIDADES = '${modality}'`;
    widget.heading = `${modality}, denuncias al mes (datos sintéticos)`;
  }
}

figures.addEventListener('obs-load', (event: ObsLoadEvent) => {
  state.value = `${event.rows} periodos leídos de ${event.host}`;
});
figures.addEventListener('obs-error', (event: ObsErrorEvent) => {
  state.value = `No se pudo leer: ${event.code}`;
});

choice.append(...MODALITIES.map((modality) => new Option(modality)));
choice.addEventListener('change', () => show(choice.value));
show(MODALITIES[0] ?? '');
figures.append(card, trend);
