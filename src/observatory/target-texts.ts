import type { Places } from './places.js';
import type { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';
import type { Target } from './schema-plan.js';

/** As attributes have numbers: no exponent, no more digits than a plan can mean. */
const numberText = (value: number): string => String(Number(value.toFixed(6)));

/** The path of a target as the attribute `targets` has it: `base 2019: 26; 2030: 17`. */
export function pathText({ baseline, path }: Target): string {
  const step = ({ period, value }: Target['baseline']): string => `${period}: ${numberText(value)}`;
  return [`base ${step(baseline)}`, ...path.map(step)].join('; ');
}

/** Which way is better: as the indicator says, else as the plan itself goes. */
export function betterOf({ direction }: Indicator, { baseline, path }: Target): 'lower' | 'higher' {
  if (direction !== 'neither') return direction;
  return (path.at(-1)?.value ?? baseline.value) > baseline.value ? 'higher' : 'lower';
}

/** The targets of an indicator, of the whole plan without one; in the order of the manifest. */
export function targetsFor({ targets = [] }: Manifest, indicator: string | undefined): Target[] {
  return targets.filter((each) => indicator === undefined || each.indicator === indicator);
}

/** The target of an indicator for exactly that place, the whole country without one: the first that is declared. */
export function targetFor(
  { targets = [] }: Manifest,
  indicator: Indicator,
  place: string | undefined,
): Target | undefined {
  return targets.find((each) => each.indicator === indicator.name && each.place === place);
}

/** What a target's place is called; the whole country where it has none. */
export function placeNameOf({ place }: Target, places: Places, whole: string): string {
  return place === undefined ? whole : (places.get(place)?.name ?? place);
}
