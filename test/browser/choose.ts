import type { ObsFilter } from '../../src/widgets/filter/filter.js';
import { inside, text, until } from './mount.js';

export const ROWS = `dep,tipo,anio,casos
LIMA,Robo,2023,10
LIMA,Hurto,2023,20
LIMA,Robo,2024,11
LIMA,Hurto,2024,21
PIURA,Robo,2023,3
PIURA,Hurto,2023,4
PIURA,Robo,2024,5
PIURA,Hurto,2024,6
L'Aquila,Robo,2024,7
L'Aquila,Hurto,2024,8
`;

export const select = (filter: Element): HTMLSelectElement => inside<HTMLSelectElement>(filter, 'select');
export const optionsOf = (filter: Element): string[] => [...select(filter).options].map(({ label }) => label);
export const value = (card: Element): string => text(card.shadowRoot?.querySelector('.value'));

/** Chooses as a reader does. */
export async function choose(filter: Element, label: string): Promise<void> {
  const list = select(filter);
  list.value = [...list.options].find((option) => option.label === label)?.value ?? '?';
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await (filter as ObsFilter).updateComplete;
}

export async function filterReady(filter: Element): Promise<void> {
  await until(() => !!filter.shadowRoot?.querySelector('select, input, .problem p'));
}

export const filterMarkup = (src: string, more = ''): string =>
  `<obs-filter name="dep" kind="place" src="${src}" by="dep" ${more}></obs-filter>`;

export const cardMarkup = (src: string, more = 'filter-by="dep"'): string =>
  `<obs-card src="${src}" value="sum(casos)" time="anio" heading="Casos" source-name="PNP" ${more}></obs-card>`;
