import type { BarsModel } from './bars-model.js';

/** Longer texts than this wrap: they would leave no room for the bars. */
const LONGEST = { name: 26, value: 22 } as const;
/** About as many characters stand side by side along the bars: where a bar ends early its value needs no room of its own. */
const ALONG_BARS = 26;

const most = (lengths: readonly number[], limit: number): number =>
  Math.min(limit, Math.ceil(Math.max(0, ...lengths)));

/**
 * The room that names and values take, in characters, the same for all charts: so that bars of one scale have one
 * length. As custom properties of the style.
 */
export function roomOf({ panels, pyramids }: Pick<BarsModel, 'panels' | 'pyramids'>): string {
  const rows = panels.flatMap((panel) => panel.rows);
  const ages = pyramids.flatMap((pyramid) => pyramid.rows);
  const beside = (isLeft: boolean): number[] =>
    rows
      .filter((row) => row.isLeft === isLeft)
      .map(({ value, cases, at }) => {
        const { length } = cases === '' ? value : `${value} (${cases})`;
        return length - (isLeft ? at : 1 - at) * ALONG_BARS;
      });
  const sides = ages.flatMap((row) => row.sides.map(({ value, at }) => value.length - (1 - at) * ALONG_BARS));
  const properties = {
    names: most(
      [...rows, ...ages].map(({ name }) => name.length),
      LONGEST.name,
    ),
    right: most([...beside(false), ...sides], LONGEST.value),
    left: most(beside(true), LONGEST.value),
    places: rows.some(({ place }) => place !== '') ? 1 : 0,
  };
  return Object.entries(properties)
    .map(([name, value]) => `--_${name}:${value}`)
    .join(';');
}
