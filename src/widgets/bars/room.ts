import type { BarsModel } from './bars-model.js';

/** Longer texts than this wrap: they would leave no room for the bars. */
const LONGEST = { name: 26, value: 22 } as const;

const longest = (texts: readonly string[], most: number): number =>
  Math.min(most, Math.max(0, ...texts.map((text) => text.length)));

/**
 * The room that names and values take, in characters, the same for all charts: so that bars of one scale have one
 * length. As custom properties of the style.
 */
export function roomOf({ panels, pyramids }: Pick<BarsModel, 'panels' | 'pyramids'>): string {
  const rows = panels.flatMap((panel) => panel.rows);
  const names = [...rows, ...pyramids.flatMap((pyramid) => pyramid.rows)].map(({ name }) => name);
  const written = (isLeft: boolean): string[] =>
    rows
      .filter((row) => row.isLeft === isLeft)
      .map(({ value, cases }) => (cases === '' ? value : `${value} (${cases})`));
  const sides = pyramids.flatMap((pyramid) =>
    pyramid.rows.flatMap((row) => row.sides.map(({ value }) => value)),
  );
  const right = longest([...written(false), ...sides], LONGEST.value);
  return `--_names:${longest(names, LONGEST.name)};--_right:${right};--_left:${longest(written(true), LONGEST.value)};--_places:${rows.some(({ place }) => place !== '') ? 1 : 0}`;
}
