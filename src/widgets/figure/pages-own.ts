import type { FigureAttributes } from './figure-attributes.js';

/** What the page writes and the manifest says belong together: their properties have both. */
export const TOGETHER = ['place', 'where'] as const;

/** What the page alone says of them. */
export type PagesOwn = Record<(typeof TOGETHER)[number], string>;

/** By the widgets that a manifest has filled. */
export const pagesOwn = new WeakMap<FigureAttributes, PagesOwn>();
