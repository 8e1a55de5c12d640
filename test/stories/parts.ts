import type { Fault } from './report.js';

interface Part {
  readonly name: string;
  readonly inheritedFrom?: unknown;
}

/** What `custom-elements.json` tells of parts. */
export interface PartsManifest {
  readonly modules: readonly {
    readonly declarations?: readonly { readonly tagName?: string; readonly cssParts?: readonly Part[] }[];
  }[];
}

/**
 * Parts that a widget shows and does not document, and those that it documents and no story shows.
 * `shown`: `obs-card value`.
 */
export function checkParts({ modules }: PartsManifest, shown: ReadonlySet<string>): Fault[] {
  const widgets = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const documented = new Set(
    widgets.flatMap(({ tagName = '', cssParts = [] }) => cssParts.map(({ name }) => `${tagName} ${name}`)),
  );
  const isShown = (tag: string, { name, inheritedFrom }: Part): boolean =>
    inheritedFrom ? [...shown].some((each) => each.endsWith(` ${name}`)) : shown.has(`${tag} ${name}`);
  return [
    ...[...shown]
      .filter((each) => !documented.has(each))
      .map((target) => ({ rule: 'part without documentation', target })),
    ...widgets.flatMap(({ tagName = '', cssParts = [] }) =>
      cssParts
        .filter((part) => !isShown(tagName, part))
        .map(({ name }) => ({ rule: 'part that no story shows', target: `${tagName} ${name}` })),
    ),
  ];
}
