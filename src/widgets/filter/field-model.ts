import type { Option, Standing } from '../../selection/selection.js';
import type { Found } from './filter-model.js';

/** What a filter is called, what it is called not to choose, what holds at first, and whether one must be chosen. */
interface Said {
  readonly label: string;
  readonly all: string;
  readonly initial: string;
  readonly required: boolean;
}

/** A filter as it is shown, but for what it does. */
export interface FieldModel {
  readonly label: string;
  /** Not to choose first, where that is a choice or all that there is. */
  readonly options: readonly Option[];
  readonly chosen: Option | undefined;
  /** There is nothing to choose from: that of what it is a part is not chosen yet, or has no parts. */
  readonly isClosed: boolean;
  /** What to go back to; `undefined` where it holds already. */
  readonly first: Option | undefined;
}

/** `usual`: what readers are told where neither the page nor the observatory says it. */
export function makeField(
  found: Found,
  { label, all, initial, required }: Said,
  standing: Standing | undefined,
  usual: { readonly label: string; readonly all: string },
): FieldModel {
  const isWaiting = standing?.isWaiting === true;
  // Others are on their way: open, so that nobody's focus is lost, with nothing to choose that holds no more.
  const known = isWaiting ? [] : found.options;
  const hasAll = !required || known.length === 0;
  const options = hasAll ? [{ value: '', label: all || (found.all ?? usual.all) }, ...known] : known;
  const value = standing?.choice?.value ?? '';
  const first = options.find((each) => each.value === initial) ?? options[0];
  const isClosed = found.options.length === 0 && !isWaiting;
  return {
    label: label || (found.label ?? usual.label),
    options,
    chosen: options.find((each) => each.value === value),
    isClosed,
    first: first?.value === value || isClosed ? undefined : first,
  };
}
